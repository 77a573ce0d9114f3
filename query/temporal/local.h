#pragma once

#include <cstdint>
#include <optional>

#include "temporal/calendar.h"
#include "temporal/zone.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query::temporal {

/// A temporal value taken apart: what its kind does not have is absent.
struct Components {
  std::optional<std::int64_t> days;   ///< local date, days since 1970-01-01
  std::optional<std::int64_t> nanos;  ///< local time, nanoseconds since midnight
  std::optional<Zone> zone;           ///< zone or offset
  std::optional<std::int32_t> offset;
};

/// Requires a temporal instant: one of the six kinds, not a duration.
/// Errors: ArgumentError for a zone that this system does not know.
Result<Components> take_apart(const Value& value);

bool is_instant(Kind kind);

/// Seconds of the local clock since 1970-01-01T00:00.
std::int64_t local_seconds(std::int64_t days, std::int64_t nanos);

/// Each fails with ArgumentError InvalidArgumentValue beyond the years ±999,999,999.
Result<Value> make_date(std::int64_t days);
Result<Value> make_local_date_time(std::int64_t seconds, std::int64_t nanos);
/// From the local clock.
Result<Value> make_zoned(std::int64_t days, std::int64_t nanos, const Zone& zone,
                         std::optional<std::int32_t> preferred_offset = std::nullopt);
/// From the moment.
Result<Value> make_zoned_at(std::int64_t utc_seconds, std::int32_t nanos, const Zone& zone);

}  // namespace yeon::query::temporal
