#include "temporal/calendar.h"

#include <doctest/doctest.h>

#include "temporal/zone.h"
#include "temporal/zone_rule.h"

namespace yeon::query::temporal {

TEST_CASE("days and dates turn into each other, day after day") {
  const std::int64_t first = days_of(CivilDate{-401, 1, 1});
  CivilDate date{-401, 1, 1};
  for (std::int64_t days = first; days < first + 2 * 146'097; ++days) {
    const CivilDate read = civil_date(days);
    REQUIRE(read.year == date.year);
    REQUIRE(read.month == date.month);
    REQUIRE(read.day == date.day);
    REQUIRE(days_of(date) == days);
    REQUIRE(days_of(week_date(days)) == days);
    if (++date.day > days_in_month(date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) {
        date.month = 1;
        ++date.year;
      }
    }
  }
}

TEST_CASE("weeks belong to the year of their Thursday") {
  CHECK(week_date(days_of(CivilDate{1984, 1, 1})).year == 1983);
  CHECK(weeks_in_year(2015) == 53);
  CHECK(weeks_in_year(2016) == 52);
  CHECK(day_of_week(0) == 4);
}

TEST_CASE("the rule at the end of a zoneinfo file") {
  const auto north = ZoneRule::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(north);
  const std::int64_t change = days_of(CivilDate{2050, 3, 27}) * kSecondsPerDay + 3'600;
  CHECK(north->offset_at(change - 1) == 3'600);
  CHECK(north->offset_at(change) == 7'200);
  const auto south = ZoneRule::parse("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
  REQUIRE(south);
  CHECK(south->offset_at(days_of(CivilDate{2050, 1, 1}) * kSecondsPerDay) == 39'600);
  CHECK(south->offset_at(days_of(CivilDate{2050, 7, 1}) * kSecondsPerDay) == 37'800);
  CHECK(ZoneRule::parse("KST-9")->offset_at(0) == 32'400);
  for (const char* text : {"", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M1.1.0", "<+03", "A-1B,J"}) {
    CAPTURE(text);
    CHECK_FALSE(ZoneRule::parse(text));
  }
}

TEST_CASE("offsets") {
  CHECK(parse_offset("Z") == 0);
  CHECK(parse_offset("+00:53:28") == 3'208);
  CHECK(parse_offset("-0230") == -9'000);
  CHECK(parse_offset("+05") == 18'000);
  for (const char* text : {"", "+", "+1", "+01:", "+01:6", "+01:60", "+19:00", "01:00", "+1:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_offset(text));
  }
  CHECK(offset_to_text(3'208) == "+00:53:28");
  CHECK(offset_to_text(-9'000) == "-02:30");
}

}  // namespace yeon::query::temporal
