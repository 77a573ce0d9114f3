#include "bind/binder.h"
#include "bind/nearest_name.h"

namespace yeon::query {

using ast::ExpressionKind;
using ast::Operator;

namespace {

constexpr KindSet kBooleanKind = kinds(Kind::kBoolean);
constexpr KindSet kNumberKinds = kinds(Kind::kInteger, Kind::kFloat);
constexpr KindSet kTemporalKinds =
    kinds(Kind::kDate, Kind::kLocalTime, Kind::kTime, Kind::kLocalDateTime, Kind::kZonedDateTime);
constexpr KindSet kEntityKinds = kinds(Kind::kNode, Kind::kRelationship);
/// What has something after a dot.
constexpr KindSet kPropertyKinds =
    kEntityKinds | kTemporalKinds | kinds(Kind::kMap, Kind::kDuration, Kind::kPoint);

bool is_comparison(Operator op) { return op >= Operator::kEqual && op <= Operator::kGreaterEqual; }

/// What an arithmetic operator takes; zero where it is not checked beforehand.
KindSet operands_of(Operator op) {
  switch (op) {
    case Operator::kSubtract:
      return kNumberKinds | kTemporalKinds | kinds(Kind::kDuration);
    case Operator::kMultiply:
    case Operator::kDivide:
      return kNumberKinds | kinds(Kind::kDuration);
    case Operator::kModulo:
    case Operator::kPower:
      return kNumberKinds;
    default:
      return 0;
  }
}

Type arithmetic_type(Operator op, const Type& a, const Type& b) {
  const bool numbers = a.known() && b.known() && !a.excludes(kNumberKinds) &&
                       !b.excludes(kNumberKinds) && ((a.kinds | b.kinds) & ~kNumberKinds) == 0;
  if (op == Operator::kPower) return Type::of(Kind::kFloat);
  if (numbers) {
    if (a.is_exactly(Kind::kInteger) && b.is_exactly(Kind::kInteger))
      return Type::of(Kind::kInteger);
    if (a.is_exactly(Kind::kFloat) || b.is_exactly(Kind::kFloat)) return Type::of(Kind::kFloat);
    return {kNumberKinds, kAnyKind};
  }
  if (op == Operator::kAdd && a.is_exactly(Kind::kList) && b.is_exactly(Kind::kList)) {
    return Type::list_of(a.elements | b.elements);
  }
  if (op == Operator::kAdd && (a.is_exactly(Kind::kList) || b.is_exactly(Kind::kList))) {
    return Type::list_of(kAnyKind);
  }
  return {};
}

}  // namespace

ExprPtr Binder::expression(const ast::Expression& syntax, bool boolean) {
  if (failed()) return make(ExprKind::kConstant, syntax);
  if (ExprPtr item = projected(syntax)) return item;
  switch (syntax.kind) {
    case ExpressionKind::kLiteral: {
      ExprPtr out = make(ExprKind::kConstant, syntax, Type::of(syntax.literal.kind()));
      out->constant = syntax.literal;
      return out;
    }
    case ExpressionKind::kParameter:
      return parameter(syntax);
    case ExpressionKind::kVariable:
      return variable(syntax);
    case ExpressionKind::kProperty:
      return property(syntax);
    case ExpressionKind::kIndex:
    case ExpressionKind::kSlice:
      return index_or_slice(syntax);
    case ExpressionKind::kList:
      return list(syntax);
    case ExpressionKind::kMap:
      return map(syntax);
    case ExpressionKind::kMapProjection:
      return map_projection(syntax);
    case ExpressionKind::kUnary:
      return unary(syntax, boolean);
    case ExpressionKind::kBinary:
      return binary(syntax);
    case ExpressionKind::kLogical:
      return logical(syntax, boolean);
    case ExpressionKind::kComparison:
      return comparison(syntax);
    case ExpressionKind::kIsNull: {
      ExprPtr out = make(ExprKind::kIsNull, syntax, Type::of(Kind::kBoolean));
      out->negated = syntax.negated;
      out->operands.push_back(expression(*syntax.operands[0]));
      return out;
    }
    case ExpressionKind::kHasLabels:
      return has_labels(syntax);
    case ExpressionKind::kFunction:
    case ExpressionKind::kCountStar:
      return function(syntax);
    case ExpressionKind::kCase:
      return case_expression(syntax);
    case ExpressionKind::kListComprehension:
      return list_comprehension(syntax);
    case ExpressionKind::kQuantifier:
      return quantifier(syntax);
    case ExpressionKind::kReduce:
      return reduce(syntax);
    case ExpressionKind::kPatternPredicate:
      if (!boolean) {
        error(syntax.span, "UnexpectedSyntax", "a pattern can stand only where a condition can",
              "use EXISTS { ... }, COUNT { ... } or a pattern comprehension");
      }
      return pattern_predicate(syntax);
    case ExpressionKind::kPatternComprehension:
      return pattern_comprehension(syntax);
    case ExpressionKind::kExistsSubquery:
    case ExpressionKind::kCountSubquery:
    case ExpressionKind::kCollectSubquery:
      return subquery(syntax);
  }
  return make(ExprKind::kConstant, syntax);
}

ExprPtr Binder::where(const ast::Expression& syntax) {
  if (has_aggregate(syntax)) {
    error(syntax.span, "InvalidAggregation", "WHERE cannot aggregate",
          "aggregate in a WITH before it");
  }
  ExprPtr out = expression(syntax, true);
  if (out->type.excludes(kBooleanKind)) {
    error(syntax.span, "InvalidArgumentType", "WHERE takes a condition");
  }
  return out;
}

ExprPtr Binder::parameter(const ast::Expression& syntax) {
  const auto found = std::lower_bound(
      context_.parameters.begin(), context_.parameters.end(), syntax.text,
      [](const auto& entry, const std::string& name) { return entry.first < name; });
  if (found == context_.parameters.end() || found->first != syntax.text) {
    std::vector<std::string> names;
    for (const auto& [name, value] : context_.parameters) names.push_back(name);
    error(syntax.span, "MissingParameter", fmt::format("parameter `${}` is missing", syntax.text),
          did_you_mean(syntax.text, names), ErrorType::kParameterMissing);
  }
  ExprPtr out = make(ExprKind::kParameter, syntax);
  out->text = syntax.text;
  return out;
}

ExprPtr Binder::variable(const ast::Expression& syntax) {
  if (constant_only_) {
    error(syntax.span, "NonConstantExpression",
          fmt::format("`{}` is a variable, but a constant is needed here", syntax.text));
    return make(ExprKind::kConstant, syntax);
  }
  const std::optional<SlotId> slot = resolve(syntax.text, syntax.span);
  if (!slot) return make(ExprKind::kConstant, syntax);
  const bool local = locals_.contains(*slot);
  if (aggregating_ != nullptr && !aggregating_->in_order_by && !inside_aggregate_ && !local) {
    bool is_key = false;
    for (const Projected& key : aggregating_->keys) is_key |= key.slot == *slot;
    if (!is_key) {
      error(syntax.span, "AmbiguousAggregationExpression",
            fmt::format("`{}` stands beside an aggregate, but is no grouping key", syntax.text),
            "project it as an item of its own");
    }
  }
  return slot_expr(*slot, syntax.span, local);
}

ExprPtr Binder::property(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kProperty, syntax);
  out->text = syntax.text;
  out->operands.push_back(expression(*syntax.operands[0]));
  const Type& type = out->operands[0]->type;
  if (type.excludes(kPropertyKinds)) {
    const bool path = type.is_exactly(Kind::kPath);
    error(syntax.span, "InvalidArgumentType",
          fmt::format("`.{}` needs a map, node or relationship before it", syntax.text), {},
          path ? ErrorType::kSyntaxError : ErrorType::kTypeError);
  }
  return out;
}

