#include "temporal/duration_builder.h"

#include <cmath>
#include <limits>

#include "functions/errors.h"
#include "temporal/calendar.h"

namespace yeon::query::temporal {
namespace {

constexpr std::int64_t kSecondsPerMonth = 2'629'746;  // a 4,800th of 146,097 days

// What a double's last bits lose is far below this part of a nanosecond.
constexpr long double kSlack = 1e-4L;

long double whole_nanos(long double nanos) {
  return nanos < 0 ? std::ceil(nanos - kSlack) : std::floor(nanos + kSlack);
}

}  // namespace

void DurationBuilder::Sum::add(std::int64_t factor, std::int64_t count, long double part) {
  whole += Wide{factor} * count;
  fraction += static_cast<long double>(factor) * part;
}

DurationBuilder::Sum DurationBuilder::Sum::settled() const {
  Sum sum = *this;
  const long double carried = std::trunc(sum.fraction);
  sum.whole += static_cast<Wide>(carried);
  sum.fraction -= carried;
  if (sum.whole > 0 && sum.fraction < 0) {
    sum.whole -= 1;
    sum.fraction += 1;
  } else if (sum.whole < 0 && sum.fraction > 0) {
    sum.whole += 1;
    sum.fraction -= 1;
  }
  return sum;
}

void DurationBuilder::add_months(std::int64_t whole, long double fraction) {
  months_.add(1, whole, fraction);
}
void DurationBuilder::add_days(std::int64_t whole, long double fraction) {
  days_.add(1, whole, fraction);
}
void DurationBuilder::add_seconds(std::int64_t whole, long double fraction) {
  seconds_.add(1, whole, fraction);
}
void DurationBuilder::add_nanos(std::int64_t whole, long double fraction) {
  nanos_.add(1, whole, fraction);
}
void DurationBuilder::add_months_of(std::int64_t factor, std::int64_t whole, long double fraction) {
  months_.add(factor, whole, fraction);
}
void DurationBuilder::add_days_of(std::int64_t factor, std::int64_t whole, long double fraction) {
  days_.add(factor, whole, fraction);
}
void DurationBuilder::add_seconds_of(std::int64_t factor, std::int64_t whole,
                                     long double fraction) {
  seconds_.add(factor, whole, fraction);
}
void DurationBuilder::add_nanos_of(std::int64_t factor, std::int64_t whole, long double fraction) {
  nanos_.add(factor, whole, fraction);
}

Result<Duration> DurationBuilder::finish() const {
  const Sum months = months_.settled();

  // A fraction of a month, in nanoseconds, splits into days and the rest.
  const long double month_nanos = whole_nanos(months.fraction * kSecondsPerMonth * kNanosPerSecond);
  const auto from_months = static_cast<std::int64_t>(month_nanos);
  Sum all_days = days_;
  all_days.whole += from_months / kNanosPerDay;
  const Sum days = all_days.settled();

  Wide nanos = nanos_.whole + from_months % kNanosPerDay;
  const long double parts =
      days.fraction * kNanosPerDay + seconds_.fraction * kNanosPerSecond + nanos_.fraction;
  nanos += static_cast<Wide>(whole_nanos(parts));

  Wide carry = nanos / kNanosPerSecond;
  Wide rest = nanos % kNanosPerSecond;
  if (rest < 0) {
    rest += kNanosPerSecond;
    carry -= 1;
  }
  const Wide seconds = seconds_.whole + carry;
  for (const Wide component : {months.whole, days.whole, seconds}) {
    if (component > std::numeric_limits<std::int64_t>::max() ||
        component < std::numeric_limits<std::int64_t>::min()) {
      return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                             "the duration is too long for 64 bits");
    }
  }
  return Duration{static_cast<std::int64_t>(months.whole), static_cast<std::int64_t>(days.whole),
                  static_cast<std::int64_t>(seconds), static_cast<std::int32_t>(rest)};
}

}  // namespace yeon::query::temporal
