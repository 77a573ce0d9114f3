#pragma once

#include <optional>
#include <string_view>

#include "yeon/base/value.h"

namespace yeon::query::temporal {

/// A part of a temporal value or duration by openCypher's name (`year`, `weekYear`,
/// `offsetMinutes`, `epochMillis`, `minutesOfHour`, ...); nullopt for a name that the kind has not.
std::optional<Value> component(const Value& value, std::string_view name);

}  // namespace yeon::query::temporal
