#include <algorithm>

#include "execute/evaluate.h"
#include "execute/neighbours.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Paths of `low` to `high` relationships, depth first, no relationship twice.
/// Cost: the number of such walks, those pruned by `each` aside.
class ExpandVariableOperator final : public Operator {
 public:
  explicit ExpandVariableOperator(const ExpandVariable& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    const LabelTest has_labels(step_.to_labels, worker);
    if (!has_labels.possible()) return Flow::kMore;
    Walk walk{*this,      batch, worker, Neighbours(step_.types, step_.way, worker),
              has_labels, batch, {},     {},
              {},         {}};
    const Column& from = batch[step_.from];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::uint64_t id = from.id(row);
      if (id == Vector::kNullId) continue;
      if (walk.from(row, NodeId{id}) == Flow::kEnough) return Flow::kEnough;
    }
    return walk.flush();
  }

 private:
  struct Walk {
    const ExpandVariableOperator& op;
    const Batch& batch;
    Worker& worker;
    Neighbours neighbours;
    const LabelTest& has_labels;
    Batch scratch;
    std::vector<std::uint32_t> rows;
    std::vector<std::uint64_t> nodes;
    std::vector<Value> lists;
    std::vector<RelationshipId> path;
    std::uint32_t ticks = 0;

    struct Frame {
      std::vector<std::pair<RelationshipId, NodeId>> next;
      std::size_t at = 0;
    };

    bool allowed(RelationshipId relationship, std::size_t row) {
      if (std::find(path.begin(), path.end(), relationship) != path.end()) return false;
      const ExpandVariable& step = op.step_;
      if (!differs(raw(relationship), step.distinct_from, batch, row)) return false;
      if (step.each.empty()) return true;
      scratch.set(step.element,
                  Column::of(Vector(VectorType::kRelationship,
                                    std::vector<std::uint64_t>(batch.rows, raw(relationship)))));
      for (const ExprPtr& each : step.each) {
        const Value holds = evaluate_row(*each, scratch, row, worker);
        if (!holds.is(Kind::kBoolean) || !holds.boolean()) return false;
      }
      return true;
    }

    Frame frame(NodeId node, std::size_t row) {
      Frame out;
      neighbours.visit(node, [&](RelationshipId relationship, NodeId other) {
        if (allowed(relationship, row)) out.next.emplace_back(relationship, other);
        return !worker.failed();
      });
      return out;
    }

    Flow from(std::size_t row, NodeId start) {
      const ExpandVariable& step = op.step_;
      path.clear();
      if (step.low == 0 && give(row, start) == Flow::kEnough) return Flow::kEnough;
      if (step.high == 0) return Flow::kMore;
      std::vector<Frame> stack;
      stack.push_back(frame(start, row));
      while (!stack.empty()) {
        constexpr std::uint32_t kTicks = 4096;
        if (++ticks % kTicks == 0 && !worker.may_go_on()) return Flow::kEnough;
        if (worker.failed()) return Flow::kEnough;
        Frame& top = stack.back();
        if (top.at == top.next.size()) {
          stack.pop_back();
          if (!path.empty()) path.pop_back();
          continue;
        }
        const auto [relationship, node] = top.next[top.at++];
        path.push_back(relationship);
        if (path.size() >= step.low && give(row, node) == Flow::kEnough) return Flow::kEnough;
        if (path.size() < step.high) {
          stack.push_back(frame(node, row));
        } else {
          path.pop_back();
        }
      }
      return Flow::kMore;
    }

    Flow give(std::size_t row, NodeId end) {
      const ExpandVariable& step = op.step_;
      if (step.into && raw(end) != batch[step.to].id(row)) return Flow::kMore;
      if (!step.to_labels.empty() && !has_labels(end)) return Flow::kMore;
      rows.push_back(static_cast<std::uint32_t>(row));
      nodes.push_back(raw(end));
      List list;
      list.reserve(path.size());
      for (const RelationshipId r : path) list.emplace_back(r);
      if (step.reversed) std::reverse(list.begin(), list.end());
      lists.emplace_back(std::move(list));
      return rows.size() == kBatchRows ? flush() : Flow::kMore;
    }

    Flow flush() {
      if (worker.failed()) return Flow::kEnough;
      if (rows.empty()) return Flow::kMore;
      Batch out = gather(batch, std::exchange(rows, {}), op.live());
      out.set(op.step_.relationships, Column::of(Vector(std::exchange(lists, {}))));
      std::vector<std::uint64_t> ends = std::exchange(nodes, {});
      if (!op.step_.into) {
        out.set(op.step_.to, Column::of(Vector(VectorType::kNode, std::move(ends))));
      }
      return op.emit(std::move(out), worker);
    }
  };

  const ExpandVariable& step_;
};

}  // namespace

OperatorPtr make_expand_variable(const ExpandVariable& step) {
  return std::make_unique<ExpandVariableOperator>(step);
}

}  // namespace yeon::query
