#include "plan/planner.h"

#include "plan/match_order.h"
#include "plan/rules/rules.h"

namespace yeon::query {
namespace {

class Planner {
 public:
  explicit Planner(const graph::Snapshot& snapshot) : cost_(snapshot) {}

  /// The plan of a query on rows where `bound` is known. `outputs` are read behind it.
  Plan query(BoundQuery& query, const std::set<SlotId>& bound) {
    if (query.parts.size() == 1) return single(query.parts[0], bound);
    UnionStep step;
    step.distinct = query.distinct_union;
    step.outputs = query.outputs;
    for (BoundSingleQuery& part : query.parts) {
      step.parts.push_back(std::make_unique<Plan>(single(part, bound)));
      step.columns.push_back(part.columns);
    }
    Plan out;
    out.steps.push_back({std::move(step), 1, {}});
    return out;
  }

 private:
  Plan single(BoundSingleQuery& query, std::set<SlotId> bound) {
    Plan out;
    double rows = 1;
    clauses(query.clauses, bound, rows, out.steps);
    for (Step& step : out.steps) plan_subqueries(step);
    count_from_statistics(out);
    return out;
  }

  void clauses(std::vector<BoundClause>& list, std::set<SlotId>& bound, double& rows,
               std::vector<Step>& steps) {
    for (BoundClause& c : list) {
      std::visit([&](auto& body) { clause(body, bound, rows, steps); }, c.body);
    }
  }

  static void add(std::vector<Step>& steps, Step step, double rows) {
    step.rows = rows;
    steps.push_back(std::move(step));
  }

  void filter(ExprPtr predicate, std::vector<Step>& steps, double& rows) {
    if (!predicate) return;
    rows *= cost_.predicate_selectivity(*predicate);
    add(steps, {Filter{std::move(predicate)}}, rows);
  }

  void clause(BoundMatch& match, std::set<SlotId>& bound, double& rows, std::vector<Step>& steps) {
    if (!match.optional) {
      plan_match(std::move(match), cost_, bound, rows, steps);
      return;
    }
    Optional step;
    step.introduced = introduced(match);
    step.plan = std::make_unique<Plan>();
    double inner = 1;
    plan_match(std::move(match), cost_, bound, inner, step.plan->steps);
    for (Step& s : step.plan->steps) plan_subqueries(s);
    rows *= std::max(1.0, inner);
    add(steps, {std::move(step)}, rows);
  }

  static std::vector<SlotId> introduced(const BoundMatch& match) {
    std::vector<SlotId> out;
    for (const BoundNode& n : match.nodes) {
      if (!n.bound) out.push_back(n.slot);
    }
    for (const BoundRelationship& r : match.relationships) {
      if (!r.bound) out.push_back(r.slot);
    }
    for (const BoundPath& p : match.paths) out.push_back(p.slot);
    return out;
  }

  void clause(BoundUnwind& unwind, std::set<SlotId>& bound, double& rows,
              std::vector<Step>& steps) {
    constexpr double kElements = 10;
    rows *= kElements;
    add(steps, {UnwindStep{unwind.slot, std::move(unwind.list)}}, rows);
    bound.insert(unwind.slot);
  }

  void clause(BoundProjection& p, std::set<SlotId>& bound, double& rows, std::vector<Step>& steps) {
    if (p.aggregating) {
      rows = p.keys.empty() ? 1 : std::max(1.0, rows / 10);
      add(steps, {AggregateStep{std::move(p.keys), std::move(p.aggregations)}}, rows);
    }
    std::vector<BoundItem> items;
    std::vector<SlotId> slots;
    for (BoundItem& item : p.items) {
      slots.push_back(item.slot);
      const bool as_it_is = item.expr->kind == ExprKind::kSlot && item.expr->slot == item.slot;
      if (!as_it_is) items.push_back(std::move(item));
    }
    if (!items.empty()) add(steps, {Project{std::move(items)}}, rows);
    if (p.distinct) add(steps, {Distinct{slots}}, rows);
    if (!p.order_by.empty()) {
      Sort sort{std::move(p.order_by), nullptr, nullptr};
      if (p.limit && is_constant(*p.limit) && (!p.skip || is_constant(*p.skip))) {
        sort.limit = copy_constant(*p.limit);
        if (p.skip) sort.skip = copy_constant(*p.skip);
      }
      add(steps, {std::move(sort)}, rows);
    }
    if (p.skip) add(steps, {Skip{std::move(p.skip)}}, rows);
    if (p.limit) {
      bool updates = false;
      for (const Step& step : steps) {
        updates |= std::holds_alternative<CreateStep>(step.body) ||
                   std::holds_alternative<MergeStep>(step.body) ||
                   std::holds_alternative<SetStep>(step.body) ||
                   std::holds_alternative<DeleteStep>(step.body) ||
                   std::holds_alternative<ForeachStep>(step.body) ||
                   std::holds_alternative<ApplyStep>(step.body);
      }
      add(steps, {Limit{std::move(p.limit), !updates}}, rows);
    }
    bound = {p.visible.begin(), p.visible.end()};
    filter(std::move(p.where), steps, rows);
  }