ExprPtr Binder::index_or_slice(const ast::Expression& syntax) {
  const bool slice = syntax.kind == ExpressionKind::kSlice;
  ExprPtr out = make(slice ? ExprKind::kSlice : ExprKind::kIndex, syntax);
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    out->operands.push_back(operand ? expression(*operand) : nullptr);
  }
  const Type& container = out->operands[0]->type;
  if (slice) {
    out->type = Type::list_of(container.elements);
  } else if (container.is_exactly(Kind::kList)) {
    out->type = {container.elements, kAnyKind};
  }
  return out;
}

ExprPtr Binder::list(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kList, syntax);
  KindSet elements = 0;
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    out->operands.push_back(expression(*operand));
    elements |= out->operands.back()->type.kinds;
  }
  out->type = Type::list_of(elements == 0 ? kAnyKind : elements);
  return out;
}

ExprPtr Binder::map(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kMap, syntax, Type::of(Kind::kMap));
  out->names = syntax.names;
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    out->operands.push_back(expression(*operand));
  }
  return out;
}

ExprPtr Binder::map_projection(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kMap, syntax, Type::of(Kind::kMap));
  ast::Expression subject;
  subject.kind = ExpressionKind::kVariable;
  subject.text = syntax.text;
  subject.span = syntax.span;
  for (std::size_t i = 0; i < syntax.operands.size(); ++i) {
    out->names.push_back(syntax.names[i]);
    out->operands.push_back(syntax.operands[i] ? expression(*syntax.operands[i])
                                               : expression(subject));
  }
  // A null subject gives null, not an empty map.
  ExprPtr guard = make(ExprKind::kCase, syntax, Type::of(Kind::kMap));
  ExprPtr is_null = make(ExprKind::kIsNull, syntax, Type::of(Kind::kBoolean));
  is_null->operands.push_back(expression(subject));
  guard->operands.push_back(nullptr);
  guard->operands.push_back(std::move(is_null));
  guard->operands.push_back(make(ExprKind::kConstant, syntax));
  guard->operands.push_back(std::move(out));
  return guard;
}

