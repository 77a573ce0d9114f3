#include "testing/query_case.h"
#include "yeon/query/error_text.h"

namespace yeon::query {
namespace {

constexpr const char* kNews =
    "CREATE (kt:Firm {name: 'KT', employees: 20}), (ms:Firm {name: 'Microsoft', employees: 200}), "
    "(ka:Firm {name: 'Kakao', employees: 10}), (oa:Firm {name: 'OpenAI'}), "
    "(kt)-[:PARTNERS_WITH {since: 2024}]->(ms), (ka)-[:PARTNERS_WITH {since: 2025}]->(oa), "
    "(ms)-[:OWNS]->(oa)";

constexpr QueryCase kReading[] = {
    {"WHERE keeps rows whose predicate is true", "MATCH (f:Firm) WHERE f.name = 'KT' RETURN f.name",
     "'KT'"},
    {"null is not true", "MATCH (f:Firm) WHERE f.name = null RETURN f.name", ""},
    {"property maps are predicates", "MATCH (f {name: 'KT'})-->(g) RETURN g.name", "'Microsoft'"},
    {"directions", "MATCH (f {name: 'OpenAI'})<-[r]-(g) RETURN type(r), g.name ORDER BY g.name",
     "'PARTNERS_WITH', 'Kakao'; 'OWNS', 'Microsoft'"},
    {"variable length", "MATCH p = (f {name: 'KT'})-[*1..2]->(g) RETURN length(p), g.name",
     "1, 'Microsoft'; 2, 'OpenAI'"},
    {"several parts", "MATCH (a {name: 'KT'}), (b {name: 'Kakao'}) RETURN a.name, b.name",
     "'KT', 'Kakao'"},
    {"DISTINCT", "UNWIND [1, 2, 1] AS x RETURN DISTINCT x", "1; 2"},
    {"ORDER BY, SKIP, LIMIT", "UNWIND [3, 1, 2, 4] AS x RETURN x ORDER BY x DESC SKIP 1 LIMIT 2",
     "3; 2"},
    {"aggregates skip null",
     "MATCH (f:Firm) RETURN count(*), count(f.employees), min(f.employees), max(f.employees), "
     "sum(f.employees)",
     "4, 3, 10, 200, 230"},
    {"collect", "UNWIND [2, 1] AS x RETURN collect(x)", "[2, 1]"},
    {"grouping", "UNWIND [1, 2, 3] AS x RETURN x % 2 AS odd, count(*) ORDER BY odd", "0, 1; 1, 2"},
    {"an aggregate of nothing", "MATCH (n:Nothing) RETURN count(n), collect(n), avg(n.x)",
     "0, [], null"},
    {"OPTIONAL MATCH keeps rows",
     "MATCH (f:Firm) OPTIONAL MATCH (f)-[:OWNS]->(g) RETURN f.name, g.name ORDER BY f.name",
     "'KT', null; 'Kakao', null; 'Microsoft', 'OpenAI'; 'OpenAI', null"},
    {"patterns as predicates", "MATCH (f:Firm) WHERE NOT (f)-->() RETURN f.name", "'OpenAI'"},
    {"EXISTS and COUNT",
     "MATCH (f:Firm) WHERE EXISTS { (f)-[:OWNS]->() } RETURN f.name, COUNT { (f)--() }",
     "'Microsoft', 2"},
    {"pattern comprehension", "MATCH (f {name: 'Microsoft'}) RETURN [(f)-->(g) | g.name]",
     "['OpenAI']"},
    {"a shortest path",
     "MATCH (a {name: 'KT'}), (b {name: 'OpenAI'}), p = shortestPath((a)-[*]->(b)) RETURN "
     "length(p)",
     "2"},
    {"degrees are counted by group",
     "MATCH (f:Firm)-[r]->() RETURN f.name AS name, count(r) AS n ORDER BY name",
     "'KT', 1; 'Kakao', 1; 'Microsoft', 1"},
    {"UNION drops duplicates", "RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", "1; 2"},
    {"CALL { } runs for each row",
     "UNWIND [1, 2] AS x CALL { WITH x RETURN x * 10 AS y } RETURN x, y", "1, 10; 2, 20"},
    {"label expressions", "MATCH (n:Firm|Person) WHERE n:!Person RETURN count(*)", "4"},
};

constexpr QueryCase kErrors[] = {
    {"a negative LIMIT parameter", "RETURN 1 LIMIT toInteger('-1')",
     "SyntaxError NegativeIntegerArgument 1:16"},
    {"a map is no property", "CREATE ({x: {y: 1}})",
     "TypeError InvalidPropertyType 1:13, properties hold single values, and lists of single "
     "values without null"},
    {"a connected node stays", "MATCH (f {name: 'KT'}) DELETE f",
     "ConstraintVerificationFailed DeleteConnectedNode, use DETACH DELETE to delete them too"},
    {"MERGE with null", "MERGE (a:A {x: null})",
     "SemanticError MergeReadOwnWrites 1:16, filter with IS NOT NULL before"},
};

}  // namespace

TEST_CASE("engine: reading") {
  TestDatabase database(kNews);
  check_cases(database, kReading);
}

TEST_CASE("engine: an error leaves nothing of its statement") {
  TestDatabase database(kNews);
  check_cases(database, kErrors);
  CHECK(database.run("MATCH (n) RETURN count(*)") == "4");
  CHECK(database.run("CREATE (:B) WITH 1 AS x RETURN x / 0").starts_with("ArithmeticError"));
  CHECK(database.run("MATCH (n:B) RETURN count(*)") == "0");
}

TEST_CASE("engine: writing") {
  TestDatabase database;
  CHECK(database.run("CREATE (a:A {x: 1})-[r:T {y: 2}]->(b:B) RETURN a, r, b") ==
        "(:A {x: 1}), [:T {y: 2}], (:B)");
  CHECK(database.run("MATCH (a:A) SET a.x = a.x + 1, a:C SET a += {z: 3} RETURN a") ==
        "(:A:C {x: 2, z: 3})");
  CHECK(database.run("MATCH (a:A) REMOVE a.z, a:C RETURN a") == "(:A {x: 2})");
  CHECK(database.run("UNWIND [1, 1, 2] AS x MERGE (m:M {x: x}) ON CREATE SET m.n = 1 ON MATCH SET "
                     "m.n = m.n + 1 RETURN m.x, m.n") == "1, 2; 1, 2; 2, 1");
  CHECK(database.run("MATCH (n) DETACH DELETE n") == "");
  CHECK(database.run("MATCH (n) RETURN count(*)") == "0");
}

TEST_CASE("engine: a clause sees all of the clause before and nothing of the one behind") {
  TestDatabase database("UNWIND range(1, 3) AS i CREATE (:N)");
  // Were scanning and creating interleaved, this would never end.
  CHECK(database.run("MATCH (a:N) CREATE (:N)") == "");
  CHECK(database.run("MATCH (n:N) RETURN count(*)") == "6");
  CHECK(database.run("MATCH (a:N), (b:N) SET a.seen = 1 RETURN min(b.seen), count(*)") == "1, 36");
  CHECK(database.run("UNWIND range(1, 5) AS i CREATE (:L) RETURN i LIMIT 1") == "1");
  CHECK(database.run("MATCH (l:L) RETURN count(*)") == "5");
}

TEST_CASE("engine: one transaction over several statements") {
  TestDatabase database;
  REQUIRE(database.engine().begin().has_value());
  CHECK(database.run("CREATE (:A)") == "");
  CHECK(database.run("MATCH (a:A) RETURN count(*)") == "1");
  REQUIRE(database.engine().rollback().has_value());
  CHECK(database.run("MATCH (a:A) RETURN count(*)") == "0");
}

TEST_CASE("engine: time, memory and the user's patience have limits") {
  TestDatabase database("UNWIND range(1, 3000) AS i CREATE (:N {i: i})");
  const char* endless = "MATCH (a:N), (b:N), (c:N) RETURN sum(a.i * b.i * c.i)";
  RunOptions options;
  options.timeout = std::chrono::milliseconds(50);
  CHECK(database.run(endless, options).starts_with("Timeout"));
  const std::atomic<bool> cancelled = true;
  RunOptions stopped;
  stopped.cancelled = &cancelled;
  CHECK(database.run(endless, stopped).starts_with("Cancelled"));
  RunOptions small;
  small.memory_bytes = 1 << 20;
  CHECK(database.run("MATCH (a:N), (b:N) RETURN collect(a.i)", small).starts_with("MemoryLimit"));
}

TEST_CASE("engine: parameters") {
  TestDatabase database;
  RunOptions options;
  options.parameters = {{"x", Value(List{Value(std::int64_t{1}), Value("a")})}};
  CHECK(database.run("UNWIND $x AS e RETURN e", options) == "1; 'a'");
  CHECK(database.run("RETURN $y", options) ==
        "ParameterMissing MissingParameter 1:8, did you mean `x`?");
}

TEST_CASE("show: an error with its line and a caret, wide letters counted as two") {
  TestDatabase database;
  const char* query = "MATCH (회사:Firm)\nRETURN 회시.name";
  const Result<QueryResult> result = database.engine().run(query);
  REQUIRE_FALSE(result.has_value());
  CHECK(show(result.error(), query) ==
        "SyntaxError (UndefinedVariable): variable `회시` is not defined\n"
        "  2 | RETURN 회시.name\n"
        "    |        ^\n"
        "  did you mean `회사`?");
}

}  // namespace yeon::query
