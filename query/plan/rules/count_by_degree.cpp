#include "plan/rules/rules.h"

namespace yeon::query {
namespace {

/// Whether an aggregation counts every row: count(*), or count of what is never null here.
bool counts_rows(const BoundAggregation& a, const Expand& expand) {
  if (a.aggregate->name != "count" || a.distinct) return false;
  if (a.arguments.empty()) return true;
  const Expr& e = *a.arguments[0];
  return e.kind == ExprKind::kSlot && (e.slot == expand.relationship || e.slot == expand.to);
}

bool reads_far_end(const std::vector<BoundItem>& keys, const Expand& expand) {
  for (const BoundItem& key : keys) {
    for (const SlotId slot : slots_of(*key.expr)) {
      if (slot == expand.relationship || slot == expand.to) return true;
    }
  }
  return false;
}

ExprPtr slot_expr(SlotId slot) {
  ExprPtr out = std::make_unique<Expr>();
  out->kind = ExprKind::kSlot;
  out->slot = slot;
  out->type = Type::of(Kind::kInteger);
  return out;
}

/// A node without relationships gives no row, so no group either.
Step only_positive(SlotId degree, double rows) {
  ExprPtr zero = std::make_unique<Expr>();
  zero->constant = Value(std::int64_t{0});
  ExprPtr test = std::make_unique<Expr>();
  test->kind = ExprKind::kBinary;
  test->op = ast::Operator::kGreater;
  test->type = Type::of(Kind::kBoolean);
  test->operands.push_back(slot_expr(degree));
  test->operands.push_back(std::move(zero));
  return {Filter{std::move(test)}, rows, {}};
}

}  // namespace

void count_by_degree(Plan& plan, std::vector<Variable>& variables) {
  const Aggregate* sum = find_aggregate("sum");
  if (sum == nullptr) return;
  for (std::size_t i = 1; i < plan.steps.size(); ++i) {
    auto* aggregate = std::get_if<AggregateStep>(&plan.steps[i].body);
    const auto* expand = std::get_if<Expand>(&plan.steps[i - 1].body);
    if (aggregate == nullptr || expand == nullptr || expand->into || !expand->to_labels.empty() ||
        !expand->distinct_from.empty() || reads_far_end(aggregate->keys, *expand)) {
      continue;
    }
    bool all = !aggregate->aggregations.empty();
    for (const BoundAggregation& a : aggregate->aggregations) all &= counts_rows(a, *expand);
    if (!all) continue;
    const auto degree = static_cast<SlotId>(variables.size());
    variables.push_back({"", Type::of(Kind::kInteger)});
    for (BoundAggregation& a : aggregate->aggregations) {
      a.aggregate = sum;
      a.arguments.clear();
      a.arguments.push_back(slot_expr(degree));
    }
    const double rows = i >= 2 ? plan.steps[i - 2].rows : 1;
    plan.steps[i - 1] = {DegreeSum{expand->from, degree, expand->way, expand->types}, rows, {}};
    plan.steps.insert(plan.steps.begin() + static_cast<std::ptrdiff_t>(i),
                      only_positive(degree, rows));
  }
}

}  // namespace yeon::query
