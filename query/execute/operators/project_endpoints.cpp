#include <algorithm>

#include "execute/neighbours.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// From a known relationship, or a known list of them, to the nodes at its ends.
class ProjectEndpointsOperator final : public Operator {
 public:
  explicit ProjectEndpointsOperator(const ProjectEndpoints& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint64_t> from, to;
    const auto add = [&](std::size_t row, std::uint64_t a, std::uint64_t b) {
      if (step_.from_bound && batch[step_.from].id(row) != a) return;
      if (step_.to_bound && batch[step_.to].id(row) != b) return;
      if (step_.from == step_.to && a != b) return;
      rows.push_back(static_cast<std::uint32_t>(row));
      from.push_back(a);
      to.push_back(b);
    };
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      const std::optional<std::vector<std::uint64_t>> ids = relationships(batch, row);
      if (!ids) continue;
      if (step_.variable_length && (ids->size() < step_.low || ids->size() > step_.high)) continue;
      walk(*ids, step_.way, worker, [&](std::uint64_t a, std::uint64_t b) { add(row, a, b); });
    }
    if (worker.failed()) return Flow::kEnough;
    Batch out = gather(batch, std::move(rows), live());
    out.set(step_.from, Column::of(Vector(VectorType::kNode, std::move(from))));
    out.set(step_.to, Column::of(Vector(VectorType::kNode, std::move(to))));
    return emit(std::move(out), worker);
  }

 private:
  std::optional<std::vector<std::uint64_t>> relationships(const Batch& batch,
                                                          std::size_t row) const {
    const Column& column = batch[step_.relationship];
    std::vector<std::uint64_t> out;
    if (!step_.variable_length) {
      if (column.id(row) == Vector::kNullId) return std::nullopt;
      out.push_back(column.id(row));
    } else {
      const Value value = column.at(row);
      if (!value.is(Kind::kList)) return std::nullopt;
      for (const Value& element : value.list()) {
        if (!element.is(Kind::kRelationship)) return std::nullopt;
        out.push_back(raw(element.relationship()));
      }
    }
    for (const std::uint64_t id : out) {
      if (!differs(id, step_.distinct_from, batch, row)) return std::nullopt;
    }
    return out;
  }

  bool fits(const graph::RelationshipRecord& record, Worker& worker) const {
    if (step_.types.empty()) return true;
    const std::string_view type = worker.snapshot->catalog().name(record.type);
    return std::find(step_.types.begin(), step_.types.end(), type) != step_.types.end();
  }

  /// Calls `give(first node, last node)` for each way the relationships join into a path.
  template <class Give>
  void walk(const std::vector<std::uint64_t>& ids, Way way, Worker& worker,
            const Give& give) const {
    std::vector<graph::RelationshipRecord> records;
    for (const std::uint64_t id : ids) {
      Result<std::optional<graph::RelationshipRecord>> record =
          worker.snapshot->relationship(RelationshipId{id});
      if (!record) return worker.fail(std::move(record).error());
      if (!*record || !fits(**record, worker)) return;
      records.push_back(**record);
    }
    if (records.empty()) return;
    const auto chain = [&](NodeId start) {
      NodeId at = start;
      for (const graph::RelationshipRecord& r : records) {
        if (way != Way::kIncoming && r.start == at) {
          at = r.end;
        } else if (way != Way::kOutgoing && r.end == at) {
          at = r.start;
        } else {
          return;
        }
      }
      give(raw(start), raw(at));
    };
    const graph::RelationshipRecord& first = records.front();
    if (way != Way::kIncoming) chain(first.start);
    if (way != Way::kOutgoing && (way == Way::kIncoming || first.start != first.end)) {
      chain(first.end);
    }
  }

  const ProjectEndpoints& step_;
};

}  // namespace

OperatorPtr make_project_endpoints(const ProjectEndpoints& step) {
  return std::make_unique<ProjectEndpointsOperator>(step);
}

}  // namespace yeon::query
