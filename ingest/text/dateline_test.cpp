#include "text/dateline.h"

#include <doctest/doctest.h>

using namespace yeon::ingest;

namespace {

/// "agency / reporters / month-day | statement"
std::string show(std::string_view line) {
  const Dateline dateline = read_dateline(line);
  if (dateline.length == 0) return "none";
  return fmt::format("{} / {} / {}-{} | {}", dateline.agency, fmt::join(dateline.reporters, ", "),
                     dateline.month, dateline.day, line.substr(dateline.length));
}

struct Case {
  std::string_view line;
  std::string_view expected;
};

constexpr Case kCases[] = {
    {"(서울=한들통신) 강나루 기자 = 아라전자는", "한들통신 / 강나루 / 0-0 | 아라전자는"},
    {"(서울=한들통신) 강나루 남바다 기자 = 아라전자는",
     "한들통신 / 강나루, 남바다 / 0-0 | 아라전자는"},
    {"[서울=한들통신] 강나루 기자 = 아라전자는", "한들통신 / 강나루 / 0-0 | 아라전자는"},
    {"【서울=한들통신】아라전자는", "한들통신 /  / 0-0 | 아라전자는"},
    {"[한들경제 강나루 기자] 아라전자는", "한들경제 / 강나루 / 0-0 | 아라전자는"},
    {"[한들신문=강나루 기자] 아라전자는", "한들신문 / 강나루 / 0-0 | 아라전자는"},
    {"[한들신문] 아라전자는", "한들신문 /  / 0-0 | 아라전자는"},
    {"[단독] 아라전자는", "none"},
    {"(사진=아라전자 제공) 아라전자는", "none"},
    {"LONDON, June 9 (Fen Wire) - Oakmere said", "Fen Wire /  / 6-9 | Oakmere said"},
    {"PARIS/AMSTERDAM - Oakmere said", " /  / 0-0 | Oakmere said"},
    {"SALEM, Mass., Jan. 22 (Fen Wire) – Oakmere said", "Fen Wire /  / 1-22 | Oakmere said"},
    {"NEW YORK, Feb 5 - Oakmere said", " /  / 2-5 | Oakmere said"},
    {"March 26 (Fen Wire) - Oakmere said", "Fen Wire /  / 3-26 | Oakmere said"},
    {"Oakmere said on Monday - a holiday - that", "none"},
    {"Oakmere - a chip maker - bought", "none"},
    {"IBM bought Oakmere - again", "none"},
};

}  // namespace

TEST_CASE("Datelines are told from the statement behind them") {
  for (const Case& one : kCases) {
    const std::string_view line = one.line;
    const std::string_view expected = one.expected;
    CAPTURE(line);
    CHECK(show(line) == expected);
  }
}

TEST_CASE("A dateline may tell the year") {
  const Dateline dateline = read_dateline("LONDON, June 9, 2024 (Fen Wire) - Oakmere said");
  CHECK(dateline.year == 2024);
  CHECK(dateline.day == 9);
  CHECK(dateline.agency == "Fen Wire");
  CHECK(read_dateline("LONDON, June 9 (Fen Wire) - Oakmere said").year == 0);
}

TEST_CASE("Bylines name their reporters") {
  CHECK(fmt::format("{}", fmt::join(reporters_in("By Nora Holm and Jon Fell, Fen Wire"), "|")) ==
        "Nora Holm|Jon Fell");
  CHECK(fmt::format("{}", fmt::join(reporters_in("강나루·남바다 기자"), "|")) == "강나루|남바다");
  CHECK(reporters_in("아라전자는 새롬칩을 인수했다").empty());
}
