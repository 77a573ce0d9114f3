#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "functions/tables.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

constexpr KindSet kPoint = kinds(Kind::kPoint);

struct ReferenceSystem {
  std::int32_t srid;
  std::string_view name;
  bool geographic;
  bool has_z;
};

constexpr ReferenceSystem kSystems[] = {
    {7203, "cartesian", false, false},
    {9157, "cartesian-3d", false, true},
    {4326, "wgs-84", true, false},
    {4979, "wgs-84-3d", true, true},
};

tl::unexpected<Error> invalid(std::string message) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue", std::move(message),
                         "give x and y, or longitude and latitude");
}

const Value* find(const Map& map, std::string_view key) {
  for (const auto& [name, value] : map) {
    if (name == key) return &value;
  }
  return nullptr;
}

/// The system that `crs` or `srid` names; nullptr inside for neither.
Result<const ReferenceSystem*> named_system(const Map& map) {
  const Value* crs = find(map, "crs");
  const Value* srid = find(map, "srid");
  if (crs == nullptr && srid == nullptr) return nullptr;
  for (const ReferenceSystem& system : kSystems) {
    const bool by_name = crs && crs->is(Kind::kString) && crs->string() == system.name;
    const bool by_id = !crs && srid->is(Kind::kInteger) && srid->integer() == system.srid;
    if (by_name || by_id) return &system;
  }
  return invalid("the coordinate reference system is not known");
}

/// A coordinate under its Cartesian or its geographic name.
struct Coordinate {
  std::optional<double> value;
  bool geographic = false;
};

Result<Coordinate> coordinate(const Map& map, std::string_view plain, std::string_view named) {
  for (const std::string_view key : {plain, named}) {
    const Value* value = find(map, key);
    if (value == nullptr) continue;
    if (!value->is_number()) return wrong_argument("point", *value);
    return Coordinate{value->number(), key == named};
  }
  return Coordinate{};
}

const ReferenceSystem& system_for(bool geographic, bool has_z) {
  return *std::find_if(std::begin(kSystems), std::end(kSystems), [&](const auto& system) {
    return system.geographic == geographic && system.has_z == has_z;
  });
}

Result<Value> point(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kMap)) return wrong_argument("point", arguments[0]);
  const Map& map = arguments[0].map();
  for (const auto& [key, value] : map) {
    if (value.is_null()) return Value();
  }
  const auto system = named_system(map);
  if (!system) return fail(system.error());
  const auto x = coordinate(map, "x", "longitude");
  if (!x) return fail(x.error());
  const auto y = coordinate(map, "y", "latitude");
  if (!y) return fail(y.error());
  const auto z = coordinate(map, "z", "height");
  if (!z) return fail(z.error());
  if (!x->value || !y->value) return invalid("a point needs two coordinates");
  const bool geographic = x->geographic || y->geographic || z->geographic ||
                          (*system != nullptr && (*system)->geographic);
  const ReferenceSystem& used =
      *system != nullptr ? **system : system_for(geographic, z->value.has_value());
  if (used.has_z != z->value.has_value() || used.geographic != geographic) {
    return invalid(fmt::format("the coordinates do not fit {}", used.name));
  }
  if (geographic && std::abs(*y->value) > 90) return invalid("latitude lies beyond 90 degrees");
  return Value(Point{used.srid, *x->value, *y->value, z->value.value_or(0)});
}

/// Great-circle distance in metres, with the mean of the heights added to the radius.
double distance_on_earth(const Point& a, const Point& b) {
  constexpr double kRadius = 6'378'140.0;
  constexpr double kDegree = std::numbers::pi / 180.0;
  const double latitude = std::sin((b.y - a.y) * kDegree / 2);
  const double longitude = std::sin((b.x - a.x) * kDegree / 2);
  const double haversine = latitude * latitude + std::cos(a.y * kDegree) * std::cos(b.y * kDegree) *
                                                     longitude * longitude;
  const double radius = kRadius + (a.z + b.z) / 2;
  const double arc = 2 * radius * std::asin(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
  return std::hypot(arc, a.z - b.z);
}

Result<Value> distance(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is(Kind::kPoint)) return wrong_argument("point.distance", argument);
  }
  const Point& a = arguments[0].point();
  const Point& b = arguments[1].point();
  if (a.srid != b.srid) return Value();
  if (a.srid == 4326 || a.srid == 4979) return Value(distance_on_earth(a, b));
  return Value(std::hypot(a.x - b.x, a.y - b.y, a.z - b.z));
}

Result<Value> within_box(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is(Kind::kPoint)) return wrong_argument("point.withinBBox", argument);
  }
  const Point& at = arguments[0].point();
  const Point& low = arguments[1].point();
  const Point& high = arguments[2].point();
  if (at.srid != low.srid || at.srid != high.srid) return Value();
  const bool geographic = at.srid == 4326 || at.srid == 4979;
  // A geographic box whose lower corner lies east of the upper one spans the date line.
  const bool x_inside = geographic && low.x > high.x ? at.x >= low.x || at.x <= high.x
                                                     : at.x >= low.x && at.x <= high.x;
  return Value(x_inside && at.y >= low.y && at.y <= high.y && at.z >= low.z && at.z <= high.z);
}

constexpr Function kFunctions[] = {
    {.name = "point",
     .signature = "point(coordinates :: MAP) :: POINT",
     .description = "A point of x and y, or longitude and latitude, with or without height.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kinds(Kind::kMap), kAnyKind, kAnyKind},
     .returns = kPoint,
     .call = point},
    {.name = "point.distance",
     .signature = "point.distance(a :: POINT, b :: POINT) :: FLOAT",
     .description = "The distance between two points; in metres on the earth.",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kPoint, kPoint, kAnyKind},
     .returns = kinds(Kind::kFloat),
     .call = distance},
    {.name = "distance",
     .signature = "distance(a :: POINT, b :: POINT) :: FLOAT",
     .description = "The older name of point.distance().",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kPoint, kPoint, kAnyKind},
     .returns = kinds(Kind::kFloat),
     .call = distance},
    {.name = "point.withinBBox",
     .signature = "point.withinBBox(p :: POINT, lower :: POINT, upper :: POINT) :: BOOLEAN",
     .description = "Whether a point lies in the box between two corners.",
     .min_arguments = 3,
     .max_arguments = 3,
     .accepts = {kPoint, kPoint, kPoint},
     .returns = kinds(Kind::kBoolean),
     .call = within_box},
};

}  // namespace

std::span<const Function> point_functions() { return kFunctions; }

}  // namespace yeon::query
