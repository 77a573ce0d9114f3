#include "text/published.h"

#include <doctest/doctest.h>

using namespace yeon::ingest;

namespace {

struct Case {
  std::string_view line;
  std::string_view expected;
};

constexpr Case kCases[] = {
    {"입력 2025.04.15 16:05", "2025-04-15T16:05"},
    {"입력 2025.01.06 09:12  수정 2025.01.06 10:40", "2025-01-06T09:12"},
    {"입력 2025-03-19 11:00", "2025-03-19T11:00"},
    {"기사입력 : 2025/03/19", "2025-03-19"},
    {"2025년 4월 15일 오후 4:05", "2025-04-15T16:05"},
    {"2025. 4. 15. 08:10 등록", "2025-04-15T08:10"},
    {"Published: June 9, 2025 10:30", "2025-06-09T10:30"},
    {"Updated 9 June 2025", "2025-06-09"},
    {"2025-04-15", "2025-04-15"},
};

}  // namespace

TEST_CASE("Date lines in the forms papers use") {
  for (const Case& one : kCases) {
    const std::string_view line = one.line;
    const std::string_view expected = one.expected;
    CAPTURE(line);
    const auto published = read_published(line);
    REQUIRE(published);
    CHECK(published->iso == expected);
    CHECK(is_date_line(line));
  }
}

TEST_CASE("A sentence with a date in it is no date line") {
  CHECK(!is_date_line("The deal of June 9, 2025 was the largest that Oakmere ever made."));
  CHECK(!is_date_line("아라전자는 2025.04.15 새롬칩을 인수했다고 밝혔다"));
  CHECK(!is_date_line("Oakmere buys Brightfen"));
}

TEST_CASE("Impossible days are no dates") {
  CHECK(!read_published("입력 2025.02.30"));
  CHECK(!read_published("2025.13.01"));
}
