#include "plan/rules/rules.h"

namespace yeon::query {
namespace {

/// An aggregation that is nothing but count(*), or count of `slot`, which is never null.
bool only_counts(const Step& step, SlotId slot, SlotId* out) {
  const auto* aggregate = std::get_if<AggregateStep>(&step.body);
  if (aggregate == nullptr || !aggregate->keys.empty() || aggregate->aggregations.size() != 1) {
    return false;
  }
  const BoundAggregation& a = aggregate->aggregations[0];
  if (a.aggregate->name != "count" || a.distinct) return false;
  if (!a.arguments.empty()) {
    const Expr& argument = *a.arguments[0];
    if (argument.kind != ExprKind::kSlot || argument.slot != slot) return false;
  }
  *out = a.slot;
  return true;
}

}  // namespace

void count_from_statistics(Plan& plan) {
  std::vector<Step>& steps = plan.steps;
  if (steps.size() < 2) return;
  const auto* scan = std::get_if<NodeScan>(&steps[0].body);
  if (scan == nullptr) return;
  SlotId out = kNoSlot;
  if (scan->labels.size() <= 1 && only_counts(steps[1], scan->slot, &out)) {
    NodeCount count{out, std::nullopt};
    if (!scan->labels.empty()) count.label = scan->labels[0];
    steps[0] = {std::move(count), 1, {}};
    steps.erase(steps.begin() + 1);
    return;
  }
  if (steps.size() < 3 || !scan->labels.empty()) return;
  const auto* expand = std::get_if<Expand>(&steps[1].body);
  if (expand == nullptr || expand->into || expand->from != scan->slot ||
      expand->way == Way::kBoth || !expand->to_labels.empty() || !expand->distinct_from.empty()) {
    return;
  }
  if (!only_counts(steps[2], expand->relationship, &out)) return;
  steps[0] = {RelationshipCount{out, expand->types}, 1, {}};
  steps.erase(steps.begin() + 1, steps.begin() + 3);
}

}  // namespace yeon::query
