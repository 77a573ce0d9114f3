#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ast/expression.h"
#include "functions/aggregates.h"
#include "functions/functions.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query {

/// A variable of a bound statement: an index into the columns of every batch.
using SlotId = std::uint32_t;
inline constexpr SlotId kNoSlot = static_cast<SlotId>(-1);

/// What is known of a value before execution. Null is always possible.
struct Type {
  KindSet kinds = kAnyKind;
  KindSet elements = kAnyKind;  ///< of a list's elements

  bool known() const noexcept { return kinds != kAnyKind; }
  /// Whether every kind it can have, null aside, lies outside `set`.
  bool excludes(KindSet set) const noexcept {
    const KindSet value = kinds & ~kinds_of_null();
    return value != 0 && (value & set) == 0;
  }
  bool is_exactly(Kind kind) const noexcept {
    return (kinds & ~kinds_of_null()) == query::kinds(kind);
  }
  static constexpr KindSet kinds_of_null() { return query::kinds(Kind::kNull); }
  static Type of(Kind kind) { return {query::kinds(kind), kAnyKind}; }
  static Type list_of(KindSet elements) { return {query::kinds(Kind::kList), elements}; }
};

enum class ExprKind : std::uint8_t {
  kConstant,
  kParameter,  ///< text
  kSlot,       ///< slot
  kProperty,   ///< operands[0] . text
  kIndex,
  kSlice,  ///< three operands; a bound may be null
  kList,
  kMap,      ///< names: keys, in the order written; "*" with an operand: all of its entries
  kUnary,    ///< op: kNot, kNegate, kPlus
  kBinary,   ///< op: arithmetic, kIn, kStartsWith, ..., comparisons
  kLogical,  ///< op: kAnd, kOr, kXor
  kIsNull,
  kHasLabels,          ///< operands[0], labels
  kFunction,           ///< function
  kCase,               ///< operands: [subject or null, when, then, ..., else or null]
  kListComprehension,  ///< local slot; operands: list, where or null, projection or null
  kQuantifier,         ///< op; local slot; operands: list, predicate
  kReduce,             ///< slot: accumulator, other_slot: element; operands: initial, list, step
  kSubquery,           ///< subquery
};

struct Subquery;

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// A bound expression: names are slots, functions are found, types are known as far as they go.
struct Expr {
  Expr();
  ~Expr();
  Expr(const Expr&) = delete;
  Expr& operator=(const Expr&) = delete;

  ExprKind kind = ExprKind::kConstant;
  ast::Operator op = ast::Operator::kNone;
  bool negated = false;
  bool local = false;  ///< kSlot: bound by a comprehension around it, not a column
  SlotId slot = kNoSlot;
  SlotId other_slot = kNoSlot;
  const Function* function = nullptr;
  SourceSpan span;
  Type type;
  Value constant;
  std::string text;
  std::vector<std::string> names;
  std::vector<ExprPtr> operands;
  std::unique_ptr<ast::LabelExpression> labels;
  std::unique_ptr<Subquery> subquery;
};

/// Calls `visit(const Expr&)` for the expression and all its operands, outermost first.
template <class Visit>
void walk(const Expr& expr, Visit&& visit) {
  visit(expr);
  for (const ExprPtr& operand : expr.operands) {
    if (operand) walk(*operand, visit);
  }
}

/// The slots an expression reads from outside itself, subqueries included; ascending, each once.
std::vector<SlotId> slots_of(const Expr& expr);

}  // namespace yeon::query
