#include "yeon/ingest/schedule.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace yeon::ingest {
namespace {

/// "2025-07-10T09:30:00Z"
Seconds at(const std::string& iso) {
  const auto part = [&](std::size_t begin, std::size_t size) {
    return std::stoi(iso.substr(begin, size));
  };
  const std::chrono::year_month_day day{std::chrono::year{part(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(part(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(part(8, 2))}};
  return std::chrono::sys_days{day} + std::chrono::hours{part(11, 2)} +
         std::chrono::minutes{part(14, 2)} + std::chrono::seconds{part(17, 2)};
}

struct CronCase {
  const char* rule;
  const char* cron;
  const char* zone;
  const char* after;
  const char* next;  ///< several times, one after the other
};

constexpr CronCase kCases[] = {
    {"every minute", "* * * * *", "", "2025-07-10T09:30:30Z",
     "2025-07-10T09:31:00Z 2025-07-10T09:32:00Z"},
    {"a time due now is not after now", "30 9 * * *", "", "2025-07-10T09:30:00Z",
     "2025-07-11T09:30:00Z"},
    {"steps", "*/20 * * * *", "", "2025-07-10T09:30:00Z",
     "2025-07-10T09:40:00Z 2025-07-10T10:00:00Z"},
    {"a step from a value runs to the end", "50/5 0 * * *", "", "2025-07-10T09:30:00Z",
     "2025-07-11T00:50:00Z 2025-07-11T00:55:00Z 2025-07-12T00:50:00Z"},
    {"lists and ranges", "0 7-8,20 * * *", "", "2025-07-10T07:00:00Z",
     "2025-07-10T08:00:00Z 2025-07-10T20:00:00Z 2025-07-11T07:00:00Z"},
    {"ranges with steps", "0 0-12/6 * * *", "", "2025-07-10T00:00:00Z",
     "2025-07-10T06:00:00Z 2025-07-10T12:00:00Z 2025-07-11T00:00:00Z"},
    {"names of weekdays, whatever the case", "0 7 * * mon-FRI", "", "2025-07-11T07:00:00Z",
     "2025-07-14T07:00:00Z"},
    {"Sunday is 0 and 7", "0 7 * * 7", "", "2025-07-10T00:00:00Z", "2025-07-13T07:00:00Z"},
    {"names of months", "0 0 1 JAN,jul *", "", "2025-07-10T00:00:00Z",
     "2026-01-01T00:00:00Z 2026-07-01T00:00:00Z"},
    {"months without a 31st are passed by", "0 0 31 * *", "", "2025-03-31T00:00:00Z",
     "2025-05-31T00:00:00Z 2025-07-31T00:00:00Z 2025-08-31T00:00:00Z"},
    {"February 29 waits for a leap year", "0 0 29 2 *", "", "2025-01-01T00:00:00Z",
     "2028-02-29T00:00:00Z 2032-02-29T00:00:00Z"},
    {"and is eight years away about 2100", "0 0 29 2 *", "", "2096-03-01T00:00:00Z",
     "2104-02-29T00:00:00Z"},
    {"either day field counts where both are given", "0 0 1 * FRI", "", "2025-07-25T00:00:00Z",
     "2025-08-01T00:00:00Z 2025-08-08T00:00:00Z"},
    {"a day field with * leaves it to the other", "0 0 */2 * FRI", "", "2025-07-10T00:00:00Z",
     "2025-07-11T00:00:00Z 2025-07-25T00:00:00Z"},
    {"the zone's clock", "0 7 * * *", "Asia/Seoul", "2025-07-10T00:00:00Z", "2025-07-10T22:00:00Z"},
    {"and its calendar", "0 0 1 * *", "Asia/Seoul", "2025-07-10T00:00:00Z", "2025-07-31T15:00:00Z"},

    // New York: forward on 2025-03-09 at 02:00 EST = 07:00Z, back on 2025-11-02 at 02:00 EDT =
    // 06:00Z.
    {"before and after the clock is put forward", "0 12 * * *", "America/New_York",
     "2025-03-08T00:00:00Z", "2025-03-08T17:00:00Z 2025-03-09T16:00:00Z"},
    {"a time in the gap comes at its end, once", "30 2 * * *", "America/New_York",
     "2025-03-08T12:00:00Z", "2025-03-09T07:00:00Z 2025-03-10T06:30:00Z"},
    {"several times in the gap are one", "0,30 2 * * *", "America/New_York", "2025-03-08T12:00:00Z",
     "2025-03-09T07:00:00Z 2025-03-10T06:00:00Z"},
    {"a fixed hour shown twice runs the first time", "30 1 * * *", "America/New_York",
     "2025-11-01T12:00:00Z", "2025-11-02T05:30:00Z 2025-11-03T06:30:00Z"},
    {"every hour runs both times", "30 * * * *", "America/New_York", "2025-11-02T05:00:00Z",
     "2025-11-02T05:30:00Z 2025-11-02T06:30:00Z 2025-11-02T07:30:00Z"},
};

std::string error_of(const char* text, const char* zone = "") {
  const auto schedule = Schedule::parse(text, zone);
  if (schedule) return "";
  CHECK(schedule.error().type == ErrorType::kArgumentError);
  CHECK_FALSE(schedule.error().hint.empty());
  return schedule.error().message;
}

}  // namespace

TEST_CASE("Cron: table") {
  for (const CronCase& row : kCases) {
    CAPTURE(row.rule);
    const auto schedule = Schedule::parse(row.cron, row.zone);
    REQUIRE(schedule);
    Seconds time = at(row.after);
    std::istringstream wanted(row.next);
    for (std::string word; wanted >> word;) {
      time = schedule->next_after(time);
      CHECK(to_iso(time) == word);
    }
  }
}

TEST_CASE("Schedule: what is wrong is said") {
  CHECK(error_of("60 * * * *") == "`60` is no minute of cron");
  CHECK(error_of("* 24 * * *") == "`24` is no hour of cron");
  CHECK(error_of("* * 0 * *") == "`0` is no day of month of cron");
  CHECK(error_of("* * * JANUARY *") == "`JANUARY` is no month of cron");
  CHECK(error_of("* * * * 8") == "`8` is no day of week of cron");
  CHECK(error_of("5-1 * * * *") == "`5-1` is no minute of cron");
  CHECK(error_of("*/0 * * * *") == "`*/0` is no minute of cron");
  CHECK(error_of("1,,2 * * * *") == "`1,,2` is no minute of cron");
  CHECK(error_of("1, * * * *") == "`1,` is no minute of cron");
  CHECK(error_of("- * * * *") == "`-` is no minute of cron");
  CHECK(error_of("* * * *") == "cron takes five fields, `* * * *` has 4");
  CHECK(error_of("0 0 30 2 *") == "`0 0 30 2 *` never comes");
  CHECK(error_of("0 0 * * *", "Asia/Atlantis") == "there is no time zone `Asia/Atlantis`");
  CHECK(error_of("soon") == "`soon` is no schedule");
  CHECK(error_of("") == "`` is no schedule");
  CHECK(error_of("0s") == "`0s` is not between a second and 366 days");
  CHECK(error_of("400d") == "`400d` is not between a second and 366 days");
  CHECK(error_of("99999999999999999999s") == "`99999999999999999999s` is no schedule");
}

TEST_CASE("Schedule: an interval is due at once, then from start to start") {
  const auto schedule = Schedule::parse("15m", "");
  REQUIRE(schedule);
  CHECK(schedule->is_interval());
  const Seconds created = at("2025-07-10T09:00:00Z");
  CHECK(schedule->due(created, std::nullopt) == created);
  CHECK(to_iso(schedule->due(created, at("2025-07-10T10:00:00Z"))) == "2025-07-10T10:15:00Z");
}

TEST_CASE("Schedule: cron is due at its next time after creation or the last start") {
  const auto schedule = Schedule::parse("@daily", "");
  REQUIRE(schedule);
  const Seconds created = at("2025-07-10T09:00:00Z");
  CHECK(to_iso(schedule->due(created, std::nullopt)) == "2025-07-11T00:00:00Z");
  // Days later the missed run is one, and it is due in the past.
  CHECK(to_iso(schedule->due(created, at("2025-07-11T00:00:01Z"))) == "2025-07-12T00:00:00Z");
}

TEST_CASE("Schedule: an unending clock: every next time lies after the one before") {
  for (const char* cron : {"*/7 * * * *", "13 1,2,3 * * *", "0 0 29 2 *"}) {
    for (const char* zone : {"", "America/New_York", "Australia/Lord_Howe", "America/Havana"}) {
      const auto schedule = Schedule::parse(cron, zone);
      REQUIRE(schedule);
      Seconds time = at("2025-01-01T00:00:00Z");
      for (int i = 0; i < 40; ++i) {
        const Seconds next = schedule->next_after(time);
        REQUIRE(next > time);
        time = next + std::chrono::days{i % 3 == 0 ? 11 : 0};
      }
    }
  }
}

}  // namespace yeon::ingest
