#include "normalize/calendar.h"

#include <doctest/doctest.h>

using namespace yeon::ingest;

TEST_CASE("calendar: weekdays of known days") {
  CHECK(weekday(day_of(1970, 1, 1)) == Weekday::kThursday);
  CHECK(weekday(day_of(2000, 2, 29)) == Weekday::kTuesday);
  CHECK(weekday(day_of(2025, 7, 10)) == Weekday::kThursday);
}

TEST_CASE("calendar: days carry over months, years and leap days") {
  CHECK(add_days(day_of(2024, 2, 28), 1) == day_of(2024, 2, 29));
  CHECK(add_days(day_of(2025, 3, 1), -1) == day_of(2025, 2, 28));
  CHECK(add_days(day_of(2025, 12, 31), 1) == day_of(2026, 1, 1));
  CHECK(add_months(month_of(2025, 1), -1) == month_of(2024, 12));
  CHECK(add_months(month_of(2025, 11), 3) == month_of(2026, 2));
}

TEST_CASE("calendar: adding days and taking them away again is the same day") {
  for (int days = -1500; days <= 1500; days += 37) {
    CHECK(add_days(add_days(day_of(2025, 6, 15), days), -days) == day_of(2025, 6, 15));
  }
}

TEST_CASE("calendar: the last and the next weekday both include the day itself") {
  const PartialDate thursday = day_of(2025, 7, 10);
  CHECK(last_weekday(thursday, Weekday::kThursday) == thursday);
  CHECK(next_weekday(thursday, Weekday::kThursday) == thursday);
  CHECK(last_weekday(thursday, Weekday::kFriday) == day_of(2025, 7, 4));
  CHECK(next_weekday(thursday, Weekday::kMonday) == day_of(2025, 7, 14));
}

TEST_CASE("calendar: impossible dates are told") {
  CHECK(is_valid(day_of(2024, 2, 29)));
  CHECK(!is_valid(day_of(2025, 2, 29)));
  CHECK(!is_valid(month_of(2025, 13)));
  CHECK(!is_valid(year_only(0)));
}
