#include "text/lines.h"

#include <doctest/doctest.h>

using namespace yeon::ingest;

namespace {

std::string sentences(std::string_view line) {
  std::string out;
  for (const Piece& piece : split_sentences(line)) {
    if (!out.empty()) out += " | ";
    out += line.substr(piece.begin, piece.end - piece.begin);
  }
  return out;
}

struct Case {
  std::string_view rule;
  std::string_view expected;  // the line, with " | " where it is cut
};

constexpr Case kCases[] = {
    {"a full stop and a capital", "Oakmere bought Brightfen. | It paid in cash."},
    {"a legal form ends none", "Oakmere Inc. bought Brightfen Corp. in May."},
    {"a country ends none", "The U.S. Treasury said so. | It was late."},
    {"an initial ends none", "John F. Holm leads it."},
    {"a decimal point ends none", "It paid $1.3 billion. | It closed."},
    {"a stop inside quotation marks ends none", "\"It is done. We go on,\" Holm said."},
    {"curly marks too", "“끝났다. 더는 없다”고 말했다. | 그는 떠났다."},
    {"brackets too", "Oakmere (est. 1990. Oslo) grew."},
    {"an unclosed mark counts for nothing", "It said \"yes. | Then it left."},
    {"Korean sentences", "아라전자는 새롬칩을 인수했다. | 대금은 현금이다."},
    {"bracketed tickers stay", "아라전자[012345]가 3.5% 올랐다. | 끝."},
    {"a credit in brackets belongs to its caption", "새롬칩 본사 전경이다. (한들통신 자료사진)"},
    {"questions", "Will it sell? | Nobody knows."},
};

}  // namespace

TEST_CASE("Sentences of a line") {
  for (const Case& one : kCases) {
    const std::string_view rule = one.rule;
    const std::string_view expected = one.expected;
    CAPTURE(rule);
    std::string line(expected);
    for (std::size_t at = line.find(" | "); at != std::string::npos; at = line.find(" | ")) {
      line.erase(at, 2);
    }
    CHECK(sentences(line) == expected);
  }
}

TEST_CASE("Lines come without the blanks around them, and blank lines not at all") {
  const auto lines = split_lines("  one \n\n\xC2\xA0\n\ttwo");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "one");
  CHECK(lines[0].begin == 2);
  CHECK(lines[1].text == "two");
}
