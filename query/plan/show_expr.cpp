#include "plan/show_expr.h"

#include "yeon/query/format.h"

namespace yeon::query {
namespace {

using ast::Operator;

std::string_view symbol(Operator op) {
  switch (op) {
    case Operator::kAnd:
      return "AND";
    case Operator::kOr:
      return "OR";
    case Operator::kXor:
      return "XOR";
    case Operator::kNot:
      return "NOT ";
    case Operator::kEqual:
      return "=";
    case Operator::kNotEqual:
      return "<>";
    case Operator::kLess:
      return "<";
    case Operator::kLessEqual:
      return "<=";
    case Operator::kGreater:
      return ">";
    case Operator::kGreaterEqual:
      return ">=";
    case Operator::kAdd:
    case Operator::kPlus:
      return "+";
    case Operator::kSubtract:
    case Operator::kNegate:
      return "-";
    case Operator::kMultiply:
      return "*";
    case Operator::kDivide:
      return "/";
    case Operator::kModulo:
      return "%";
    case Operator::kPower:
      return "^";
    case Operator::kIn:
      return "IN";
    case Operator::kStartsWith:
      return "STARTS WITH";
    case Operator::kEndsWith:
      return "ENDS WITH";
    case Operator::kContains:
      return "CONTAINS";
    case Operator::kMatchesRegex:
      return "=~";
    case Operator::kAll:
      return "all";
    case Operator::kAny:
      return "any";
    case Operator::kNoneOf:
      return "none";
    case Operator::kSingle:
      return "single";
    case Operator::kNone:
      break;
  }
  return "?";
}

std::string show(const ast::LabelExpression& labels) {
  using Kind = ast::LabelExpression::Kind;
  std::vector<std::string> parts;
  for (const ast::LabelExpression& operand : labels.operands) parts.push_back(show(operand));
  switch (labels.kind) {
    case Kind::kName:
      return labels.name;
    case Kind::kNot:
      return "!" + parts[0];
    case Kind::kAnd:
      return fmt::format("{}", fmt::join(parts, "&"));
    case Kind::kOr:
      return fmt::format("({})", fmt::join(parts, "|"));
    case Kind::kAnything:
      return "%";
  }
  return "";
}

}  // namespace

std::string show_slot(SlotId slot, const std::vector<Variable>& variables) {
  const bool named = slot < variables.size() && !variables[slot].name.empty();
  return named ? variables[slot].name : fmt::format("_{}", slot);
}

std::string show_expr(const Expr& e, const std::vector<Variable>& variables) {
  std::vector<std::string> parts;
  for (const ExprPtr& operand : e.operands) {
    parts.push_back(operand ? show_expr(*operand, variables) : "");
  }
  switch (e.kind) {
    case ExprKind::kConstant:
      return to_literal(e.constant, {});
    case ExprKind::kParameter:
      return "$" + e.text;
    case ExprKind::kSlot:
      return show_slot(e.slot, variables);
    case ExprKind::kProperty:
      return parts[0] + "." + e.text;
    case ExprKind::kIndex:
      return fmt::format("{}[{}]", parts[0], parts[1]);
    case ExprKind::kSlice:
      return fmt::format("{}[{}..{}]", parts[0], parts[1], parts[2]);
    case ExprKind::kList:
      return fmt::format("[{}]", fmt::join(parts, ", "));
    case ExprKind::kMap:
      for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = e.names[i] + ": " + parts[i];
      return fmt::format("{{{}}}", fmt::join(parts, ", "));
    case ExprKind::kUnary:
      return fmt::format("{}{}", symbol(e.op), parts[0]);
    case ExprKind::kBinary:
      return fmt::format("({} {} {})", parts[0], symbol(e.op), parts[1]);
    case ExprKind::kLogical:
      return fmt::format("({})", fmt::join(parts, fmt::format(" {} ", symbol(e.op))));
    case ExprKind::kIsNull:
      return fmt::format("{} IS {}NULL", parts[0], e.negated ? "NOT " : "");
    case ExprKind::kHasLabels:
      return fmt::format("{}:{}", parts[0], show(*e.labels));
    case ExprKind::kFunction:
      return fmt::format("{}({})", e.function->name, fmt::join(parts, ", "));
    case ExprKind::kCase:
      return "CASE ... END";
    case ExprKind::kListComprehension:
      return fmt::format("[{} IN {} ...]", show_slot(e.slot, variables), parts[0]);
    case ExprKind::kQuantifier:
      return fmt::format("{}({} IN {} WHERE {})", symbol(e.op), show_slot(e.slot, variables),
                         parts[0], parts[1]);
    case ExprKind::kReduce:
      return fmt::format("reduce({} = {}, ...)", show_slot(e.slot, variables), parts[0]);
    case ExprKind::kSubquery:
      switch (e.subquery->kind) {
        case SubqueryKind::kExists:
          return "EXISTS {...}";
        case SubqueryKind::kCount:
          return "COUNT {...}";
        case SubqueryKind::kCollect:
          return "COLLECT {...}";
      }
  }
  return "?";
}

}  // namespace yeon::query
