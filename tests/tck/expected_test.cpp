#include "tck/expected.h"

#include <doctest/doctest.h>

#include <limits>

namespace yeon::tck {
namespace {

/// (#1:A:B {n: 1})-[#7:T]->(#2), and dates.
query::QueryResult images() {
  query::QueryResult result;
  result.nodes[1] = {{"A", "B"}, {{"n", Value(std::int64_t{1})}}};
  result.nodes[2] = {};
  result.relationships[7] = {"T", NodeId{1}, NodeId{2}, {}};
  return result;
}

bool fits(std::string_view expected, const Value& actual, bool ignore_list_order = false) {
  const Result<Expected> parsed = parse_expected(expected);
  REQUIRE(parsed);
  return matches(*parsed, actual, images(), ignore_list_order);
}

Value one() { return Value(std::int64_t{1}); }
Value two() { return Value(std::int64_t{2}); }

}  // namespace

TEST_CASE("scalars match strictly by type") {
  CHECK(fits("1", one()));
  CHECK_FALSE(fits("1", Value(1.0)));
  CHECK(fits("1.0", Value(1.0)));
  CHECK(fits("-1.5e10", Value(-1.5e10)));
  CHECK(fits("NaN", Value(std::numeric_limits<double>::quiet_NaN())));
  CHECK(fits("null", Value()));
  CHECK(fits("'it\\'s'", Value("it's")));
  CHECK_FALSE(fits("'1'", one()));
  CHECK(fits("'1970-01-02'", Value(Date{1})));
}

TEST_CASE("lists and maps match element by element, lists in any order where asked") {
  const Value list(List{one(), Value(List{two(), one()})});
  CHECK(fits("[1, [2, 1]]", list));
  CHECK_FALSE(fits("[[2, 1], 1]", list));
  CHECK(fits("[[1, 2], 1]", list, true));
  CHECK_FALSE(fits("[1, 1]", Value(List{one(), two()}), true));
  CHECK(fits("{b: 2, a: 1}", Value(Map{{"a", one()}, {"b", two()}})));
  CHECK_FALSE(fits("{a: 1}", Value(Map{{"a", one()}, {"b", two()}})));
}

TEST_CASE("entities match by labels, type and properties, paths by direction too") {
  CHECK(fits("(:B:A {n: 1})", Value(NodeId{1})));
  CHECK_FALSE(fits("(:A {n: 1})", Value(NodeId{1})));
  CHECK_FALSE(fits("(:A:B)", Value(NodeId{1})));
  CHECK(fits("()", Value(NodeId{2})));
  CHECK(fits("[:T]", Value(RelationshipId{7})));
  const Value along(Path{{NodeId{1}, NodeId{2}}, {RelationshipId{7}}});
  const Value against(Path{{NodeId{2}, NodeId{1}}, {RelationshipId{7}}});
  CHECK(fits("<(:A:B {n: 1})-[:T]->()>", along));
  CHECK_FALSE(fits("<(:A:B {n: 1})<-[:T]-()>", along));
  CHECK(fits("<()<-[:T]-(:A:B {n: 1})>", against));
}

TEST_CASE("what is no value of the kit is refused") {
  for (const char* text : {"", "[1", "'a", "(:A", "<()-[:T]>", "1 2", "{a 1}"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_expected(text));
  }
}

}  // namespace yeon::tck
