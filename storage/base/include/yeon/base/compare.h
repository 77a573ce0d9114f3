#pragma once

#include <compare>
#include <cstddef>
#include <optional>

#include "yeon/base/value.h"

namespace yeon {

/// openCypher's `=`: nullopt where the answer is null (unknown). 1 = 1.0; values of different
/// kinds are unequal; lists and maps element by element under three-valued logic.
std::optional<bool> equals(const Value& a, const Value& b);

/// openCypher's comparability (`<`, `<=`, `>`, `>=`): nullopt where the two cannot be compared, so
/// that the comparison is null. NaN gives std::partial_ordering::unordered, for which every
/// comparison is false.
std::optional<std::partial_ordering> compare(const Value& a, const Value& b);

/// openCypher's orderability (ORDER BY, min, max, range indexes): a total order over all values.
/// Ascending: map, node, relationship, list, path, zoned date-time, local date-time, date, time,
/// local time, duration, point, string, boolean, number, NaN last among numbers, null last.
std::weak_ordering order(const Value& a, const Value& b);

/// Equivalence as DISTINCT, grouping and `order` use it: null equals null, NaN equals NaN, 1
/// equals 1.0.
bool equivalent(const Value& a, const Value& b);

/// Consistent with equivalent().
std::size_t hash_of(const Value& value);

}  // namespace yeon
