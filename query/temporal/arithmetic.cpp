#include "temporal/arithmetic.h"

#include <cmath>
#include <limits>

#include "functions/errors.h"
#include "temporal/calendar.h"
#include "temporal/duration_builder.h"
#include "temporal/local.h"

namespace yeon::query::temporal {
namespace {

tl::unexpected<Error> overflow() {
  return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                         "the result of temporal arithmetic does not fit");
}

struct Split {
  std::int64_t whole = 0;
  long double fraction = 0;
};

std::optional<Split> split(long double value) {
  constexpr long double kLimit = 9.2e18L;
  if (!(std::fabs(value) < kLimit)) return std::nullopt;
  const long double whole = std::trunc(value);
  return Split{static_cast<std::int64_t>(whole), value - whole};
}

Result<Duration> scale(const Duration& a, long double factor) {
  const auto months = split(static_cast<long double>(a.months) * factor);
  const auto days = split(static_cast<long double>(a.days) * factor);
  const auto seconds = split(static_cast<long double>(a.seconds) * factor);
  const auto nanos = split(static_cast<long double>(a.nanos) * factor);
  if (!months || !days || !seconds || !nanos) return overflow();
  DurationBuilder builder;
  builder.add_months(months->whole, months->fraction);
  builder.add_days(days->whole, days->fraction);
  builder.add_seconds(seconds->whole, seconds->fraction);
  builder.add_nanos(nanos->whole, nanos->fraction);
  return builder.finish();
}

/// Days moved by months, then days; nullopt where that leaves what years can say.
std::optional<std::int64_t> plus_calendar(std::int64_t days, const Duration& duration) {
  constexpr std::int64_t kMostMonths = 4 * kMaxYear * 12;
  constexpr std::int64_t kMostDays = 4 * kMaxYear * 366;
  if (std::abs(duration.months) > kMostMonths || std::abs(duration.days) > kMostDays) {
    return std::nullopt;
  }
  return days_of(plus_months(civil_date(days), duration.months)) + duration.days;
}

bool fits_clock(const Duration& duration) {
  constexpr std::int64_t kMostSeconds = std::int64_t{1} << 60;
  return duration.seconds < kMostSeconds && duration.seconds > -kMostSeconds;
}

Result<Value> plus_date(std::int64_t days, const Duration& duration) {
  const auto moved = plus_calendar(days, duration);
  if (!moved || !fits_clock(duration)) return overflow();
  // Seconds and nanoseconds count as one span, cut towards zero.
  std::int64_t seconds = duration.seconds;
  if (seconds < 0 && duration.nanos > 0) ++seconds;
  return make_date(*moved + seconds / kSecondsPerDay);
}

std::int64_t plus_clock(std::int64_t nanos, const Duration& duration) {
  const std::int64_t seconds = duration.seconds % kSecondsPerDay;
  return floor_mod(nanos + seconds * kNanosPerSecond + duration.nanos, kNanosPerDay);
}

Result<Value> plus_local(const LocalDateTime& at, const Duration& duration) {
  const std::int64_t day = floor_div(at.seconds, kSecondsPerDay);
  const auto moved = plus_calendar(day, duration);
  if (!moved || !fits_clock(duration)) return overflow();
  const std::int64_t nanos = std::int64_t{at.nanos} + duration.nanos;
  const std::int64_t seconds = at.seconds + (*moved - day) * kSecondsPerDay + duration.seconds;
  return make_local_date_time(seconds + nanos / kNanosPerSecond, nanos % kNanosPerSecond);
}

Result<Value> plus_zoned(const Value& value, const Duration& duration) {
  const Result<Components> parts = take_apart(value);
  if (!parts) return fail(parts.error());
  const auto moved = plus_calendar(*parts->days, duration);
  if (!moved || !fits_clock(duration)) return overflow();
  const std::int64_t local = local_seconds(*moved, *parts->nanos);
  const std::int64_t nanos = *parts->nanos % kNanosPerSecond + duration.nanos;
  const std::int64_t utc =
      parts->zone->to_utc(local, parts->offset) + duration.seconds + nanos / kNanosPerSecond;
  return make_zoned_at(utc, static_cast<std::int32_t>(nanos % kNanosPerSecond), *parts->zone);
}

}  // namespace

Result<Duration> add(const Duration& a, const Duration& b) {
  DurationBuilder builder;
  for (const Duration* part : {&a, &b}) {
    builder.add_months(part->months);
    builder.add_days(part->days);
    builder.add_seconds(part->seconds);
    builder.add_nanos(part->nanos);
  }
  return builder.finish();
}

Result<Duration> multiply(const Duration& a, std::int64_t factor) {
  DurationBuilder builder;
  builder.add_months_of(factor, a.months, 0);
  builder.add_days_of(factor, a.days, 0);
  builder.add_seconds_of(factor, a.seconds, 0);
  builder.add_nanos_of(factor, a.nanos, 0);
  return builder.finish();
}

Result<Duration> negate(const Duration& a) { return multiply(a, std::int64_t{-1}); }

Result<Duration> multiply(const Duration& a, double factor) {
  return scale(a, static_cast<long double>(factor));
}

Result<Duration> divide(const Duration& a, double divisor) {
  if (divisor == 0) {
    return runtime_failure(ErrorType::kArithmeticError, "DivisionByZero",
                           "a duration cannot be divided by zero");
  }
  return scale(a, 1.0L / static_cast<long double>(divisor));
}

Result<Value> plus(const Value& value, const Duration& duration) {
  switch (value.kind()) {
    case Kind::kDate:
      return plus_date(value.date().days, duration);
    case Kind::kLocalTime:
      return Value(LocalTime{plus_clock(value.local_time().nanos, duration)});
    case Kind::kTime:
      return Value(Time{plus_clock(value.time().nanos, duration), value.time().offset});
    case Kind::kLocalDateTime:
      return plus_local(value.local_date_time(), duration);
    default:
      return plus_zoned(value, duration);
  }
}

}  // namespace yeon::query::temporal
