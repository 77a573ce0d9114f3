#include <doctest/doctest.h>

#include "normalize/calendar.h"
#include "normalize/found.h"

using namespace yeon::ingest;

namespace {

/// "past", or "past|due" where the two readings differ, with the role behind it.
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
       find_korean_dates(sentence, {.published = day_of(2025, 7, 10), .antecedent = {}})) {
    if (!out.empty()) out += ", ";
    out += show(date);
  }
  return out;
}

struct Case {
  std::string_view sentence;
  std::string_view expected;
};

// Published on 2025-07-10.
constexpr Case kCases[] = {
    {"지난해 손잡았다", "2024"},
    {"올해 안에 출시한다", "2025"},
    {"연내 출시한다", "2025"},
    {"올해 초 세웠다", "2025"},
    {"내년 가을 선보인다", "2026"},
    {"지난해 9월 제휴를 맺었다", "2024-09"},
    {"2021년 3월 2일 설립됐다", "2021-03-02"},
    {"지난 2023년 8월 투자했다", "2023-08"},
    {"이달 초 인수했다", "2025-07"},
    {"이달 말 끝난다", "2025-07"},
    {"지난주 공개한 칩", "2025-07"},
    {"지난달 맺었다", "2025-06"},
    {"지난달 31일 계약했다", "2025-06"},
    {"지난달 30일 계약했다", "2025-06-30"},
    {"지난 3월 출시했다", "2025-03"},
    {"지난 9월 출시했다", "2024-09"},
    {"오는 10월 출시한다", "2025-10"},
    {"오는 3월 출시한다", "2026-03"},
    {"10월까지 출시한다", "2024-10|2025-10 until"},
    {"10일 밝혔다", "2025-07-10 said"},
    {"10일 공개했다", "2025-07-10"},
    {"9일 업계에 따르면", "2025-07-09 said"},
    {"이날 체결했다", "2025-07-10"},
    {"전날 체결했다", "2025-07-09"},
    {"올해 상반기 인수했다", "2025-01|2025-06"},
    {"3분기 중 출시한다", "2025-07|2025-09"},
    {"올 하반기에 나온다", "2025-07|2025-12"},
    {"내년 1분기", "2026-01|2026-03"},
    {"연말까지 선보인다", "2025-12 until"},
    {"4월 1일부터 2029년 3월 31일까지다", "2025-04-01|2026-04-01 from, 2029-03-31 until"},
    {"2023년 세우고 같은 해 9월 상장했다", "2023, 2023-09"},
    {"3년 전 세웠다", "2022"},
    {"2019년부터 쓰고 있다", "2019 from"},
    {"다음 달 15일 열린다", "2025-08-15"},
    {"지난 28일 맺었다", "2025-06-28"},
    // No date at all:
    {"최근 맺었다, 조만간 나온다", ""},
    {"3년간 협력한다", ""},
    {"10일간 열린다", ""},
    {"30일 만에 끝났다", ""},
    {"15월은 없다", ""},
    {"세계 3위 업체로 직원은 40명이다", ""},
};

}  // namespace

TEST_CASE("Korean dates are resolved against the day of publication") {
  for (const Case& one : kCases) {
    const std::string_view sentence = one.sentence;
    const std::string_view expected = one.expected;
    CAPTURE(sentence);
    CHECK(dates_in(sentence) == expected);
  }
}

TEST_CASE("Korean dates: without a day of publication only the calendar's own years are read") {
  CHECK(find_korean_dates("지난해 9월", {}).empty());
  CHECK(find_korean_dates("10일 이날", {}).empty());
  const auto dates = find_korean_dates("2024년 9월", {});
  REQUIRE(dates.size() == 1);
  CHECK(to_string(dates[0].past) == "2024-09");
}

TEST_CASE("Korean dates: 같은 해 is the year told before") {
  const auto dates = find_korean_dates(
      "같은 해 5월 맺었다", {.published = day_of(2025, 7, 10), .antecedent = month_of(2023, 9)});
  REQUIRE(dates.size() == 1);
  CHECK(to_string(dates[0].past) == "2023-05");
}

TEST_CASE("Korean dates: the span holds the date's words and no particle") {
  const std::string_view sentence = "회사는 지난해 9월에 세워졌다";
  const auto dates =
      find_korean_dates(sentence, {.published = day_of(2025, 7, 10), .antecedent = {}});
  REQUIRE(dates.size() == 1);
  CHECK(sentence.substr(dates[0].begin, dates[0].end - dates[0].begin) == "지난해 9월");
}
