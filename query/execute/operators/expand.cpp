#include "execute/neighbours.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// One relationship further: for each row and each fitting relationship of its node, a row.
class ExpandOperator final : public Operator {
 public:
  explicit ExpandOperator(const Expand& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    const Neighbours neighbours(step_.types, step_.way, worker);
    const LabelTest has_labels(step_.to_labels, worker);
    if (!has_labels.possible()) return Flow::kMore;
    Rows rows;
    const Column& from = batch[step_.from];
    Flow flow = Flow::kMore;
    for (std::size_t row = 0; row < batch.rows && flow == Flow::kMore; ++row) {
      const std::uint64_t id = from.id(row);
      if (id == Vector::kNullId) continue;
      const std::uint64_t target = step_.into ? batch[step_.to].id(row) : 0;
      neighbours.visit(NodeId{id}, [&](RelationshipId relationship, NodeId other) {
        if (step_.into && raw(other) != target) return true;
        if (!step_.to_labels.empty() && !has_labels(other)) return true;
        if (!step_.distinct_from.empty() &&
            !differs(raw(relationship), step_.distinct_from, batch, row)) {
          return true;
        }
        rows.index.push_back(static_cast<std::uint32_t>(row));
        rows.relationships.push_back(raw(relationship));
        rows.nodes.push_back(raw(other));
        if (rows.index.size() == kBatchRows) flow = flush(batch, rows, worker);
        return flow == Flow::kMore;
      });
      if (worker.failed()) return Flow::kEnough;
    }
    if (flow == Flow::kEnough || rows.index.empty()) return flow;
    return flush(batch, rows, worker);
  }

 private:
  struct Rows {
    std::vector<std::uint32_t> index;
    std::vector<std::uint64_t> relationships;
    std::vector<std::uint64_t> nodes;
  };

  Flow flush(const Batch& batch, Rows& rows, Worker& worker) const {
    Batch out = gather(batch, std::exchange(rows.index, {}), live());
    out.set(step_.relationship,
            Column::of(Vector(VectorType::kRelationship, std::exchange(rows.relationships, {}))));
    if (!step_.into) {
      out.set(step_.to, Column::of(Vector(VectorType::kNode, std::exchange(rows.nodes, {}))));
    }
    rows.nodes.clear();
    return emit(std::move(out), worker);
  }

  const Expand& step_;
};

}  // namespace

OperatorPtr make_expand(const Expand& step) { return std::make_unique<ExpandOperator>(step); }

}  // namespace yeon::query
