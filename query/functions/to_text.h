#pragma once

#include <optional>
#include <string>

#include "yeon/base/value.h"

namespace yeon::query {

/// What toString() makes of a boolean, number, string, temporal value, duration or point; nullopt
/// for the other kinds.
std::optional<std::string> scalar_text(const Value& value);

/// point({x: 1.0, y: 2.0, crs: 'cartesian'}), as a query would write it.
std::string point_text(const Point& point);

}  // namespace yeon::query
