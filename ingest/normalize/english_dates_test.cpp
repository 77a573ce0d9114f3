#include <doctest/doctest.h>

#include "normalize/calendar.h"
#include "normalize/found.h"

using namespace yeon::ingest;

namespace {

std::string show(const FoundDate& date) {
  std::string out = to_string(date.past);
  if (date.due != date.past) out += fmt::format("|{}", to_string(date.due));
  if (date.from) out += " from";
  if (date.until) out += " until";
  if (date.reporting) out += " said";
  return out;
}

std::string dates_in(std::string_view sentence) {
  std::string out;
  for (const FoundDate& date :
       find_english_dates(sentence, {.published = day_of(2025, 7, 10), .antecedent = {}})) {
    if (!out.empty()) out += ", ";
    out += show(date);
  }
  return out;
}

struct Case {
  std::string_view sentence;
  std::string_view expected;
};

// Published on Thursday, 2025-07-10.
constexpr Case kCases[] = {
    {"It bought the firm last year.", "2024"},
    {"It will open earlier this year.", "2025"},
    {"It is due early next year.", "2026"},
    {"They met in September last year.", "2024-09"},
    {"It broke down last May.", "2024-05"},
    {"It was signed in March.", "2025-03|2026-03"},
    {"It is due by October.", "2024-10|2025-10 until"},
    {"It signed on Tuesday.", "2025-07-08|2025-07-15"},
    {"It said on Thursday that", "2025-07-10 said"},
    {"It was sold yesterday.", "2025-07-09"},
    {"It opens in the second half.", "2025-07|2025-12"},
    {"It opens in the second half of next year.", "2026-07|2026-12"},
    {"It opens in the second quarter.", "2025-04|2026-06"},
    {"It opened in Q3 2024.", "2024-07|2024-09"},
    {"It is due by the end of 2026.", "2026-12 until"},
    {"It is due at the end of this year.", "2025-12"},
    {"He leaves at the end of July.", "2025-07"},
    {"Founded in 1994, it grew.", "1994"},
    {"He has led it since 2020.", "2020 from"},
    {"The pact runs until 2030.", "2030 until"},
    {"Sued in October 2024.", "2024-10"},
    {"He takes over on Nov 1.", "2024-11-01|2025-11-01"},
    {"It closed on March 31, 2025.", "2025-03-31"},
    {"It closed on 31 March 2025.", "2025-03-31"},
    {"It closed on the 5th of May last year.", "2024-05-05"},
    {"It left in May last year.", "2024-05"},
    {"It was bought two years ago.", "2023"},
    {"It was bought last week and opens next month.", "2025-07, 2025-08"},
    {"In late June it sold the unit.", "2025-06|2026-06"},
    {"It was founded in mid-2021.", "2021"},
    {"Signed 2024-11-05.", "2024-11-05"},
    {"Founded in 2011, it listed in June of the same year.", "2011, 2011-06"},
    // No date at all:
    {"The company may sell, soon or recently.", ""},
    {"A five-year pact for 2000 phones.", ""},
    {"They may march on.", ""},
    {"Theresa May said so.", ""},
};

}  // namespace

TEST_CASE("English dates are resolved against the day of publication") {
  for (const Case& one : kCases) {
    const std::string_view sentence = one.sentence;
    const std::string_view expected = one.expected;
    CAPTURE(sentence);
    CHECK(dates_in(sentence) == expected);
  }
}

TEST_CASE("English dates: without a day of publication only full dates are read") {
  const auto in = [](std::string_view sentence) { return find_english_dates(sentence, {}); };
  CHECK(in("last year").empty());
  CHECK(in("on Tuesday in March").empty());
  CHECK(in("in March 2024").size() == 1);
}

TEST_CASE("English dates: the next such month lies ahead, the last behind, across the year's end") {
  const auto dates =
      find_english_dates("in December", {.published = day_of(2026, 1, 14), .antecedent = {}});
  REQUIRE(dates.size() == 1);
  CHECK(to_string(dates[0].past) == "2025-12");
  CHECK(to_string(dates[0].due) == "2026-12");
}
