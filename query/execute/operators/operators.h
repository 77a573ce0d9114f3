#pragma once

#include <memory>

#include "execute/operator.h"
#include "plan/plan.h"

namespace yeon::query {

/// The operators, one file each. Each borrows its step, which must outlive it, and owns the
/// pipelines inside it.

using OperatorPtr = std::unique_ptr<Operator>;

OperatorPtr make_node_scan(const NodeScan& step);
OperatorPtr make_index_seek(const IndexSeek& step);
OperatorPtr make_expand(const Expand& step);
OperatorPtr make_expand_variable(const ExpandVariable& step);
OperatorPtr make_shortest_path(const ExpandVariable& step);
OperatorPtr make_project_endpoints(const ProjectEndpoints& step);
OperatorPtr make_build_path(const BuildPath& step);
OperatorPtr make_filter(const Filter& step);
OperatorPtr make_unwind(const UnwindStep& step);
OperatorPtr make_project(const Project& step);
OperatorPtr make_aggregate(const AggregateStep& step);
OperatorPtr make_distinct(const Distinct& step);
OperatorPtr make_sort(const Sort& step);
OperatorPtr make_skip(const Skip& step);
OperatorPtr make_limit(const Limit& step);
OperatorPtr make_create(const CreateStep& step);
OperatorPtr make_set(const SetStep& step);
OperatorPtr make_delete(const DeleteStep& step);
OperatorPtr make_call(const CallStep& step);
OperatorPtr make_barrier(const Barrier& step);
OperatorPtr make_node_count(const NodeCount& step);
OperatorPtr make_relationship_count(const RelationshipCount& step);
OperatorPtr make_degree_sum(const DegreeSum& step);

/// Runs `inner` on each batch; a row without answers goes on with null in what it introduces.
/// `row` is a slot of its own that carries row numbers through `inner`.
OperatorPtr make_optional(const Optional& step, SlotId row, std::unique_ptr<Pipeline> inner);
OperatorPtr make_optional_sink();
void set_optional_owner(Operator& sink, const Operator& owner);

OperatorPtr make_merge(const MergeStep& step, std::unique_ptr<Pipeline> match);
OperatorPtr make_foreach(const ForeachStep& step, std::unique_ptr<Pipeline> body);
OperatorPtr make_apply(const ApplyStep& step, std::unique_ptr<Pipeline> inner);
OperatorPtr make_union(const UnionStep& step, std::vector<std::unique_ptr<Pipeline>> parts);

/// Ends a pipeline; keeps its batches for batches_of().
OperatorPtr make_row_sink();
std::vector<Batch> batches_of(const Pipeline& pipeline, Worker& worker);
/// Ends a pipeline and forgets its rows.
OperatorPtr make_discard();
/// Ends a subquery's pipeline: what the rows came to, by the outer row's number.
OperatorPtr make_subquery_sink(SubqueryKind kind, SlotId result, SlotId row);
Value subquery_answer(const Pipeline& pipeline, std::size_t row, Worker& worker);

}  // namespace yeon::query
