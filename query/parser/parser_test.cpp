#include "parser/parser.h"

#include <doctest/doctest.h>

namespace yeon::query {
namespace {

std::string error_of(std::string_view text) {
  const Result<ast::Statement> tree = parse(text);
  if (tree) return "";
  return fmt::format("{} {}:{}", tree.error().detail, tree.error().where->line,
                     tree.error().where->column);
}

struct Case {
  const char* rule;
  const char* text;
  const char* error;  ///< empty: accepted
};

constexpr Case kCases[] = {
    {"every clause",
     "MATCH (a)-[r:T*1..2 {x: 1}]->(b:B:C {y: $p}) WHERE a.x = 1 WITH a ORDER BY a.x "
     "SKIP 1 LIMIT 2 WHERE true UNWIND [1] AS x CREATE (c) MERGE (d) ON CREATE SET "
     "d.x = 1 ON MATCH SET d:L SET a += {} REMOVE a.x, a:L DETACH DELETE a RETURN *",
     ""},
    {"keywords are names too", "MATCH (match:Return) RETURN match.where AS order", ""},
    {"a pattern as a predicate", "MATCH (a) WHERE NOT (a)-[:T]->() AND (a) <> (a) RETURN a", ""},
    {"parentheses around arithmetic are no pattern", "RETURN (1)-(2), (1)-[1][0]", ""},
    {"pattern comprehension", "RETURN [p = (a)-->(b) WHERE a.x | b.y], [x IN [1] WHERE x | x]", ""},
    {"subqueries", "MATCH (a) WHERE EXISTS { (a)-->() } AND COUNT { MATCH (a) } > 1 RETURN a", ""},
    {"CASE in both forms", "RETURN CASE 1 WHEN 1 THEN 2 ELSE 3 END, CASE WHEN true THEN 1 END", ""},
    {"the lowest integer", "RETURN -9223372036854775808", ""},
    {"index definitions", "CREATE INDEX i IF NOT EXISTS FOR (n:L) ON (n.x)", ""},
    {"FOREACH", "FOREACH (x IN [1, 2] | CREATE (:A {x: x}))", ""},
    {"a final semicolon", "RETURN 1;", ""},
    {"too large an integer", "RETURN 9223372036854775808", "IntegerOverflow 1:8"},
    {"too large a float", "RETURN 1e400", "FloatingPointOverflow 1:8"},
    {"an empty statement", "", "UnexpectedSyntax 1:1"},
    {"a lone comma", "RETURN [, ]", "UnexpectedSyntax 1:9"},
    {"an unclosed list", "RETURN [[[]] AS x", "UnexpectedSyntax 1:14"},
    {"a range without its star", "MATCH (a)-[:T..]->(b) RETURN a",
     "InvalidRelationshipPattern 1:14"},
    {"a negative length", "MATCH (a)-[*-2]->(b) RETURN a", "InvalidRelationshipPattern 1:13"},
    {"words behind the end", "RETURN 1 2", "UnexpectedSyntax 1:10"},
};

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("parse: what is openCypher and what is not") {
  for (const Case& c : kCases) {
    CAPTURE(c.rule);
    CHECK(error_of(c.text) == c.error);
  }
}

TEST_CASE("parse: input nested too deep is an error, not a stack overflow") {
  constexpr std::size_t kDeep = 100'000;
  CHECK(error_of("RETURN " + repeat("(", kDeep)) != "");
  CHECK(error_of("RETURN " + repeat("[", kDeep) + repeat("]", kDeep)) != "");
  CHECK(error_of("RETURN " + repeat("NOT ", kDeep) + "true") != "");
  CHECK(error_of("RETURN 1" + repeat("+1", kDeep)) != "");
  CHECK(error_of("RETURN " + repeat("{a:", kDeep)) != "");
  CHECK(error_of("MATCH " + repeat("(a {x: (", kDeep)) != "");
  CHECK(error_of("RETURN 1" + repeat(" UNION RETURN 1", 1000)) == "");
}

TEST_CASE("parse: long flat chains of AND and OR are fine") {
  CHECK(error_of("RETURN true" + repeat(" AND true OR false", 5000)) == "");
}

TEST_CASE("parse: what looks like nested patterns, but is not, takes linear time") {
  CHECK(error_of("RETURN " + repeat("(a {x: [", 60) + "1" + repeat("]})-[1]", 60)) == "");
}

TEST_CASE("parse: column names keep the text as written") {
  const Result<ast::Statement> tree = parse("RETURN  1 +  2 , n . x");
  REQUIRE(tree.has_value());
  const auto& query = std::get<ast::Query>(tree->body);
  const auto& projection = std::get<ast::Projection>(query.parts[0].clauses[0].body);
  CHECK(projection.items[0].text == "1 +  2");
  CHECK(projection.items[1].text == "n . x");
}

}  // namespace yeon::query
