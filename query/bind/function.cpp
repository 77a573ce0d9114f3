#include "bind/binder.h"
#include "bind/nearest_name.h"

namespace yeon::query {
namespace {

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function* f : all_functions()) names.emplace_back(f->name);
  for (const Aggregate& a : all_aggregates()) names.emplace_back(a.name);
  return names;
}

std::string expected_arguments(std::uint8_t least, std::uint8_t most) {
  if (most == kVariadic) return fmt::format("at least {}", least);
  if (least == most) return fmt::format("{}", least);
  return fmt::format("{} to {}", least, most);
}

bool deterministic(const Expr& expr) {
  bool all = true;
  walk(expr, [&](const Expr& e) { all &= e.function == nullptr || e.function->deterministic; });
  return all;
}

}  // namespace

ExprPtr Binder::function(const ast::Expression& syntax) {
  const std::string name = lower(syntax.text);
  if (const Aggregate* found = find_aggregate(name)) return aggregate(syntax, *found);
  if (name == "exists" && syntax.operands.size() == 1) return exists_function(syntax);
  const Function* found = find_function(name);
  if (found == nullptr) {
    error(syntax.span, "UnknownFunction", fmt::format("there is no function `{}`", syntax.text),
          did_you_mean(syntax.text, function_names()));
    return make(ExprKind::kConstant, syntax);
  }
  if (syntax.distinct) {
    error(syntax.span, "UnexpectedSyntax", "DISTINCT is for aggregates");
  }
  const std::size_t count = syntax.operands.size();
  if (count < found->min_arguments ||
      (found->max_arguments != kVariadic && count > found->max_arguments)) {
    error(syntax.span, "InvalidNumberOfArguments",
          fmt::format("`{}` takes {} arguments, not {}", found->name,
                      expected_arguments(found->min_arguments, found->max_arguments), count),
          std::string(found->signature));
  }
  ExprPtr out = make(ExprKind::kFunction, syntax, {found->returns, kAnyKind});
  out->function = found;
  for (std::size_t i = 0; i < count; ++i) {
    out->operands.push_back(expression(*syntax.operands[i]));
    const KindSet accepted = found->accepts[std::min(i, found->accepts.size() - 1)];
    if (out->operands[i]->type.excludes(accepted)) {
      error(syntax.operands[i]->span, "InvalidArgumentType",
            fmt::format("`{}` cannot take this argument", found->name),
            std::string(found->signature));
    }
  }
  return out;
}

ExprPtr Binder::exists_function(const ast::Expression& syntax) {
  const ast::Expression& argument = *syntax.operands[0];
  if (argument.kind == ast::ExpressionKind::kPatternPredicate) return pattern_predicate(argument);
  ExprPtr out = make(ExprKind::kIsNull, syntax, Type::of(Kind::kBoolean));
  out->negated = true;
  out->operands.push_back(expression(argument));
  return out;
}

ExprPtr Binder::aggregate(const ast::Expression& syntax, const Aggregate& aggregate) {
  if (inside_aggregate_) {
    error(syntax.span, "NestedAggregation", "an aggregate cannot hold another",
          "aggregate in a WITH before it");
  }
  if (aggregating_ == nullptr || scope_.size() > aggregating_->scope_base) {
    error(syntax.span, "InvalidAggregation",
          fmt::format("`{}` cannot aggregate here", aggregate.name),
          "aggregate in a WITH before it");
    return make(ExprKind::kConstant, syntax);
  }
  const std::size_t count = syntax.operands.size();
  const bool star = syntax.kind == ast::ExpressionKind::kCountStar;
  if (!star && (count < std::max<std::size_t>(aggregate.min_arguments, 1) ||
                count > aggregate.max_arguments)) {
    error(syntax.span, "InvalidNumberOfArguments",
          fmt::format("`{}` takes {} arguments, not {}", aggregate.name,
                      expected_arguments(aggregate.min_arguments, aggregate.max_arguments), count),
          std::string(aggregate.signature));
  }
  BoundAggregation bound;
  bound.aggregate = &aggregate;
  bound.distinct = syntax.distinct;
  inside_aggregate_ = true;
  for (const ast::ExpressionPtr& operand : syntax.operands) {
    ExprPtr argument = expression(*operand);
    if (!deterministic(*argument)) {
      error(operand->span, "NonConstantExpression", "an aggregate of a random value",
            "compute the value in a WITH before it");
    }
    if (aggregating_->in_order_by && !slots_of(*argument).empty()) {
      error(operand->span, "UndefinedVariable", "ORDER BY aggregates what is not projected",
            "project the aggregate");
    }
    bound.arguments.push_back(std::move(argument));
  }
  inside_aggregate_ = false;
  Type type{aggregate.returns, kAnyKind};
  if (aggregate.name == "collect" && !bound.arguments.empty()) {
    type = Type::list_of(bound.arguments[0]->type.kinds);
  }
  bound.slot = new_slot("", type);
  const SlotId slot = bound.slot;
  aggregating_->into->push_back(std::move(bound));
  return slot_expr(slot, syntax.span);
}

}  // namespace yeon::query
