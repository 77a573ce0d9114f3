#include <algorithm>
#include <unordered_map>

#include "execute/evaluate.h"
#include "execute/neighbours.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// shortestPath and allShortestPaths between two known nodes.
/// Method: breadth-first from `from`, level by level, until `to` is met; each node keeps the
///         relationships by which it was first reached. O(nodes + relationships) a row.
class ShortestPathOperator final : public Operator {
 public:
  explicit ShortestPathOperator(const ExpandVariable& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    const Neighbours neighbours(step_.types, step_.way, worker);
    std::vector<std::uint32_t> rows;
    std::vector<Value> lists;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::uint64_t from = batch[step_.from].id(row);
      const std::uint64_t to = batch[step_.to].id(row);
      if (from == Vector::kNullId || to == Vector::kNullId) continue;
      for (Value& path : paths(batch, row, from, to, neighbours, worker)) {
        rows.push_back(static_cast<std::uint32_t>(row));
        lists.push_back(std::move(path));
      }
      if (!worker.may_go_on()) return Flow::kEnough;
    }
    Batch out = gather(batch, std::move(rows), live());
    out.set(step_.relationships, Column::of(Vector(std::move(lists))));
    return emit(std::move(out), worker);
  }

 private:
  struct Reached {
    std::uint64_t depth = 0;
    std::vector<std::pair<RelationshipId, std::uint64_t>> by;  ///< relationship, node before
  };

  bool allowed(RelationshipId relationship, const Batch& batch, std::size_t row,
               Worker& worker) const {
    if (!differs(raw(relationship), step_.distinct_from, batch, row)) return false;
    if (step_.each.empty()) return true;
    Batch scratch = batch;
    scratch.set(step_.element, Column::repeat(Value(relationship)));
    for (const ExprPtr& each : step_.each) {
      const Value holds = evaluate_row(*each, scratch, row, worker);
      if (!holds.is(Kind::kBoolean) || !holds.boolean()) return false;
    }
    return true;
  }

  std::vector<Value> paths(const Batch& batch, std::size_t row, std::uint64_t from,
                           std::uint64_t to, const Neighbours& neighbours, Worker& worker) const {
    if (from == to) {
      return step_.low == 0 ? std::vector<Value>{Value(List{})} : std::vector<Value>{};
    }
    std::unordered_map<std::uint64_t, Reached> reached;
    reached[from];
    std::vector<std::uint64_t> level{from};
    for (std::uint64_t depth = 1; depth <= step_.high && !level.empty(); ++depth) {
      std::vector<std::uint64_t> next;
      for (const std::uint64_t node : level) {
        neighbours.visit(NodeId{node}, [&](RelationshipId relationship, NodeId other) {
          if (!allowed(relationship, batch, row, worker)) return !worker.failed();
          const auto [it, added] = reached.try_emplace(raw(other));
          if (added) {
            it->second.depth = depth;
            next.push_back(raw(other));
          }
          if (it->second.depth == depth) it->second.by.emplace_back(relationship, node);
          return true;
        });
      }
      if (!worker.may_go_on()) return {};
      if (reached.contains(to)) break;
      level = std::move(next);
    }
    std::vector<Value> out;
    if (!reached.contains(to) || reached[to].depth < step_.low) return out;
    std::vector<RelationshipId> back;
    unroll(reached, to, from, back, out);
    return out;
  }

  void unroll(std::unordered_map<std::uint64_t, Reached>& reached, std::uint64_t node,
              std::uint64_t from, std::vector<RelationshipId>& back,
              std::vector<Value>& out) const {
    if (node == from) {
      List list;
      for (auto r = back.rbegin(); r != back.rend(); ++r) list.emplace_back(*r);
      if (step_.reversed) std::reverse(list.begin(), list.end());
      out.emplace_back(std::move(list));
      return;
    }
    for (const auto& [relationship, before] : reached[node].by) {
      back.push_back(relationship);
      unroll(reached, before, from, back, out);
      back.pop_back();
      if (step_.selector == ast::PathSelector::kShortest && !out.empty()) return;
    }
  }

  const ExpandVariable& step_;
};

}  // namespace

OperatorPtr make_shortest_path(const ExpandVariable& step) {
  return std::make_unique<ShortestPathOperator>(step);
}

}  // namespace yeon::query
