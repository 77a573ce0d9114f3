#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/ingest/clock.h"

namespace yeon::ingest {

/// Times of the clock in the five fields of cron, on the clock of a time zone.
///
///   cron  := minute hour day-of-month month day-of-week       (blanks between)
///   field := item ("," item)*
///   item  := ("*" | value | value "-" value) ("/" step)?      ("5/15" means "5-max/15")
///   value := number | JAN..DEC | SUN..SAT                     (any case; Sunday is 0 and 7)
///
/// Where both day fields are given (neither begins with "*"), a day that either names counts.
///
/// When the clock is put forward, times that fall into the gap come due at its end, once; when it
/// is put back, a job of fixed hours runs the first time only, one of every hour ("*" or "*/n")
/// both times.
///
/// Threads: immutable, so freely shared.
class Cron {
 public:
  /// Errors: ArgumentError naming the field, for what is out of range or never comes (February 30),
  /// and for a zone that is not known.
  static Result<Cron> parse(std::string_view text, std::string_view zone);

  /// The first time after `time`. O(days in between).
  Seconds next_after(Seconds time) const;

 private:
  Cron() = default;
  bool is_on_day(std::int64_t days) const;
  Seconds first_on_day(std::int64_t days, Seconds after) const;
  std::vector<Seconds> instants_of(std::chrono::seconds local) const;

  std::uint64_t minutes_ = 0;  ///< a bit for each value, as all fields
  std::uint32_t hours_ = 0;
  std::uint32_t days_ = 0;
  std::uint32_t months_ = 0;
  std::uint32_t weekdays_ = 0;  ///< bit 0: Sunday
  bool any_hour_ = false;       ///< the hour field begins with "*"
  bool any_day_ = false;
  bool any_weekday_ = false;
  std::string zone_;  ///< IANA name; empty: UTC
};

}  // namespace yeon::ingest
