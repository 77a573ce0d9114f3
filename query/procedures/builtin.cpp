#include "procedures/builtin.h"

#include <algorithm>

#include "procedures/algo.h"

namespace yeon::query {
namespace {

using Rows = std::vector<std::vector<Value>>;

Rows sorted(Rows rows) {
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a[0].string() < b[0].string(); });
  return rows;
}

/// Names that nothing uses any more are left out: the catalog never forgets one.
Result<Rows> labels(const graph::Snapshot& snapshot, std::span<const Value>) {
  Rows out;
  for (std::uint32_t i = 0; i < snapshot.catalog().label_count(); ++i) {
    const std::uint64_t count = snapshot.count_nodes(LabelId{i});
    if (count == 0) continue;
    out.push_back(
        {Value(snapshot.catalog().name(LabelId{i})), Value(static_cast<std::int64_t>(count))});
  }
  return sorted(std::move(out));
}

Result<Rows> relationship_types(const graph::Snapshot& snapshot, std::span<const Value>) {
  Rows out;
  for (std::uint32_t i = 0; i < snapshot.catalog().type_count(); ++i) {
    const std::uint64_t count = snapshot.count_relationships(RelationshipTypeId{i});
    if (count == 0) continue;
    out.push_back({Value(snapshot.catalog().name(RelationshipTypeId{i})),
                   Value(static_cast<std::int64_t>(count))});
  }
  return sorted(std::move(out));
}

Result<Rows> property_keys(const graph::Snapshot& snapshot, std::span<const Value>) {
  Rows out;
  for (std::uint32_t i = 0; i < snapshot.catalog().key_count(); ++i) {
    out.push_back({Value(snapshot.catalog().name(PropertyKeyId{i}))});
  }
  return sorted(std::move(out));
}

Field field(std::string name, std::string type) {
  return {std::move(name), std::move(type), false, {}};
}

}  // namespace

void add_builtin_procedures(ProcedureRegistry& registry) {
  registry.add({"db.labels",
                {},
                {field("label", "STRING"), field("count", "INTEGER")},
                "Labels in use, with the number of their nodes.",
                labels});
  registry.add({"db.relationshipTypes",
                {},
                {field("relationshipType", "STRING"), field("count", "INTEGER")},
                "Relationship types in use, with the number of their relationships.",
                relationship_types});
  registry.add({"db.propertyKeys",
                {},
                {field("propertyKey", "STRING")},
                "All property keys ever used.",
                property_keys});
  add_algorithms(registry);
}

}  // namespace yeon::query
