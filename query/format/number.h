#pragma once

#include <optional>
#include <string_view>

#include "yeon/base/value.h"
#include "yeon/query/format.h"

namespace yeon::query {

/// A decimal or scientific number as Cypher and JSON write it, of the whole text; "NaN", "Infinity"
/// and "-Infinity" too. Locale does not matter.
std::optional<double> parse_float(std::string_view text);

/// Decimal digits with an optional sign, of the whole text; nullopt beyond 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace yeon::query
