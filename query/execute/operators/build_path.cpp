#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Joins nodes, relationships and lists of relationships into a path value.
class BuildPathOperator final : public Operator {
 public:
  explicit BuildPathOperator(const BuildPath& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<Value> paths;
    paths.reserve(batch.rows);
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      paths.push_back(path(batch, row, worker));
    }
    if (worker.failed()) return Flow::kEnough;
    batch.set(step_.slot, Column::of(Vector(std::move(paths))));
    return emit(std::move(batch), worker);
  }

 private:
  Value path(const Batch& batch, std::size_t row, Worker& worker) const {
    Path out;
    for (std::size_t i = 0; i < step_.elements.size(); i += 2) {
      if (i > 0 && !follow(batch[step_.elements[i - 1]], row, out, worker)) return Value();
      const std::uint64_t node = batch[step_.elements[i]].id(row);
      if (node == Vector::kNullId) return Value();
      // Following relationships has already come to this node.
      if (i == 0) {
        out.nodes.push_back(NodeId{node});
      } else if (out.nodes.size() == out.relationships.size()) {
        out.nodes.push_back(NodeId{node});
      }
    }
    return Value(std::move(out));
  }

  static bool follow(const Column& column, std::size_t row, Path& out, Worker& worker) {
    const std::uint64_t single = column.id(row);
    if (single != Vector::kNullId) {
      out.relationships.push_back(RelationshipId{single});
      return true;
    }
    const Value list = column.at(row);
    if (!list.is(Kind::kList)) return false;
    for (const Value& element : list.list()) {
      if (!element.is(Kind::kRelationship)) return false;
      Result<std::optional<graph::RelationshipRecord>> record =
          worker.snapshot->relationship(element.relationship());
      if (!record) {
        worker.fail(std::move(record).error());
        return false;
      }
      if (!*record) return false;
      const NodeId here = out.nodes.back();
      out.relationships.push_back(element.relationship());
      out.nodes.push_back((*record)->start == here ? (*record)->end : (*record)->start);
    }
    return true;
  }

  const BuildPath& step_;
};

}  // namespace

OperatorPtr make_build_path(const BuildPath& step) {
  return std::make_unique<BuildPathOperator>(step);
}

}  // namespace yeon::query
