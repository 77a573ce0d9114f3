#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "temporal/zone.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query::temporal {

/// The map given to a temporal constructor: {year: 1984, week: 10, time: other, ...}.
///
/// Errors: ArgumentError InvalidArgumentValue for an unknown key or a value out of range,
///         TypeError InvalidArgumentType for one of the wrong kind.
class Fields {
 public:
  /// Borrows `map`. Every key must be one of openCypher's.
  static Result<Fields> of(const Map& map);

  /// Null where the key is absent.
  const Value* find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  bool has_null() const;

  Result<std::optional<std::int64_t>> integer(std::string_view key, std::int64_t low,
                                              std::int64_t high) const;
  Result<std::optional<Zone>> zone() const;  ///< of the key `timezone`

 private:
  explicit Fields(const Map& map) : map_(&map) {}
  const Map* map_;
};

/// The local date that the date fields say, counting from `base` where given: fields change it one
/// by one, from the largest to the smallest. Without a base, the year is required and the fields of
/// one calendar (month and day, week, quarter, or ordinal day) follow it without gaps.
Result<std::int64_t> date_from(const Fields& fields, std::optional<std::int64_t> base);

/// Nanoseconds since midnight that the time fields say, likewise.
Result<std::int64_t> time_from(const Fields& fields, std::optional<std::int64_t> base);

}  // namespace yeon::query::temporal
