#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query::ast {

struct Expression;
struct Pattern;
struct Query;

using ExpressionPtr = std::unique_ptr<Expression>;

/// What an expression is; beside each, what of Expression it uses.
enum class ExpressionKind : std::uint8_t {
  kLiteral,            ///< literal
  kParameter,          ///< text: its name
  kVariable,           ///< text
  kProperty,           ///< operands[0] . text
  kIndex,              ///< operands[0] [ operands[1] ]
  kSlice,              ///< operands[0] [ operands[1] .. operands[2] ]; bounds may be null
  kList,               ///< operands
  kMap,                ///< names and operands in parallel
  kMapProjection,      ///< text { names/operands; projection tells the kinds apart }
  kUnary,              ///< op, operands[0]
  kBinary,             ///< op, operands[0], operands[1]
  kLogical,            ///< op kAnd, kOr or kXor, two or more operands
  kComparison,         ///< operands[0] ops[0] operands[1] ops[1] operands[2] ...
  kIsNull,             ///< operands[0]; negated for IS NOT NULL
  kHasLabels,          ///< operands[0] : label_expression
  kFunction,           ///< text: name, operands: arguments, distinct
  kCountStar,          ///< count(*)
  kCase,               ///< operands[0] or null: subject; then pairs (when, then); `otherwise`
  kListComprehension,  ///< [text IN operands[0] WHERE operands[1] | operands[2]]; each may be null
  kQuantifier,         ///< op, text IN operands[0] WHERE operands[1]
  kReduce,             ///< reduce(text = operands[0], other_text IN operands[1] | operands[2])
  kPatternComprehension,  ///< pattern, operands[0]: WHERE or null, operands[1]: projection
  kPatternPredicate,      ///< pattern: true where it matches
  kExistsSubquery,        ///< pattern with operands[0]: WHERE or null, or query
  kCountSubquery,         ///< likewise
  kCollectSubquery,       ///< query
};

enum class Operator : std::uint8_t {
  kNone,
  kAnd,
  kOr,
  kXor,
  kNot,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kPower,
  kNegate,
  kPlus,
  kIn,
  kStartsWith,
  kEndsWith,
  kContains,
  kMatchesRegex,
  kAll,
  kAny,
  kNoneOf,
  kSingle,
};

/// The labels or relationship types a pattern asks for: a boolean expression over names.
struct LabelExpression {
  enum class Kind : std::uint8_t { kName, kNot, kAnd, kOr, kAnything };
  Kind kind = Kind::kName;
  std::string name;
  SourceSpan span;
  std::vector<LabelExpression> operands;
};

/// One expression of the syntax tree. Immutable once parsed. `depth` is one more than that of the
/// deepest operand, bounded by the parser, so that recursion over a tree is safe.
struct Expression {
  Expression();
  ~Expression();
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;

  ExpressionKind kind = ExpressionKind::kLiteral;
  Operator op = Operator::kNone;
  bool distinct = false;
  bool negated = false;
  std::uint32_t depth = 1;
  SourceSpan span;
  std::string text;
  std::string other_text;
  Value literal;
  std::vector<ExpressionPtr> operands;
  std::vector<Operator> ops;
  std::vector<std::string> names;
  ExpressionPtr otherwise;
  std::unique_ptr<LabelExpression> labels;
  std::unique_ptr<Pattern> pattern;
  std::unique_ptr<Query> query;
};

/// Whether two expressions are the same but for spacing, comments and the case of keywords.
bool same_syntax(const Expression& a, const Expression& b);

/// Calls `visit(const Expression&)` for the expression itself and all within it, outermost first;
/// where `visit` answers false the operands are left out. Subqueries are not entered.
template <class Visit>
void walk(const Expression& expression, Visit&& visit) {
  if (!visit(expression)) return;
  for (const ExpressionPtr& operand : expression.operands) {
    if (operand) walk(*operand, visit);
  }
  if (expression.otherwise) walk(*expression.otherwise, visit);
}

}  // namespace yeon::query::ast
