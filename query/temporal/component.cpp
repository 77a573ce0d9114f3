#include "temporal/component.h"

#include <string>

#include "temporal/calendar.h"
#include "temporal/zone.h"

namespace yeon::query::temporal {
namespace {

Value integer(std::int64_t value) { return Value(value); }

/// seconds * units + rest; null where that passes 64 bits, as 293 years of nanoseconds do.
Value in_units(std::int64_t seconds, std::int64_t units, std::int64_t rest) {
  std::int64_t count = 0;
  if (__builtin_mul_overflow(seconds, units, &count) ||
      __builtin_add_overflow(count, rest, &count)) {
    return Value();
  }
  return Value(count);
}

std::optional<Value> date_part(std::int64_t days, std::string_view name) {
  if (name == "year") return integer(civil_date(days).year);
  if (name == "quarter") return integer(quarter_of(civil_date(days).month));
  if (name == "month") return integer(civil_date(days).month);
  if (name == "week") return integer(week_date(days).week);
  if (name == "weekYear") return integer(week_date(days).year);
  if (name == "day") return integer(civil_date(days).day);
  if (name == "ordinalDay") return integer(day_of_year(days));
  if (name == "weekDay" || name == "dayOfWeek") return integer(day_of_week(days));
  if (name == "dayOfQuarter") return integer(day_of_quarter(days));
  return std::nullopt;
}

std::optional<Value> time_part(std::int64_t nanos, std::string_view name) {
  const std::int64_t seconds = nanos / kNanosPerSecond;
  const std::int64_t fraction = nanos % kNanosPerSecond;
  if (name == "hour") return integer(seconds / 3'600);
  if (name == "minute") return integer(seconds / 60 % 60);
  if (name == "second") return integer(seconds % 60);
  if (name == "millisecond") return integer(fraction / 1'000'000);
  if (name == "microsecond") return integer(fraction / 1'000);
  if (name == "nanosecond") return integer(fraction);
  return std::nullopt;
}

std::optional<Value> offset_part(std::int32_t offset, const std::string& zone,
                                 std::string_view name) {
  if (name == "timezone") return Value(zone.empty() ? offset_to_text(offset) : zone);
  if (name == "offset") return Value(offset_to_text(offset));
  if (name == "offsetMinutes") return integer(offset / 60);
  if (name == "offsetSeconds") return integer(offset);
  return std::nullopt;
}

std::optional<Value> local_part(std::int64_t seconds, std::int32_t nanos, std::string_view name) {
  if (auto part = date_part(floor_div(seconds, kSecondsPerDay), name)) return part;
  return time_part(floor_mod(seconds, kSecondsPerDay) * kNanosPerSecond + nanos, name);
}

std::optional<Value> zoned_part(const ZonedDateTime& value, std::string_view name) {
  if (name == "epochSeconds") return integer(value.seconds);
  if (name == "epochMillis") return in_units(value.seconds, 1'000, value.nanos / 1'000'000);
  if (auto part = offset_part(value.offset, value.zone, name)) return part;
  return local_part(value.seconds + value.offset, value.nanos, name);
}

std::optional<Value> duration_part(const Duration& value, std::string_view name) {
  if (name == "years") return integer(value.months / 12);
  if (name == "quarters") return integer(value.months / 3);
  if (name == "months") return integer(value.months);
  if (name == "weeks") return integer(value.days / 7);
  if (name == "days") return integer(value.days);
  if (name == "hours") return integer(value.seconds / 3'600);
  if (name == "minutes") return integer(value.seconds / 60);
  if (name == "seconds") return integer(value.seconds);
  if (name == "quartersOfYear") return integer(value.months / 3 % 4);
  if (name == "monthsOfQuarter") return integer(value.months % 3);
  if (name == "monthsOfYear") return integer(value.months % 12);
  if (name == "daysOfWeek") return integer(value.days % 7);
  if (name == "minutesOfHour") return integer(value.seconds / 60 % 60);
  if (name == "secondsOfMinute") return integer(value.seconds % 60);
  if (name == "millisecondsOfSecond") return integer(value.nanos / 1'000'000);
  if (name == "microsecondsOfSecond") return integer(value.nanos / 1'000);
  if (name == "nanosecondsOfSecond") return integer(value.nanos);
  if (name == "milliseconds") return in_units(value.seconds, 1'000, value.nanos / 1'000'000);
  if (name == "microseconds") return in_units(value.seconds, 1'000'000, value.nanos / 1'000);
  if (name == "nanoseconds") return in_units(value.seconds, 1'000'000'000, value.nanos);
  return std::nullopt;
}

}  // namespace

std::optional<Value> component(const Value& value, std::string_view name) {
  switch (value.kind()) {
    case Kind::kDate:
      return date_part(value.date().days, name);
    case Kind::kLocalTime:
      return time_part(value.local_time().nanos, name);
    case Kind::kTime:
      if (auto part = offset_part(value.time().offset, "", name)) return part;
      return time_part(value.time().nanos, name);
    case Kind::kLocalDateTime:
      return local_part(value.local_date_time().seconds, value.local_date_time().nanos, name);
    case Kind::kZonedDateTime:
      return zoned_part(value.zoned_date_time(), name);
    case Kind::kDuration:
      return duration_part(value.duration(), name);
    default:
      return std::nullopt;
  }
}

}  // namespace yeon::query::temporal
