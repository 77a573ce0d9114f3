#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/ingest/clock.h"
#include "yeon/ingest/cron.h"

namespace yeon::ingest {

/// When a job comes due: every so often, or at times of the clock.
class Schedule {
 public:
  /// `text` is an interval ("30s", "15m", "6h", "2d"; at least a second, at most 366 days), five
  /// cron fields, or @hourly, @daily, @weekly, @monthly. `zone` is an IANA name for cron
  /// ("Asia/Seoul"); empty: UTC. Errors: ArgumentError, saying which part is wrong.
  static Result<Schedule> parse(std::string_view text, std::string_view zone);

  /// The first time due after `time`. For an interval that is `time` plus the interval.
  Seconds next_after(Seconds time) const;

  /// When a job that last started at `last_started` (never: nullopt) and was made at `created` is
  /// due: an interval at once and then from start to start, cron at its next time. May lie in the
  /// past; however many runs were missed, it is one that is due.
  Seconds due(Seconds created, std::optional<Seconds> last_started) const;

  bool is_interval() const noexcept;

 private:
  explicit Schedule(std::variant<std::chrono::seconds, Cron> when) : when_(std::move(when)) {}
  std::variant<std::chrono::seconds, Cron> when_;
};

}  // namespace yeon::ingest
