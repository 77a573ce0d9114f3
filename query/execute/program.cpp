#include "execute/program.h"

#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

class Builder {
 public:
  explicit Builder(const StatementPlan& plan)
      : next_slot_(static_cast<SlotId>(plan.variables.size())) {
    program_.subqueries.resize(plan.subqueries);
  }

  Program run(const StatementPlan& plan) {
    program_.pipeline = pipeline(plan.plan, make_row_sink(), {});
    program_.slots = next_slot_;
    return std::move(program_);
  }

 private:
  /// `carried`: slots that must stay alive through the whole pipeline.
  std::unique_ptr<Pipeline> pipeline(const Plan& plan, OperatorPtr sink,
                                     std::vector<SlotId> carried) {
    auto out = std::make_unique<Pipeline>();
    std::vector<std::pair<Operator*, std::vector<SlotId>>> chain;
    for (const Step& step : plan.steps) {
      subqueries(step);
      OperatorPtr op =
          std::visit([&](const auto& body) { return make(body, step, carried); }, step.body);
      std::vector<SlotId> live = step.live;
      live.insert(live.end(), carried.begin(), carried.end());
      chain.emplace_back(op.get(), std::move(live));
      out->add(std::move(op));
    }
    chain.emplace_back(sink.get(), std::vector<SlotId>{});
    out->add(std::move(sink));
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const Operator* next = i + 1 < chain.size() ? chain[i + 1].first : nullptr;
      chain[i].first->connect(next, next_id_, std::move(chain[i].second));
      if (i < plan.steps.size()) program_.operator_ids[&plan.steps[i]] = next_id_;
      ++next_id_;
    }
    return out;
  }

  void subqueries(const Step& step) {
    visit_expressions(step, [&](const Expr& e) {
      if (!e.subquery) return;
      const Subquery& s = *e.subquery;
      const SlotId row = next_slot_++;
      program_.subquery_pipelines.push_back(
          pipeline(*s.plan, make_subquery_sink(s.kind, s.result, row), {row}));
      program_.subqueries[s.id] = {program_.subquery_pipelines.back().get(), s.plan->row_wise(),
                                   row};
    });
  }

  OperatorPtr make(const NodeScan& s, const Step&, const std::vector<SlotId>&) {
    return make_node_scan(s);
  }
  OperatorPtr make(const IndexSeek& s, const Step&, const std::vector<SlotId>&) {
    return make_index_seek(s);
  }
  OperatorPtr make(const Expand& s, const Step&, const std::vector<SlotId>&) {
    return make_expand(s);
  }
  OperatorPtr make(const ExpandVariable& s, const Step&, const std::vector<SlotId>&) {
    return s.selector == ast::PathSelector::kAll ? make_expand_variable(s) : make_shortest_path(s);
  }
  OperatorPtr make(const ProjectEndpoints& s, const Step&, const std::vector<SlotId>&) {
    return make_project_endpoints(s);
  }
  OperatorPtr make(const BuildPath& s, const Step&, const std::vector<SlotId>&) {
    return make_build_path(s);
  }
  OperatorPtr make(const Filter& s, const Step&, const std::vector<SlotId>&) {
    return make_filter(s);
  }
  OperatorPtr make(const UnwindStep& s, const Step&, const std::vector<SlotId>&) {
    return make_unwind(s);
  }
  OperatorPtr make(const Project& s, const Step&, const std::vector<SlotId>&) {
    return make_project(s);
  }
  OperatorPtr make(const AggregateStep& s, const Step&, const std::vector<SlotId>&) {
    return make_aggregate(s);
  }
  OperatorPtr make(const Distinct& s, const Step&, const std::vector<SlotId>&) {
    return make_distinct(s);
  }
  OperatorPtr make(const Sort& s, const Step&, const std::vector<SlotId>&) { return make_sort(s); }
  OperatorPtr make(const Skip& s, const Step&, const std::vector<SlotId>&) { return make_skip(s); }
  OperatorPtr make(const Limit& s, const Step&, const std::vector<SlotId>&) {
    return make_limit(s);
  }
  OperatorPtr make(const CreateStep& s, const Step&, const std::vector<SlotId>&) {
    return make_create(s);
  }
  OperatorPtr make(const SetStep& s, const Step&, const std::vector<SlotId>&) {
    return make_set(s);
  }
  OperatorPtr make(const DeleteStep& s, const Step&, const std::vector<SlotId>&) {
    return make_delete(s);
  }
  OperatorPtr make(const CallStep& s, const Step&, const std::vector<SlotId>&) {
    return make_call(s);
  }
  OperatorPtr make(const Barrier& s, const Step&, const std::vector<SlotId>&) {
    return make_barrier(s);
  }
  OperatorPtr make(const NodeCount& s, const Step&, const std::vector<SlotId>&) {
    return make_node_count(s);
  }
  OperatorPtr make(const RelationshipCount& s, const Step&, const std::vector<SlotId>&) {
    return make_relationship_count(s);
  }
  OperatorPtr make(const DegreeSum& s, const Step&, const std::vector<SlotId>&) {
    return make_degree_sum(s);
  }

  OperatorPtr make(const Optional& s, const Step&, const std::vector<SlotId>& carried) {
    const SlotId row = next_slot_++;
    std::vector<SlotId> inner = carried;
    inner.push_back(row);
    OperatorPtr sink = make_optional_sink();
    Operator* const end = sink.get();
    OperatorPtr op = make_optional(s, row, pipeline(*s.plan, std::move(sink), std::move(inner)));
    set_optional_owner(*end, *op);
    return op;
  }
  OperatorPtr make(const MergeStep& s, const Step&, const std::vector<SlotId>& carried) {
    return make_merge(s, pipeline(*s.match, make_row_sink(), carried));
  }
  OperatorPtr make(const ForeachStep& s, const Step&, const std::vector<SlotId>& carried) {
    return make_foreach(s, pipeline(*s.plan, make_discard(), carried));
  }
  OperatorPtr make(const ApplyStep& s, const Step&, const std::vector<SlotId>& carried) {
    return make_apply(s, pipeline(*s.plan, make_row_sink(), carried));
  }
  OperatorPtr make(const UnionStep& s, const Step&, const std::vector<SlotId>& carried) {
    std::vector<std::unique_ptr<Pipeline>> parts;
    for (const auto& part : s.parts) parts.push_back(pipeline(*part, make_row_sink(), carried));
    return make_union(s, std::move(parts));
  }

  Program program_;
  SlotId next_slot_;
  std::uint32_t next_id_ = 0;
};

}  // namespace

Program make_program(const StatementPlan& plan) { return Builder(plan).run(plan); }

}  // namespace yeon::query
