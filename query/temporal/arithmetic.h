#pragma once

#include <cstdint>

#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query::temporal {

/// Durations: component by component. ArithmeticError IntegerOverflow beyond 64 bits.
Result<Duration> add(const Duration& a, const Duration& b);
Result<Duration> negate(const Duration& a);
/// A fraction of a component moves on to the next smaller one.
Result<Duration> multiply(const Duration& a, std::int64_t factor);
Result<Duration> multiply(const Duration& a, double factor);
/// ArithmeticError DivisionByZero for 0.
Result<Duration> divide(const Duration& a, double divisor);

/// A temporal instant moved by a duration: months first (the day clamped to the month), then days,
/// both on the local clock, then seconds on the time line. A date ignores what is left of a day;
/// a mere time ignores months and days. Requires is_instant(value.kind()).
Result<Value> plus(const Value& value, const Duration& duration);

/// How a difference is said.
enum class DifferenceUnit : std::uint8_t { kMixed, kMonths, kDays, kSeconds };

/// From `from` to `to`. What one has not is taken from the other: a date for a mere time, a zone
/// for a local value; a date's time is midnight. Requires two temporal instants.
Result<Value> between(const Value& from, const Value& to, DifferenceUnit unit);

}  // namespace yeon::query::temporal
