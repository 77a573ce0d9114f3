#pragma once

#include <cstdint>

#include "yeon/base/result.h"
#include "yeon/base/temporal.h"

namespace yeon::query::temporal {

/// Adds up the parts of a duration, each a whole number and a fraction of the same sign.
///
/// A fraction of a month becomes days of a mean month (30.436875 days), a fraction of a day
/// becomes seconds; a smaller unit never grows into a larger one. Source: openCypher CIP2015-08-06.
class DurationBuilder {
 public:
  void add_months(std::int64_t whole, long double fraction = 0);
  void add_days(std::int64_t whole, long double fraction = 0);
  void add_seconds(std::int64_t whole, long double fraction = 0);
  void add_nanos(std::int64_t whole, long double fraction = 0);
  /// `count` times a unit that is `factor` of the smaller one: hours are 3,600 seconds.
  void add_months_of(std::int64_t factor, std::int64_t whole, long double fraction);
  void add_days_of(std::int64_t factor, std::int64_t whole, long double fraction);
  void add_seconds_of(std::int64_t factor, std::int64_t whole, long double fraction);
  /// A unit of which a second has many: milliseconds have a million nanoseconds.
  void add_nanos_of(std::int64_t factor, std::int64_t whole, long double fraction);

  /// ArithmeticError IntegerOverflow where a component does not fit 64 bits.
  Result<Duration> finish() const;

 private:
  __extension__ using Wide = __int128;
  struct Sum {
    Wide whole = 0;
    long double fraction = 0;
    void add(std::int64_t factor, std::int64_t count, long double part);
    /// Carries what the fractions made whole, and gives both one sign.
    Sum settled() const;
  };
  Sum months_;
  Sum days_;
  Sum seconds_;
  Sum nanos_;
};

}  // namespace yeon::query::temporal
