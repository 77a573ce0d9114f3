#include "plan/plan.h"

namespace yeon::query {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

template <class Visit>
void visit_create(const BoundCreate& create, const Visit& visit) {
  for (const BoundCreateNode& n : create.nodes) visit(n.properties);
  for (const BoundCreateRelationship& r : create.relationships) visit(r.properties);
}

template <class Visit>
void visit_sets(const std::vector<BoundSetItem>& items, const Visit& visit) {
  for (const BoundSetItem& item : items) {
    visit(item.target);
    visit(item.value);
  }
}

/// Calls `visit(const ExprPtr&)` for each expression of a step; some may be null.
template <class Visit>
void visit_pointers(const Step& step, const Visit& visit) {
  std::visit(Overloaded{
                 [](const auto&) {},
                 [&](const IndexSeek& s) { visit(s.value); },
                 [&](const ExpandVariable& s) {
                   for (const ExprPtr& e : s.each) visit(e);
                 },
                 [&](const Filter& s) { visit(s.predicate); },
                 [&](const UnwindStep& s) { visit(s.list); },
                 [&](const Project& s) {
                   for (const BoundItem& item : s.items) visit(item.expr);
                 },
                 [&](const AggregateStep& s) {
                   for (const BoundItem& item : s.keys) visit(item.expr);
                   for (const BoundAggregation& a : s.aggregations) {
                     for (const ExprPtr& e : a.arguments) visit(e);
                   }
                 },
                 [&](const Sort& s) {
                   for (const BoundSort& b : s.by) visit(b.expr);
                   visit(s.limit);
                   visit(s.skip);
                 },
                 [&](const Skip& s) { visit(s.count); },
                 [&](const Limit& s) { visit(s.count); },
                 [&](const CreateStep& s) { visit_create(s.create, visit); },
                 [&](const MergeStep& s) {
                   visit_create(s.create, visit);
                   visit_sets(s.on_create, visit);
                   visit_sets(s.on_match, visit);
                 },
                 [&](const SetStep& s) { visit_sets(s.items, visit); },
                 [&](const DeleteStep& s) {
                   for (const ExprPtr& e : s.targets) visit(e);
                 },
                 [&](const ForeachStep& s) { visit(s.list); },
                 [&](const CallStep& s) {
                   for (const ExprPtr& e : s.arguments) visit(e);
                 },
             },
             step.body);
}

void plan_reads(const Plan& plan, std::set<SlotId>& out) {
  for (const Step& step : plan.steps) slots_read(step, out);
}

void create_reads(const BoundCreate& create, std::set<SlotId>& out) {
  for (const BoundCreateRelationship& r : create.relationships) out.insert({r.start, r.end});
  for (const BoundCreatePath& p : create.paths) out.insert(p.elements.begin(), p.elements.end());
}

}  // namespace

Subquery::Subquery() = default;
Subquery::~Subquery() = default;

void visit_expressions(const Step& step, const std::function<void(const Expr&)>& visit) {
  visit_pointers(step, [&](const ExprPtr& e) {
    if (e) walk(*e, visit);
  });
}

void visit_expressions(Step& step, const std::function<void(Expr&)>& visit) {
  const std::function<void(Expr&)> deep = [&](Expr& e) {
    visit(e);
    for (const ExprPtr& operand : e.operands) {
      if (operand) deep(*operand);
    }
  };
  visit_pointers(step, [&](const ExprPtr& e) {
    if (e) deep(*e);
  });
}

void slots_read(const Step& step, std::set<SlotId>& out) {
  visit_pointers(step, [&](const ExprPtr& e) {
    if (!e) return;
    for (const SlotId slot : slots_of(*e)) out.insert(slot);
  });
  std::visit(Overloaded{
                 [](const auto&) {},
                 [&](const Expand& s) {
                   out.insert(s.from);
                   if (s.into) out.insert(s.to);
                   out.insert(s.distinct_from.begin(), s.distinct_from.end());
                 },
                 [&](const ExpandVariable& s) {
                   out.insert(s.from);
                   if (s.into) out.insert(s.to);
                   out.insert(s.distinct_from.begin(), s.distinct_from.end());
                 },
                 [&](const ProjectEndpoints& s) {
                   out.insert(s.relationship);
                   if (s.from_bound) out.insert(s.from);
                   if (s.to_bound) out.insert(s.to);
                   out.insert(s.distinct_from.begin(), s.distinct_from.end());
                 },
                 [&](const BuildPath& s) { out.insert(s.elements.begin(), s.elements.end()); },
                 [&](const Optional& s) { plan_reads(*s.plan, out); },
                 [&](const Distinct& s) { out.insert(s.slots.begin(), s.slots.end()); },
                 [&](const CreateStep& s) { create_reads(s.create, out); },
                 [&](const MergeStep& s) {
                   plan_reads(*s.match, out);
                   create_reads(s.create, out);
                 },
                 [&](const ForeachStep& s) { plan_reads(*s.plan, out); },
                 [&](const ApplyStep& s) {
                   plan_reads(*s.plan, out);
                   out.insert(s.outputs.begin(), s.outputs.end());
                 },
                 [&](const UnionStep& s) {
                   for (const auto& part : s.parts) plan_reads(*part, out);
                   for (const auto& c : s.columns) out.insert(c.begin(), c.end());
                 },
                 [&](const DegreeSum& s) { out.insert(s.from); },
             },
             step.body);
}

bool Plan::row_wise() const {
  for (const Step& step : steps) {
    const bool mixes = std::visit(
        Overloaded{[](const auto&) { return false; }, [](const AggregateStep&) { return true; },
                   [](const Distinct&) { return true; }, [](const Sort&) { return true; },
                   [](const Skip&) { return true; }, [](const Limit&) { return true; },
                   [](const UnionStep&) { return true; }, [](const Barrier&) { return true; },
                   [](const NodeCount&) { return true; },
                   [](const RelationshipCount&) { return true; },
                   [](const CallStep&) { return true; }, [](const ApplyStep&) { return true; }},
        step.body);
    if (mixes) return false;
  }
  return true;
}

}  // namespace yeon::query
