#include "functions/to_text.h"

#include <fmt/format.h>

#include "temporal/text.h"
#include "yeon/query/format.h"

namespace yeon::query {

std::string point_text(const Point& point) {
  const bool geographic = point.srid == 4326 || point.srid == 4979;
  std::string text =
      fmt::format("point({{x: {}, y: {}", float_to_text(point.x), float_to_text(point.y));
  if (point.has_z()) text += fmt::format(", z: {}", float_to_text(point.z));
  text += fmt::format(", crs: '{}{}'}})", geographic ? "wgs-84" : "cartesian",
                      point.has_z() ? "-3d" : "");
  return text;
}

std::optional<std::string> scalar_text(const Value& value) {
  switch (value.kind()) {
    case Kind::kBoolean:
      return value.boolean() ? "true" : "false";
    case Kind::kInteger:
      return fmt::format("{}", value.integer());
    case Kind::kFloat:
      return float_to_text(value.floating());
    case Kind::kString:
      return value.string();
    case Kind::kDate:
      return temporal::to_text(value.date());
    case Kind::kLocalTime:
      return temporal::to_text(value.local_time());
    case Kind::kTime:
      return temporal::to_text(value.time());
    case Kind::kLocalDateTime:
      return temporal::to_text(value.local_date_time());
    case Kind::kZonedDateTime:
      return temporal::to_text(value.zoned_date_time());
    case Kind::kDuration:
      return temporal::to_text(value.duration());
    case Kind::kPoint:
      return point_text(value.point());
    default:
      return std::nullopt;
  }
}

}  // namespace yeon::query
