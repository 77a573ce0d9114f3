#pragma once

#include <atomic>
#include <chrono>
#include <string>

namespace yeon::ingest {

/// Points in time here are whole seconds of UTC.
using Seconds = std::chrono::sys_seconds;

/// Where jobs get the time from and wait, so that tests need not.
/// Threads: now() from any; sleep_until() from one at a time.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Seconds now() const = 0;
  /// Returns at `time`, or soon after `stop` turns true, whichever comes first.
  virtual void sleep_until(Seconds time, const std::atomic<bool>& stop) = 0;
};

/// The system's clock. Looks at `stop` ten times a second.
class SystemClock final : public Clock {
 public:
  Seconds now() const override;
  void sleep_until(Seconds time, const std::atomic<bool>& stop) override;
};

/// "2025-07-10T09:30:00Z".
std::string to_iso(Seconds time);

}  // namespace yeon::ingest