ExprPtr Binder::unary(const ast::Expression& syntax, bool boolean) {
  ExprPtr out = make(ExprKind::kUnary, syntax);
  out->op = syntax.op;
  out->operands.push_back(expression(*syntax.operands[0], syntax.op == Operator::kNot && boolean));
  const Expr& operand = *out->operands[0];
  if (syntax.op == Operator::kNot) {
    out->type = Type::of(Kind::kBoolean);
    if (operand.type.excludes(kBooleanKind)) {
      error(operand.span, "InvalidArgumentType", "NOT takes a boolean");
    }
    return out;
  }
  out->type = operand.type;
  if (operand.type.excludes(kNumberKinds | kinds(Kind::kDuration))) {
    error(operand.span, "InvalidArgumentType", "a sign needs a number after it");
  }
  if (operand.kind == ExprKind::kConstant && operand.constant.is(Kind::kFloat) &&
      syntax.op == Operator::kNegate) {
    ExprPtr folded = make(ExprKind::kConstant, syntax, operand.type);
    folded->constant = Value(-operand.constant.floating());
    return folded;
  }
  return out;
}

ExprPtr Binder::binary(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kBinary, syntax);
  out->op = syntax.op;
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    out->operands.push_back(expression(*operand));
  }
  const Type& left = out->operands[0]->type;
  const Type& right = out->operands[1]->type;
  switch (syntax.op) {
    case Operator::kIn:
      if (right.excludes(kinds(Kind::kList))) {
        error(out->operands[1]->span, "InvalidArgumentType", "IN needs a list after it");
      }
      [[fallthrough]];
    case Operator::kStartsWith:
    case Operator::kEndsWith:
    case Operator::kContains:
    case Operator::kMatchesRegex:
      out->type = Type::of(Kind::kBoolean);
      return out;
    default:
      break;
  }
  if (const KindSet allowed = operands_of(syntax.op); allowed != 0) {
    for (const ExprPtr& operand : out->operands) {
      if (operand->type.excludes(allowed)) {
        error(operand->span, "InvalidArgumentType", "an operand of arithmetic that is no number");
      }
    }
  }
  out->type = arithmetic_type(syntax.op, left, right);
  return out;
}

ExprPtr Binder::logical(const ast::Expression& syntax, bool boolean) {
  ExprPtr out = make(ExprKind::kLogical, syntax, Type::of(Kind::kBoolean));
  out->op = syntax.op;
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    out->operands.push_back(expression(*operand, boolean));
    if (out->operands.back()->type.excludes(kBooleanKind)) {
      error(operand->span, "InvalidArgumentType", "AND, OR and XOR take booleans");
    }
  }
  return out;
}

/// A chain a < b < c becomes the conjunction of its links; the middle is bound twice.
ExprPtr Binder::comparison(const ast::Expression& syntax) {
  const auto link = [&](std::size_t i) {
    ExprPtr out = make(ExprKind::kBinary, syntax, Type::of(Kind::kBoolean));
    out->op = syntax.ops[i];
    out->operands.push_back(expression(*syntax.operands[i]));
    out->operands.push_back(expression(*syntax.operands[i + 1]));
    return out;
  };
  if (syntax.ops.size() == 1 || !is_comparison(syntax.ops[0])) return link(0);
  ExprPtr out = make(ExprKind::kLogical, syntax, Type::of(Kind::kBoolean));
  out->op = Operator::kAnd;
  for (std::size_t i = 0; i < syntax.ops.size(); ++i) out->operands.push_back(link(i));
  return out;
}

ExprPtr Binder::has_labels(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kHasLabels, syntax, Type::of(Kind::kBoolean));
  out->operands.push_back(expression(*syntax.operands[0]));
  out->labels = std::make_unique<ast::LabelExpression>(*syntax.labels);
  if (out->operands[0]->type.excludes(kEntityKinds)) {
    error(syntax.span, "InvalidArgumentType", "only nodes and relationships have labels or types");
  }
  return out;
}

ExprPtr Binder::case_expression(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kCase, syntax);
  KindSet result = 0;
  for (std::size_t i = 0; i < syntax.operands.size(); ++i) {
    const ast::ExpressionPtr& operand = syntax.operands[i];
    const bool condition = i % 2 == 1 && !syntax.operands[0];
    out->operands.push_back(operand ? expression(*operand, condition) : nullptr);
    if (i >= 2 && i % 2 == 0) result |= out->operands.back()->type.kinds;
  }
  out->operands.push_back(syntax.otherwise ? expression(*syntax.otherwise) : nullptr);
  result |= out->operands.back() ? out->operands.back()->type.kinds : kinds(Kind::kNull);
  out->type.kinds = result;
  return out;
}

}  // namespace yeon::query