  static bool is_constant(const Expr& e) {
    return e.kind == ExprKind::kConstant || e.kind == ExprKind::kParameter;
  }
  static ExprPtr copy_constant(const Expr& e) {
    ExprPtr out = std::make_unique<Expr>();
    out->kind = e.kind;
    out->constant = e.constant;
    out->text = e.text;
    out->span = e.span;
    out->type = e.type;
    return out;
  }

  void clause(BoundCreate& create, std::set<SlotId>& bound, double& rows,
              std::vector<Step>& steps) {
    for (const BoundCreateNode& n : create.nodes) bound.insert(n.slot);
    for (const BoundCreateRelationship& r : create.relationships) bound.insert(r.slot);
    for (const BoundCreatePath& p : create.paths) bound.insert(p.slot);
    add(steps, {CreateStep{std::move(create)}}, rows);
  }

  void clause(BoundMerge& merge, std::set<SlotId>& bound, double& rows, std::vector<Step>& steps) {
    MergeStep step;
    step.introduced = introduced(merge.match);
    step.match = std::make_unique<Plan>();
    double inner = 1;
    plan_match(std::move(merge.match), cost_, bound, inner, step.match->steps);
    for (Step& s : step.match->steps) plan_subqueries(s);
    step.create = std::move(merge.create);
    step.on_create = std::move(merge.on_create);
    step.on_match = std::move(merge.on_match);
    step.span = merge.span;
    add(steps, {std::move(step)}, rows);
  }

  void clause(BoundSet& set, std::set<SlotId>&, double& rows, std::vector<Step>& steps) {
    add(steps, {SetStep{std::move(set.items)}}, rows);
  }

  void clause(BoundDelete& d, std::set<SlotId>&, double& rows, std::vector<Step>& steps) {
    add(steps, {DeleteStep{d.detach, std::move(d.targets)}}, rows);
  }

  void clause(BoundForeach& f, std::set<SlotId>& bound, double& rows, std::vector<Step>& steps) {
    ForeachStep step;
    step.list = std::move(f.list);
    step.slot = f.slot;
    step.plan = std::make_unique<Plan>();
    std::set<SlotId> inner = bound;
    inner.insert(f.slot);
    double inner_rows = 1;
    clauses(f.body, inner, inner_rows, step.plan->steps);
    for (Step& s : step.plan->steps) plan_subqueries(s);
    add(steps, {std::move(step)}, rows);
  }

  void clause(BoundCall& call, std::set<SlotId>& bound, double& rows, std::vector<Step>& steps) {
    for (const auto& [column, slot] : call.yields) bound.insert(slot);
    add(steps,
        {CallStep{call.procedure, std::move(call.arguments), std::move(call.yields),
                  call.passes_rows}},
        rows);
    filter(std::move(call.where), steps, rows);
  }

  void clause(BoundCallSubquery& call, std::set<SlotId>& bound, double& rows,
              std::vector<Step>& steps) {
    ApplyStep step;
    step.plan = std::make_unique<Plan>(query(*call.query, bound));
    step.outputs = call.outputs;
    step.unit = call.unit;
    bound.insert(call.outputs.begin(), call.outputs.end());
    add(steps, {std::move(step)}, rows);
  }

  /// Plans the subqueries inside a step's expressions.
  void plan_subqueries(Step& step) {
    visit_expressions(step, [&](Expr& e) {
      if (!e.subquery || e.subquery->plan) return;
      Subquery& s = *e.subquery;
      const std::set<SlotId> outer(s.outer.begin(), s.outer.end());
      s.plan = std::make_unique<Plan>(query(*s.query, outer));
      std::set<SlotId> outputs(s.query->outputs.begin(), s.query->outputs.end());
      if (s.result != kNoSlot) outputs.insert(s.result);
      note_live_slots(*s.plan, std::move(outputs));
      s.query.reset();
    });
  }

  Cost cost_;
};

}  // namespace

StatementPlan make_plan(BoundStatement statement, const graph::Snapshot& snapshot) {
  StatementPlan out;
  out.plan = Planner(snapshot).query(statement.query, {});
  out.columns = std::move(statement.query.columns);
  out.outputs = statement.query.outputs;
  out.variables = std::move(statement.variables);
  count_by_degree(out.plan, out.variables);
  out.subqueries = statement.subqueries;
  out.updates = statement.query.updates;
  if (out.updates) insert_barriers(out.plan, false);
  note_live_slots(out.plan, {out.outputs.begin(), out.outputs.end()});
  return out;
}

}  // namespace yeon::query
