#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "bind/bound.h"

namespace yeon::query {

/// A logical plan: a chain of steps, each taking rows from the one before; the first takes one
/// empty row, or the rows of the plan around it. Steps with plans inside run them on their rows.

struct NodeScan {
  SlotId slot = kNoSlot;
  std::vector<std::string> labels;
};

/// Nodes of `label` whose `key` equals `value`, by index.
struct IndexSeek {
  SlotId slot = kNoSlot;
  std::string label;
  std::string key;
  ExprPtr value;
};

/// From each row's `from` along one relationship. With `into`, `to` is known and only checked.
struct Expand {
  SlotId from = kNoSlot;
  SlotId relationship = kNoSlot;
  SlotId to = kNoSlot;
  Way way = Way::kBoth;
  std::vector<std::string> types;
  bool into = false;
  std::vector<std::string> to_labels;
  std::vector<SlotId> distinct_from;  ///< relationships, or lists of them, it must differ from
};

/// Along `low` to `high` relationships, no relationship twice.
struct ExpandVariable {
  SlotId from = kNoSlot;
  SlotId relationships = kNoSlot;
  SlotId to = kNoSlot;
  Way way = Way::kBoth;
  std::vector<std::string> types;
  std::uint64_t low = 1;
  std::uint64_t high = 1;
  bool into = false;
  bool reversed = false;  ///< walked against the pattern: the list is turned round
  std::vector<std::string> to_labels;
  std::vector<ExprPtr> each;
  SlotId element = kNoSlot;
  std::vector<SlotId> distinct_from;
  ast::PathSelector selector = ast::PathSelector::kAll;
};

/// The ends of a relationship, or of a list of them, that is already known.
struct ProjectEndpoints {
  SlotId relationship = kNoSlot;
  SlotId from = kNoSlot;
  SlotId to = kNoSlot;
  bool from_bound = false;
  bool to_bound = false;
  Way way = Way::kBoth;
  std::vector<std::string> types;
  bool variable_length = false;
  std::uint64_t low = 1;
  std::uint64_t high = 1;
  std::vector<SlotId> distinct_from;
};

struct BuildPath {
  SlotId slot = kNoSlot;
  std::vector<SlotId> elements;  ///< node, relationship or list, node, ...
};

struct Filter {
  ExprPtr predicate;
};

struct Optional {
  std::unique_ptr<Plan> plan;
  std::vector<SlotId> introduced;
};

struct UnwindStep {
  SlotId slot = kNoSlot;
  ExprPtr list;
};

struct Project {
  std::vector<BoundItem> items;
};

struct AggregateStep {
  std::vector<BoundItem> keys;
  std::vector<BoundAggregation> aggregations;
};

struct Distinct {
  std::vector<SlotId> slots;
};

struct Sort {
  std::vector<BoundSort> by;
  ExprPtr limit;  ///< top-k: only as many rows are kept; may be null
  ExprPtr skip;   ///< adds to what top-k keeps
};

struct Skip {
  ExprPtr count;
};

struct Limit {
  ExprPtr count;
  bool may_stop_early = true;  ///< false behind updates, which must all happen
};

struct CreateStep {
  BoundCreate create;
};

struct MergeStep {
  std::unique_ptr<Plan> match;
  BoundCreate create;
  std::vector<BoundSetItem> on_create;
  std::vector<BoundSetItem> on_match;
  std::vector<SlotId> introduced;
  SourceSpan span;
};

struct SetStep {
  std::vector<BoundSetItem> items;
};

struct DeleteStep {
  bool detach = false;
  std::vector<ExprPtr> targets;
};

struct ForeachStep {
  ExprPtr list;
  SlotId slot = kNoSlot;
  std::unique_ptr<Plan> plan;
};

struct CallStep {
  const Procedure* procedure = nullptr;
  std::vector<ExprPtr> arguments;
  std::vector<std::pair<std::size_t, SlotId>> yields;
  bool passes_rows = false;
};

/// CALL { }: the inner plan runs once for each row.
struct ApplyStep {
  std::unique_ptr<Plan> plan;
  std::vector<SlotId> outputs;
  bool unit = false;
};

/// Each part runs on the same rows; its columns go to `outputs`.
struct UnionStep {
  std::vector<std::unique_ptr<Plan>> parts;
  std::vector<std::vector<SlotId>> columns;
  std::vector<SlotId> outputs;
  bool distinct = false;
};

/// All rows come before the first goes on, so that what stands before has read what stands behind
/// has not yet written, or the other way round.
struct Barrier {};

/// count(*) of a label, or of all nodes, from statistics.
struct NodeCount {
  SlotId slot = kNoSlot;
  std::optional<std::string> label;
};

/// count(*) of relationships by type, from statistics.
struct RelationshipCount {
  SlotId slot = kNoSlot;
  std::vector<std::string> types;
};

/// Gives each row the number of its node's relationships, without visiting them.
struct DegreeSum {
  SlotId from = kNoSlot;
  SlotId slot = kNoSlot;
  Way way = Way::kBoth;
  std::vector<std::string> types;
};

struct Step {
  std::variant<NodeScan, IndexSeek, Expand, ExpandVariable, ProjectEndpoints, BuildPath, Filter,
               Optional, UnwindStep, Project, AggregateStep, Distinct, Sort, Skip, Limit,
               CreateStep, MergeStep, SetStep, DeleteStep, ForeachStep, CallStep, ApplyStep,
               UnionStep, Barrier, NodeCount, RelationshipCount, DegreeSum>
      body;
  double rows = 1;             ///< estimated, after this step
  std::vector<SlotId> live{};  ///< slots read after this step
};

struct Plan {
  std::vector<Step> steps;
  /// Whether it may run on many outer rows at once: no step mixes rows.
  bool row_wise() const;
};

struct StatementPlan {
  Plan plan;
  std::vector<std::string> columns;
  std::vector<SlotId> outputs;
  std::vector<Variable> variables;
  std::uint32_t subqueries = 0;
  bool updates = false;
};

/// The plan as text, one step a line, last step first, as EXPLAIN gives it: what each step does
/// and, after `~`, the rows it is expected to give. `note` adds to the line of a step; may be null.
std::string explain(const StatementPlan& plan,
                    const std::function<std::string(const Step&)>& note = nullptr);

/// Adds what the step itself reads, and what the plans inside it read; `defines` is told what it
/// gives.
void slots_read(const Step& step, std::set<SlotId>& out);

/// Calls `visit(const Expr&)` for each expression of the step (not of plans inside it).
void visit_expressions(const Step& step, const std::function<void(const Expr&)>& visit);
void visit_expressions(Step& step, const std::function<void(Expr&)>& visit);

}  // namespace yeon::query
