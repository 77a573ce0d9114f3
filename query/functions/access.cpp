#include <fmt/format.h>

#include <algorithm>

#include "functions/errors.h"
#include "functions/graph_access.h"
#include "functions/operators.h"
#include "temporal/component.h"

namespace yeon::query::op {
namespace {

tl::unexpected<Error> wrong_type(std::string message) {
  return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType", std::move(message));
}

Value entry(const Map& map, std::string_view key) {
  const auto found = std::lower_bound(
      map.begin(), map.end(), key,
      [](const auto& item, std::string_view wanted) { return item.first < wanted; });
  return found != map.end() && found->first == key ? found->second : Value();
}

Result<Value> list_item(const List& list, const Value& key) {
  if (!key.is(Kind::kInteger)) {
    return runtime_failure(
        ErrorType::kTypeError, "ListElementAccessByNonInteger",
        fmt::format("a list is indexed by an integer, not {}", name(key.kind())));
  }
  const auto size = static_cast<std::int64_t>(list.size());
  const std::int64_t place = key.integer() < 0 ? key.integer() + size : key.integer();
  if (place < 0 || place >= size) return Value();
  return list[static_cast<std::size_t>(place)];
}

std::optional<Value> point_part(const Point& point, std::string_view key) {
  const bool geographic = point.srid == 4326 || point.srid == 4979;
  if (key == "x" || (geographic && key == "longitude")) return Value(point.x);
  if (key == "y" || (geographic && key == "latitude")) return Value(point.y);
  if (key == "z" || (geographic && key == "height")) {
    return point.has_z() ? Value(point.z) : Value();
  }
  if (key == "srid") return Value(std::int64_t{point.srid});
  if (key == "crs") {
    if (geographic) return Value(point.has_z() ? "wgs-84-3d" : "wgs-84");
    return Value(point.has_z() ? "cartesian-3d" : "cartesian");
  }
  return std::nullopt;
}

/// Where a bound of a slice lies, within [0, size].
std::size_t bound(std::int64_t at, std::size_t size) {
  const auto signed_size = static_cast<std::int64_t>(size);
  const std::int64_t place = at < 0 ? at + signed_size : at;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(place, 0, signed_size));
}

}  // namespace

Result<Value> index(const Value& container, const Value& key, FunctionContext& context) {
  if (container.is_null() || key.is_null()) return Value();
  if (container.is(Kind::kList)) return list_item(container.list(), key);
  const bool keyed =
      container.is(Kind::kMap) || container.is(Kind::kNode) || container.is(Kind::kRelationship);
  if (!keyed) {
    return wrong_type(fmt::format("a {} has no elements to index", name(container.kind())));
  }
  if (!key.is(Kind::kString)) {
    return runtime_failure(ErrorType::kTypeError, "MapElementAccessByNonString",
                           fmt::format("a {} is indexed by a string, not {}",
                                       name(container.kind()), name(key.kind())));
  }
  return property(container, key.string(), context);
}

Result<Value> slice(const Value& list, const Value* from, const Value* to) {
  if (list.is_null() || (from && from->is_null()) || (to && to->is_null())) return Value();
  if (!list.is(Kind::kList)) {
    return wrong_type(fmt::format("a {} cannot be sliced", name(list.kind())));
  }
  for (const Value* end : {from, to}) {
    if (end && !end->is(Kind::kInteger)) {
      return wrong_type(fmt::format("a slice goes by integers, not {}", name(end->kind())));
    }
  }
  const List& items = list.list();
  const std::size_t start = from ? bound(from->integer(), items.size()) : 0;
  const std::size_t stop = to ? bound(to->integer(), items.size()) : items.size();
  if (start >= stop) return Value(List{});
  return Value(List(items.begin() + static_cast<std::ptrdiff_t>(start),
                    items.begin() + static_cast<std::ptrdiff_t>(stop)));
}

Result<Value> component(const Value& container, std::string_view key) {
  if (container.is_null()) return Value();
  if (container.is(Kind::kMap)) return entry(container.map(), key);
  std::optional<Value> part = container.is(Kind::kPoint) ? point_part(container.point(), key)
                                                         : temporal::component(container, key);
  if (part) return *std::move(part);
  return wrong_type(fmt::format("a {} has no `{}`", name(container.kind()), key));
}

Result<Value> property(const Value& container, std::string_view key, FunctionContext& context) {
  if (container.is(Kind::kNode)) return node_property(container.node(), key, context);
  if (container.is(Kind::kRelationship)) {
    return relationship_property(container.relationship(), key, context);
  }
  return component(container, key);
}

}  // namespace yeon::query::op
