#include "plan/rules/rules.h"

namespace yeon::query {
namespace {

constexpr KindSet kEntityKinds = kinds(Kind::kNode, Kind::kRelationship, Kind::kPath, Kind::kList);

bool reads_graph(const Expr& e) {
  switch (e.kind) {
    case ExprKind::kProperty:
    case ExprKind::kIndex:
    case ExprKind::kHasLabels:
    case ExprKind::kSubquery:
      return true;
    case ExprKind::kMap:
      for (const std::string& name : e.names) {
        if (name == "*") return true;
      }
      return false;
    case ExprKind::kFunction:
      for (const ExprPtr& argument : e.operands) {
        if (!argument->type.excludes(kEntityKinds)) return true;
      }
      return false;
    default:
      return false;
  }
}

struct Effects {
  bool reads = false;
  bool writes = false;
  bool collects = false;  ///< takes all rows before it gives one
};

Effects effects_of(const Step& step);

Effects effects_of(const Plan& plan) {
  Effects out;
  for (const Step& step : plan.steps) {
    const Effects e = effects_of(step);
    out.reads |= e.reads;
    out.writes |= e.writes;
  }
  return out;
}

Effects effects_of(const Step& step) {
  Effects out;
  visit_expressions(step, [&](const Expr& e) { out.reads |= reads_graph(e); });
  const auto inner = [&](const Plan& plan) {
    const Effects e = effects_of(plan);
    out.reads |= e.reads;
    out.writes |= e.writes;
  };
  const auto& b = step.body;
  out.reads |= std::holds_alternative<NodeScan>(b) || std::holds_alternative<IndexSeek>(b) ||
               std::holds_alternative<Expand>(b) || std::holds_alternative<ExpandVariable>(b) ||
               std::holds_alternative<ProjectEndpoints>(b) ||
               std::holds_alternative<BuildPath>(b) || std::holds_alternative<NodeCount>(b) ||
               std::holds_alternative<RelationshipCount>(b) ||
               std::holds_alternative<DegreeSum>(b) || std::holds_alternative<CallStep>(b);
  out.writes |= std::holds_alternative<CreateStep>(b) || std::holds_alternative<SetStep>(b) ||
                std::holds_alternative<DeleteStep>(b);
  out.collects = std::holds_alternative<AggregateStep>(b) || std::holds_alternative<Sort>(b) ||
                 std::holds_alternative<Barrier>(b);
  if (const auto* s = std::get_if<Optional>(&b)) inner(*s->plan);
  if (const auto* s = std::get_if<ApplyStep>(&b)) inner(*s->plan);
  if (const auto* s = std::get_if<ForeachStep>(&b)) {
    inner(*s->plan);
    out.writes = true;
  }
  if (const auto* s = std::get_if<UnionStep>(&b)) {
    for (const auto& part : s->parts) inner(*part);
  }
  // MERGE reads what it wrote for earlier rows: that is its meaning, and no reason for a barrier.
  if (std::holds_alternative<MergeStep>(b)) out.writes = true;
  return out;
}

/// Steps of the plans inside a step get their own barriers.
void insert_inside(Step& step) {
  if (auto* s = std::get_if<ForeachStep>(&step.body)) insert_barriers(*s->plan, false);
  if (auto* s = std::get_if<ApplyStep>(&step.body)) insert_barriers(*s->plan, false);
  if (auto* s = std::get_if<UnionStep>(&step.body)) {
    for (auto& part : s->parts) insert_barriers(*part, false);
  }
}

}  // namespace

void insert_barriers(Plan& plan, bool after_updates) {
  std::vector<Step> steps;
  bool read = false;  // since the last barrier
  bool written = after_updates;
  for (Step& step : plan.steps) {
    insert_inside(step);
    const Effects e = effects_of(step);
    const bool merge = std::holds_alternative<MergeStep>(step.body);
    const bool meets = (e.writes && read) || ((e.reads || merge) && written);
    if (meets) {
      steps.push_back({Barrier{}, steps.empty() ? 1 : steps.back().rows, {}});
      read = written = false;
    }
    read |= e.reads || merge;
    written |= e.writes;
    if (e.collects) read = false;  // its own reads of rows to come are over
    if (e.collects) written = false;
    steps.push_back(std::move(step));
  }
  plan.steps = std::move(steps);
}

}  // namespace yeon::query
