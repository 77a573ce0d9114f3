#pragma once

#include <string>
#include <string_view>

#include "temporal/zone.h"
#include "yeon/base/result.h"
#include "yeon/base/temporal.h"

namespace yeon::query::temporal {

// --- From ISO 8601 text. ArgumentError InvalidArgumentValue for what cannot be read.

/// Calendar (2015-07-21, 20150721, 2015-07, 201507, 2015), week (2015-W30-2, 2015W302, 2015-W30),
/// quarter (2015-Q2-60, 2015Q260) and ordinal (2015-202, 2015202) dates; years beyond four digits
/// with a sign.
Result<Date> parse_date(std::string_view text);
/// 21:40:32.142, 214032.142, 21:40, 2140, 21.
Result<LocalTime> parse_local_time(std::string_view text);
/// A local time and an offset; without one, that of `zone` at the moment `now`.
Result<Time> parse_time(std::string_view text, const Zone& zone, std::int64_t now);
/// A date, T, a local time; the time may be left out.
Result<LocalDateTime> parse_local_date_time(std::string_view text);
/// With an offset, a [Zone/Name], or both; with neither, in `zone`.
Result<ZonedDateTime> parse_zoned_date_time(std::string_view text, const Zone& zone);
/// P12Y5M14DT16H13M10.5S, weeks (P2W), decimal and signed parts, and P2012-02-02T14:37:21.545.
Result<Duration> parse_duration(std::string_view text);

// --- To text, as toString() gives it. Seconds that are zero and trailing zeros are left out.
std::string to_text(const Date& value);
std::string to_text(const LocalTime& value);
std::string to_text(const Time& value);
std::string to_text(const LocalDateTime& value);
std::string to_text(const ZonedDateTime& value);
std::string to_text(const Duration& value);

}  // namespace yeon::query::temporal
