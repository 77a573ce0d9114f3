#include "rules/rule_set.h"

#include <doctest/doctest.h>

#include <string>

namespace yeon::ingest {
namespace {

// "[Firm Oakmere] hires [Person Nora]" as units: words by spaces, names in brackets.
std::vector<Unit> units(std::string_view text) {
  std::vector<Unit> result;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    Unit unit;
    if (text.front() == '[') {
      const std::size_t space = text.find(' ');
      const std::size_t close = text.find(']');
      unit.label = *entity_label(text.substr(1, space - 1));
      unit.mention = static_cast<std::uint32_t>(result.size());
      unit.surface = unit.lemma = text.substr(space + 1, close - space - 1);
      text.remove_prefix(close + 1);
      const std::size_t end = std::min(text.find(' '), text.size());
      unit.particle = text.substr(0, end);
      text.remove_prefix(end);
    } else {
      const std::size_t end = std::min(text.find(' '), text.size());
      unit.surface = unit.lemma = text.substr(0, end);
      text.remove_prefix(end);
    }
    result.push_back(unit);
  }
  return result;
}

// Captures of all matches as "name=surface surface; ...".
std::string run(std::string_view rules, std::string_view text) {
  const auto set = RuleSet::parse(rules, "test.rules");
  REQUIRE_MESSAGE(set.has_value(), set.error().message);
  const std::vector<Unit> row = units(text);
  std::vector<RuleMatch> matches;
  set->find(row, matches);
  std::string shown;
  for (const RuleMatch& match : matches) {
    for (const Capture& capture : match.captures) {
      shown += std::string(capture.name) + '=';
      for (std::uint32_t i = capture.begin; i < capture.end; ++i) {
        if (i > capture.begin) shown += ' ';
        shown += row[i].surface;
      }
      shown += ';';
    }
  }
  return shown;
}

std::string error_of(std::string_view rules) {
  const auto set = RuleSet::parse(rules, "test.rules");
  return set ? "" : set.error().message;
}

}  // namespace

TEST_CASE("Rules: mentions by label, words, optional words and lists with several words") {
  constexpr std::string_view kRule =
      "list OFFICE = chief executive | chief executive officer | president\n"
      "rule lead\n"
      "  match <Person subject> , (the)? @OFFICE:title of <Firm|Organization object>\n"
      "  relation LEADS\n";
  CHECK(run(kRule, "[Person Nora] , the chief executive officer of [Firm Oakmere]") ==
        "subject=Nora;title=chief executive officer;object=Oakmere;");
  CHECK(run(kRule, "[Person Nora] , president of [Product Oak]").empty());
}

TEST_CASE("Rules: a list of names is spread out by a repeated group") {
  CHECK(run("rule join\n  match (<Firm subject> (, | and))* <Firm subject> joined <Firm object>\n",
            "[Firm A] , [Firm B] and [Firm C] joined [Firm D]")
            .starts_with("subject=A;subject=B;subject=C;object=D;"));
}

TEST_CASE("Rules: gaps are lazy, bounded, and never cross a full stop") {
  constexpr std::string_view kRule =
      "rule buy\n  match <Firm subject> ..{0,2} bought <Firm object>\n";
  CHECK(run(kRule, "[Firm A] has just bought [Firm B]") == "subject=A;object=B;");
  CHECK(run(kRule, "[Firm A] has only just bought [Firm B]").empty());
  CHECK(run(kRule, "[Firm A] . bought [Firm B]").empty());
}

TEST_CASE("Rules: Korean particles are conditions on names") {
  constexpr std::string_view kRule =
      "rule sign\n  match <Firm subject>/은|는|이|가 <Firm object>/와|과 제휴\n";
  CHECK(run(kRule, "[Firm 가람]은 [Firm 나래]와 제휴") == "subject=가람;object=나래;");
  CHECK(run(kRule, "[Firm 가람]을 [Firm 나래]와 제휴").empty());
}

TEST_CASE("Rules: negation refuses one unit") {
  constexpr std::string_view kRule = "rule not\n  match <Firm subject> !not buys <Firm object>\n";
  CHECK(run(kRule, "[Firm A] gladly buys [Firm B]") == "subject=A;object=B;");
  CHECK(run(kRule, "[Firm A] not buys [Firm B]").empty());
}

TEST_CASE("Rules: a broken file is refused with its line") {
  CHECK(error_of("rule a\n  match <Planet x>\n") == "test.rules:2: no label `Planet`");
  CHECK(error_of("rule a\n  match @NONE\n") == "test.rules:2: no list `NONE`");
  CHECK(error_of("rule a\n  match (a\n") == "test.rules:2: a group is not closed");
  CHECK(error_of("rule a\n  match a{3,1}\n") ==
        "test.rules:2: a repeat is {least,most}, most at most 64");
  CHECK(error_of("rule a\n  match a\n  relation LOVES\n") == "test.rules:3: no relation `LOVES`");
  CHECK(error_of("rule a\n") == "test.rules:1: rule `a` has no match");
  CHECK(error_of("rule a\n  match a\nrule a\n  match b\n") ==
        "test.rules:3: rule `a` stands twice");
  CHECK(error_of("  match a\n") == "test.rules:1: this belongs to no rule");
}

TEST_CASE("Rules: a pattern made to explode is cut off") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "a ";
  CHECK(run("rule bomb\n  match ((a+)+)+ b\n", text).empty());
}

}  // namespace yeon::ingest
