#include "yeon/ingest/clock.h"

#include <date/date.h>

#include <algorithm>
#include <thread>

namespace yeon::ingest {

Seconds SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void SystemClock::sleep_until(Seconds time, const std::atomic<bool>& stop) {
  using std::chrono::system_clock;
  constexpr auto kGlance = std::chrono::milliseconds{100};
  while (!stop.load()) {
    const auto left = system_clock::time_point{time} - system_clock::now();
    if (left <= system_clock::duration::zero()) return;
    std::this_thread::sleep_for(std::min<system_clock::duration>(left, kGlance));
  }
}

std::string to_iso(Seconds time) {
  const auto day = date::floor<date::days>(time);
  const date::year_month_day calendar{day};
  const auto of_day = date::hh_mm_ss{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(calendar.year()),
                     static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()),
                     of_day.hours().count(), of_day.minutes().count(), of_day.seconds().count());
}

}  // namespace yeon::ingest
