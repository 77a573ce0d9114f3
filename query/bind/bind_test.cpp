#include "testing/query_case.h"

namespace yeon::query {
namespace {

constexpr QueryCase kErrors[] = {
    {"an unknown variable is refused, with place and hint", "MATCH (f:Firm) RETURN g.name",
     "SyntaxError UndefinedVariable 1:23, did you mean `f`?"},
    {"a node is no relationship", "MATCH ()-[r]->() MATCH (r) RETURN r",
     "SyntaxError VariableTypeConflict 1:25"},
    {"a relationship stands once in a pattern", "MATCH (a)-[r]->()-[r]->(a) RETURN r",
     "SyntaxError RelationshipUniquenessViolation 1:20"},
    {"a created variable must be new", "MATCH (a) CREATE (a)",
     "SyntaxError VariableAlreadyBound 1:19, choose another name"},
    {"WHERE cannot aggregate", "MATCH (a) WHERE count(a) > 1 RETURN a",
     "SyntaxError InvalidAggregation 1:17, aggregate in a WITH before it"},
    {"aggregates do not nest", "RETURN count(count(*))",
     "SyntaxError NestedAggregation 1:14, aggregate in a WITH before it"},
    {"what stands beside an aggregate must be a key", "MATCH (a) RETURN a.x + count(*)",
     "SyntaxError AmbiguousAggregationExpression 1:18, project it as an item of its own"},
    {"functions are checked by name", "RETURN lenght('a')",
     "SyntaxError UnknownFunction 1:8, did you mean `length`?"},
    {"LIMIT takes a constant", "MATCH (n) RETURN n LIMIT n.x",
     "SyntaxError NonConstantExpression 1:26"},
    {"LIMIT is not negative", "RETURN 1 LIMIT -1", "SyntaxError NegativeIntegerArgument 1:16"},
    {"columns have different names", "RETURN 1 AS a, 2 AS a",
     "SyntaxError ColumnNameConflict 1:21, give one another name with AS"},
    {"expressions in WITH have names", "WITH 1 + 1 RETURN 1",
     "SyntaxError NoExpressionAlias 1:6, write `1 + 1 AS name`"},
    {"* needs variables", "MATCH () RETURN *", "SyntaxError NoVariablesInScope 1:10"},
    {"a query ends in RETURN or an update", "MATCH (n)",
     "SyntaxError InvalidClauseComposition 1:1, add RETURN"},
    {"both sides of UNION have the same columns", "RETURN 1 AS a UNION RETURN 2 AS b",
     "SyntaxError DifferentColumnsInUnion 1:15"},
    {"types that are known are checked", "WITH 1 AS x RETURN x.y",
     "TypeError InvalidArgumentType 1:20"},
    {"NOT takes a boolean", "RETURN NOT 'a'", "SyntaxError InvalidArgumentType 1:12"},
    {"a parameter that is missing", "RETURN $x", "ParameterMissing MissingParameter 1:8"},
    {"a procedure that is missing", "CALL db.lables()",
     "ProcedureError ProcedureNotFound 1:6, did you mean `db.labels`?"},
    {"patterns are conditions, not values", "MATCH (a) RETURN (a)-->()",
     "SyntaxError UnexpectedSyntax 1:18, use EXISTS { ... }, COUNT { ... } or a pattern "
     "comprehension"},
};

}  // namespace

TEST_CASE("bind: what is wrong before execution, in the TCK's words") {
  TestDatabase database;
  check_cases(database, kErrors);
}

}  // namespace yeon::query
