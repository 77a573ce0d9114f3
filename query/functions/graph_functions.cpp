#include "functions/graph_access.h"
#include "functions/tables.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

constexpr KindSet kNode = kinds(Kind::kNode);
constexpr KindSet kRelationship = kinds(Kind::kRelationship);
constexpr KindSet kPath = kinds(Kind::kPath);
constexpr KindSet kEntity = kNode | kRelationship;
constexpr KindSet kEntityOrMap = kEntity | kinds(Kind::kMap);

tl::unexpected<Error> refused(std::string_view function, const Value& argument) {
  return wrong_argument(function, argument, "InvalidArgumentValue");
}

Result<Value> id(Arguments arguments, FunctionContext&) {
  const Value& entity = arguments[0];
  if (entity.is(Kind::kNode)) return Value(static_cast<std::int64_t>(raw(entity.node())));
  if (!entity.is(Kind::kRelationship)) return refused("id", entity);
  return Value(static_cast<std::int64_t>(raw(entity.relationship())));
}

Result<Value> element_id(Arguments arguments, FunctionContext&) {
  const Value& entity = arguments[0];
  if (entity.is(Kind::kNode)) return Value(fmt::format("{}", raw(entity.node())));
  if (!entity.is(Kind::kRelationship)) return refused("elementId", entity);
  return Value(fmt::format("{}", raw(entity.relationship())));
}

Result<Value> labels(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is(Kind::kNode)) return refused("labels", arguments[0]);
  return node_labels(arguments[0].node(), context);
}

Result<Value> type(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is(Kind::kRelationship)) return refused("type", arguments[0]);
  const auto record = relationship_record(arguments[0].relationship(), context);
  if (!record) return fail(record.error());
  // A name once given stays in the catalog, so that the present one knows all.
  return Value(context.snapshot->catalog().name(record->type));
}

Result<Value> start_node(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is(Kind::kRelationship)) return refused("startNode", arguments[0]);
  const auto record = relationship_record(arguments[0].relationship(), context);
  if (!record) return fail(record.error());
  return Value(record->start);
}

Result<Value> end_node(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is(Kind::kRelationship)) return refused("endNode", arguments[0]);
  const auto record = relationship_record(arguments[0].relationship(), context);
  if (!record) return fail(record.error());
  return Value(record->end);
}

Result<Map> map_of(std::string_view function, const Value& value, FunctionContext& context) {
  if (value.is(Kind::kMap)) return value.map();
  if (value.is(Kind::kNode)) return node_properties(value.node(), context);
  if (value.is(Kind::kRelationship)) {
    return relationship_properties(value.relationship(), context);
  }
  return refused(function, value);
}

Result<Value> properties(Arguments arguments, FunctionContext& context) {
  Result<Map> map = map_of("properties", arguments[0], context);
  if (!map) return fail(std::move(map).error());
  return Value(*std::move(map));
}

Result<Value> keys(Arguments arguments, FunctionContext& context) {
  const Result<Map> map = map_of("keys", arguments[0], context);
  if (!map) return fail(map.error());
  List names;
  for (const auto& [key, value] : *map) names.emplace_back(key);
  return Value(std::move(names));
}

Result<Value> length(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kPath)) return refused("length", arguments[0]);
  return Value(static_cast<std::int64_t>(arguments[0].path().relationships.size()));
}

Result<Value> nodes(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kPath)) return refused("nodes", arguments[0]);
  List list;
  for (const NodeId node : arguments[0].path().nodes) list.emplace_back(node);
  return Value(std::move(list));
}

Result<Value> relationships(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kPath)) return refused("relationships", arguments[0]);
  List list;
  for (const RelationshipId relationship : arguments[0].path().relationships) {
    list.emplace_back(relationship);
  }
  return Value(std::move(list));
}

constexpr Function unary(std::string_view name, std::string_view signature,
                         std::string_view description, KindSet accepts, Kind returns,
                         Result<Value> (*call)(Arguments, FunctionContext&)) {
  return {.name = name,
          .signature = signature,
          .description = description,
          .min_arguments = 1,
          .max_arguments = 1,
          .accepts = {accepts, kAnyKind, kAnyKind},
          .returns = kinds(returns),
          .call = call};
}

constexpr Function kFunctions[] = {
    unary("id", "id(entity :: NODE | RELATIONSHIP) :: INTEGER",
          "The number of a node or relationship within this database.", kEntity, Kind::kInteger,
          id),
    unary("elementId", "elementId(entity :: NODE | RELATIONSHIP) :: STRING",
          "The identity of a node or relationship within this database.", kEntity, Kind::kString,
          element_id),
    unary("labels", "labels(node :: NODE) :: LIST", "The labels of a node.", kNode, Kind::kList,
          labels),
    unary("type", "type(relationship :: RELATIONSHIP) :: STRING", "The type of a relationship.",
          kRelationship, Kind::kString, type),
    unary("startNode", "startNode(relationship :: RELATIONSHIP) :: NODE",
          "The node a relationship starts from.", kRelationship, Kind::kNode, start_node),
    unary("endNode", "endNode(relationship :: RELATIONSHIP) :: NODE",
          "The node a relationship leads to.", kRelationship, Kind::kNode, end_node),
    unary("properties", "properties(entity :: NODE | RELATIONSHIP | MAP) :: MAP",
          "All properties as a map.", kEntityOrMap, Kind::kMap, properties),
    unary("keys", "keys(entity :: NODE | RELATIONSHIP | MAP) :: LIST",
          "The names of all properties or entries.", kEntityOrMap, Kind::kList, keys),
    unary("length", "length(path :: PATH) :: INTEGER", "How many relationships a path has.", kPath,
          Kind::kInteger, length),
    unary("nodes", "nodes(path :: PATH) :: LIST", "The nodes of a path, in order.", kPath,
          Kind::kList, nodes),
    unary("relationships", "relationships(path :: PATH) :: LIST",
          "The relationships of a path, in order.", kPath, Kind::kList, relationships),
};

}  // namespace

std::span<const Function> graph_functions() { return kFunctions; }

}  // namespace yeon::query
