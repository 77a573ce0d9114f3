#include "execute/neighbours.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Counts that statistics know; each row gets the number.
class NodeCountOperator final : public Operator {
 public:
  explicit NodeCountOperator(const NodeCount& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::uint64_t count = 0;
    if (!step_.label) {
      count = worker.snapshot->count_nodes();
    } else if (const auto label = worker.snapshot->catalog().find_label(*step_.label)) {
      count = worker.snapshot->count_nodes(*label);
    }
    batch.set(step_.slot, Column::repeat(Value(static_cast<std::int64_t>(count))));
    return emit(std::move(batch), worker);
  }

 private:
  const NodeCount& step_;
};

class RelationshipCountOperator final : public Operator {
 public:
  explicit RelationshipCountOperator(const RelationshipCount& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::uint64_t count = 0;
    if (step_.types.empty()) count = worker.snapshot->count_relationships();
    for (const std::string& name : step_.types) {
      const auto type = worker.snapshot->catalog().find_type(name);
      if (type) count += worker.snapshot->count_relationships(*type);
    }
    batch.set(step_.slot, Column::repeat(Value(static_cast<std::int64_t>(count))));
    return emit(std::move(batch), worker);
  }

 private:
  const RelationshipCount& step_;
};

class DegreeSumOperator final : public Operator {
 public:
  explicit DegreeSumOperator(const DegreeSum& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    const Neighbours neighbours(step_.types, step_.way, worker);
    std::vector<std::uint64_t> degrees(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::uint64_t id = batch[step_.from].id(row);
      if (id != Vector::kNullId) degrees[row] = neighbours.degree(NodeId{id});
    }
    batch.set(step_.slot, Column::of(Vector(VectorType::kInteger, std::move(degrees))));
    return emit(std::move(batch), worker);
  }

 private:
  const DegreeSum& step_;
};

}  // namespace

OperatorPtr make_node_count(const NodeCount& step) {
  return std::make_unique<NodeCountOperator>(step);
}
OperatorPtr make_relationship_count(const RelationshipCount& step) {
  return std::make_unique<RelationshipCountOperator>(step);
}
OperatorPtr make_degree_sum(const DegreeSum& step) {
  return std::make_unique<DegreeSumOperator>(step);
}

}  // namespace yeon::query
