#include "tck/gherkin.h"

#include <doctest/doctest.h>

namespace yeon::tck {

TEST_CASE("a scenario has the background's steps before its own, with documents and tables") {
  const auto scenarios = parse_feature(R"(
#encoding: utf-8
Feature: F - text
  Background:
    Given an empty graph

  @tag
  Scenario: [1] one
    When executing query:
      """
      MATCH (n)
        RETURN n
      """
    Then the result should be, in any order:
      | n    | m\|x  |
      | 'a\\'' | 'x\ny' |
)");
  REQUIRE(scenarios);
  REQUIRE(scenarios->size() == 1);
  const Scenario& scenario = scenarios->front();
  CHECK(scenario.name == "[1] one");
  REQUIRE(scenario.steps.size() == 3);
  CHECK(scenario.steps[0].text == "an empty graph");
  CHECK(scenario.steps[1].document == "MATCH (n)\n  RETURN n");
  CHECK(scenario.steps[2].table == Table{{"n", "m|x"}, {"'a\\''", "'x\ny'"}});
}

TEST_CASE("an outline becomes one scenario for each example") {
  const auto scenarios = parse_feature(R"(
Feature: F
  Scenario Outline: [1] of <what>
    When executing query:
      """
      RETURN <what>
      """
    Then the result should be, in any order:
      | r     |
      | <res> |

    Examples:
      | what  | res |
      | 1     | 1   |
      | 1 + 1 | 2   |
)");
  REQUIRE(scenarios);
  REQUIRE(scenarios->size() == 2);
  CHECK((*scenarios)[1].name == "[1] of 1 + 1 (example 2)");
  CHECK((*scenarios)[1].steps[0].document == "RETURN 1 + 1");
  CHECK((*scenarios)[1].steps[1].table == Table{{"r"}, {"2"}});
}

TEST_CASE("what is not Gherkin is refused with its line") {
  const auto scenarios = parse_feature("Feature: F\nScenario: [1]\n  Hmm\n");
  REQUIRE_FALSE(scenarios);
  CHECK(scenarios.error().message == "line 3: `Hmm` is not Gherkin");
  CHECK_FALSE(parse_feature("Scenario: x\n When a\n \"\"\"\n no end\n"));
}

}  // namespace yeon::tck
