#pragma once

#include <cstdint>
#include <string_view>

#include "temporal/zone.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query::temporal {

/// What time it is, and where: for values made without saying so.
struct Clock {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00Z
  std::int32_t nanos = 0;
  Zone zone;
};

/// The present as a value of `kind`, in the clock's zone. Requires is_instant(kind).
Result<Value> current(Kind kind, const Clock& clock);

/// A value of `kind` from a string, a map or another temporal value, as date(), time(), datetime(),
/// localtime() and localdatetime() make it. Requires is_instant(kind).
/// Errors: TypeError InvalidArgumentType for other arguments; ArgumentError InvalidArgumentValue
///         for what does not make a valid value.
Result<Value> construct(Kind kind, const Value& argument, const Clock& clock);

/// A duration from a string or a map of years, quarters, months, weeks, days, hours, minutes,
/// seconds, milliseconds, microseconds and nanoseconds.
Result<Value> construct_duration(const Value& argument);

/// `value` cut down to the beginning of its `unit` (millennium ... microsecond) as a value of
/// `kind`; then `fields` set smaller parts.
Result<Value> truncate(Kind kind, std::string_view unit, const Value& value, const Map& fields,
                       const Clock& clock);

}  // namespace yeon::query::temporal
