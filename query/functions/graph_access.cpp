#include "functions/graph_access.h"

#include <fmt/format.h>

#include <algorithm>

#include "functions/errors.h"

namespace yeon::query {
namespace {

tl::unexpected<Error> no_graph() {
  return fail(ErrorType::kInternal, "a function of the graph was called without a snapshot");
}

tl::unexpected<Error> deleted(std::string_view what, std::uint64_t id) {
  return runtime_failure(ErrorType::kEntityNotFound, "DeletedEntityAccess",
                         fmt::format("{} {} has been deleted", what, id));
}

Status check(NodeId node, const FunctionContext& context) {
  if (context.snapshot == nullptr) return no_graph();
  const Result<bool> exists = context.snapshot->exists(node);
  if (!exists) return fail(exists.error());
  if (!*exists) return deleted("node", raw(node));
  return {};
}

Status check(RelationshipId relationship, const FunctionContext& context) {
  if (context.snapshot == nullptr) return no_graph();
  const auto record = context.snapshot->relationship(relationship);
  if (!record) return fail(record.error());
  if (!*record) return deleted("relationship", raw(relationship));
  return {};
}

template <class Entity>
Result<Value> property_of(Entity entity, std::string_view key, const FunctionContext& context) {
  if (Status alive = check(entity, context); !alive) return fail(std::move(alive).error());
  const auto id = context.snapshot->catalog().find_key(key);
  if (!id) return Value();
  return context.snapshot->property(entity, *id);
}

template <class Entity>
Result<Map> properties_of(Entity entity, const FunctionContext& context) {
  if (Status alive = check(entity, context); !alive) return fail(std::move(alive).error());
  Result<graph::Properties> properties = context.snapshot->properties(entity);
  if (!properties) return fail(std::move(properties).error());
  const graph::Catalog& catalog = context.snapshot->catalog();
  Map map;
  map.reserve(properties->size());
  for (auto& [key, value] : *properties) {
    map.emplace_back(std::string(catalog.name(key)), std::move(value));
  }
  std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return map;
}

}  // namespace

Result<Value> node_property(NodeId node, std::string_view key, FunctionContext& context) {
  return property_of(node, key, context);
}

Result<Value> relationship_property(RelationshipId relationship, std::string_view key,
                                    FunctionContext& context) {
  return property_of(relationship, key, context);
}

Result<Value> node_labels(NodeId node, FunctionContext& context) {
  if (Status alive = check(node, context); !alive) return fail(std::move(alive).error());
  const auto ids = context.snapshot->labels(node);
  if (!ids) return fail(ids.error());
  std::vector<std::string> names;
  for (const LabelId id : *ids) names.emplace_back(context.snapshot->catalog().name(id));
  std::sort(names.begin(), names.end());
  List labels;
  for (std::string& label : names) labels.emplace_back(std::move(label));
  return Value(std::move(labels));
}

Result<Map> node_properties(NodeId node, FunctionContext& context) {
  return properties_of(node, context);
}

Result<Map> relationship_properties(RelationshipId relationship, FunctionContext& context) {
  return properties_of(relationship, context);
}

Result<graph::RelationshipRecord> relationship_record(RelationshipId relationship,
                                                      FunctionContext& context) {
  if (context.snapshot == nullptr) return no_graph();
  for (const graph::Snapshot* snapshot : {context.snapshot, context.before}) {
    if (snapshot == nullptr) continue;
    auto record = snapshot->relationship(relationship);
    if (!record) return fail(std::move(record).error());
    if (*record) return **record;
  }
  return deleted("relationship", raw(relationship));
}

}  // namespace yeon::query
