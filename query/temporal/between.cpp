#include <optional>

#include "functions/errors.h"
#include "temporal/arithmetic.h"
#include "temporal/calendar.h"
#include "temporal/duration_builder.h"
#include "temporal/local.h"

namespace yeon::query::temporal {
namespace {

/// One side of a difference: a local date and time, and the moment where both have a zone.
struct Side {
  std::int64_t days = 0;
  std::int64_t nanos = 0;  ///< since midnight
};

/// Both sides on one clock.
struct Sides {
  Side from;
  Side to;
  std::int64_t to_seconds = 0;  ///< of `to`: UTC where there is a zone, else local
  std::optional<Zone> zone;
  bool dated = false;
};

Side on_clock_of(const Zone& zone, std::int64_t utc, std::int64_t nanos) {
  const std::int64_t local = utc + zone.offset_at(utc);
  return {floor_div(local, kSecondsPerDay),
          floor_mod(local, kSecondsPerDay) * kNanosPerSecond + nanos};
}

/// Fills what one lacks from the other, and shows `to` on `from`'s clock.
Sides align(Components from, Components to) {
  Sides sides;
  sides.dated = from.days.has_value() && to.days.has_value();
  if (!from.days) from.days = to.days;
  if (!to.days) to.days = from.days;
  if (!from.zone) from.zone = to.zone;
  if (!to.zone) to.zone = from.zone;
  sides.from = {from.days.value_or(0), from.nanos.value_or(0)};
  sides.to = {to.days.value_or(0), to.nanos.value_or(0)};
  sides.to_seconds = local_seconds(sides.to.days, sides.to.nanos);
  if (from.zone) {
    sides.zone = from.zone;
    sides.to_seconds = to.zone->to_utc(sides.to_seconds, to.offset);
    sides.to = on_clock_of(*from.zone, sides.to_seconds, sides.to.nanos % kNanosPerSecond);
  }
  return sides;
}

/// Whole days from one to the other on the local clock, towards zero.
std::int64_t days_between(const Side& from, const Side& to) {
  std::int64_t days = to.days - from.days;
  if (days > 0 && to.nanos < from.nanos) --days;
  if (days < 0 && to.nanos > from.nanos) ++days;
  return days;
}

std::int64_t months_between(const Side& from, const Side& to) {
  const std::int64_t end = from.days + days_between(from, to);
  const CivilDate a = civil_date(from.days);
  const CivilDate b = civil_date(end);
  // A month counts once its day of the month is reached; 32 is more than any.
  const std::int64_t packed_a = (a.year * 12 + a.month - 1) * 32 + a.day;
  const std::int64_t packed_b = (b.year * 12 + b.month - 1) * 32 + b.day;
  return (packed_b - packed_a) / 32;
}

Result<Value> seconds_between(const Sides& sides, const Side& start, std::int64_t months,
                              std::int64_t days, const std::optional<std::int32_t>& offset) {
  std::int64_t from = local_seconds(start.days, start.nanos);
  if (sides.zone) from = sides.zone->to_utc(from, offset);
  DurationBuilder builder;
  builder.add_months(months);
  builder.add_days(days);
  builder.add_seconds(sides.to_seconds - from);
  builder.add_nanos(sides.to.nanos % kNanosPerSecond - start.nanos % kNanosPerSecond);
  const Result<Duration> duration = builder.finish();
  if (!duration) return fail(duration.error());
  return Value(*duration);
}

}  // namespace

Result<Value> between(const Value& from, const Value& to, DifferenceUnit unit) {
  const Result<Components> a = take_apart(from);
  if (!a) return fail(a.error());
  const Result<Components> b = take_apart(to);
  if (!b) return fail(b.error());
  const Sides sides = align(*a, *b);
  switch (unit) {
    case DifferenceUnit::kMonths:
      return Value(Duration{months_between(sides.from, sides.to), 0, 0, 0});
    case DifferenceUnit::kDays:
      return Value(Duration{0, days_between(sides.from, sides.to), 0, 0});
    case DifferenceUnit::kSeconds:
      return seconds_between(sides, sides.from, 0, 0, a->offset);
    case DifferenceUnit::kMixed:
      break;
  }
  if (!sides.dated) return seconds_between(sides, sides.from, 0, 0, a->offset);
  Side start = sides.from;
  const std::int64_t months = months_between(start, sides.to);
  start.days = days_of(plus_months(civil_date(start.days), months));
  const std::int64_t days = days_between(start, sides.to);
  start.days += days;
  return seconds_between(sides, start, months, days, a->offset);
}

}  // namespace yeon::query::temporal
