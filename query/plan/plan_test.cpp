#include "testing/query_case.h"

namespace yeon::query {
namespace {

/// The plan's steps, first to last, without the estimates.
std::string plan_of(TestDatabase& database, std::string_view query) {
  Result<QueryResult> result = database.engine().run("EXPLAIN " + std::string(query));
  if (!result) return TestDatabase::text(result.error());
  std::string out;
  for (auto row = result->rows.rbegin(); row != result->rows.rend(); ++row) {
    const std::string line = (*row)[0].string();
    out += (out.empty() ? "" : "; ") + line.substr(0, line.rfind(" ~"));
  }
  return out;
}

constexpr QueryCase kPlans[] = {
    {"the rarer label is scanned first", "MATCH (p:Person)-[r:WORKS_AT]->(f:Firm) RETURN p, f",
     "NodeScan (f:Firm); Expand (f)<-[r:WORKS_AT]-(p:Person)"},
    {"a predicate is asked as soon as its variables are known",
     "MATCH (f:Firm)<-[r:WORKS_AT]-(p) WHERE f.name = 'KT' AND p.age > 30 RETURN p",
     "NodeScan (f:Firm); Filter (f.name = 'KT'); Expand (f)<-[r:WORKS_AT]-(p); Filter (p.age > "
     "30)"},
    {"a closed pattern is checked, not enumerated",
     "MATCH (a:Firm)-[x:R]->(b:Firm), (a)-[y:S]->(b) RETURN a",
     "NodeScan (a:Firm); Expand (a)-[x:R]->(b:Firm); ExpandInto (a)-[y:S]->(b)"},
    {"ORDER BY with LIMIT keeps the best rows only",
     "MATCH (p:Person) RETURN p.age AS age ORDER BY age LIMIT 3",
     "NodeScan (p:Person); Project p.age AS age; TopK age LIMIT 3; Limit 3"},
    {"counting nodes reads statistics", "MATCH (p:Person) RETURN count(*) AS n",
     "NodeCount :Person; Project _1 AS n"},
    {"counting relationships reads statistics", "MATCH ()-[r:WORKS_AT]->() RETURN count(r) AS n",
     "RelationshipCount :WORKS_AT; Project _3 AS n"},
    {"counting neighbours sums degrees", "MATCH (f:Firm)<-[r:WORKS_AT]-(p) RETURN f, count(*) AS n",
     "NodeScan (f:Firm); DegreeSum (f)<-[:WORKS_AT]-(); Filter (_5 > 0); Aggregate f, sum(_5); "
     "Project _3 AS n"},
    {"a write waits for the reads before it", "MATCH (p:Person) CREATE (q:Person)",
     "NodeScan (p:Person); Barrier; Create"},
    {"writing without reading needs no barrier", "UNWIND [1, 2] AS x CREATE (:A {x: x})",
     "Unwind [1, 2] AS x; Create"},
    {"an index is used where it serves", "MATCH (p:Person) WHERE p.name = 'Ann' RETURN p",
     "IndexSeek (p:Person {name: 'Ann'})"},
};

}  // namespace

TEST_CASE("plan: the steps chosen for a query") {
  TestDatabase database(
      "CREATE (f:Firm {name: 'KT'}) WITH f UNWIND range(1, 20) AS i "
      "CREATE (:Person {name: 'P' + i, age: 20 + i})-[:WORKS_AT]->(f)");
  REQUIRE(database.run("CREATE INDEX FOR (p:Person) ON (p.name)") == "");
  for (const auto& one : kPlans) {
    const std::string_view rule = one.rule;
    const std::string_view query = one.query;
    const std::string_view expected = one.expected;
    CAPTURE(rule);
    CHECK(plan_of(database, query) == expected);
  }
}

TEST_CASE("PROFILE: each step says the rows it gave") {
  TestDatabase database("UNWIND range(1, 5) AS i CREATE (:A {x: i})");
  CHECK(database.run("PROFILE MATCH (a:A) WHERE a.x > 2 RETURN a.x AS x") ==
        "'Project a.x AS x ~2 rows 3'; 'Filter (a.x > 2) ~2 rows 3'; 'NodeScan (a:A) ~2 rows 5'");
}

}  // namespace yeon::query
