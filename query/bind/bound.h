#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/query.h"
#include "bind/expr.h"
#include "yeon/query/procedure.h"

namespace yeon::query {

/// A statement whose names are slots: the planner's input. Shapes follow the clauses; patterns
/// have become graphs of nodes and relationships, and predicates lists of conjuncts.

struct Variable {
  std::string name;  ///< empty: anonymous
  Type type;
};

struct BoundNode {
  SlotId slot = kNoSlot;
  bool bound = false;               ///< before this clause
  std::vector<std::string> labels;  ///< all must be there; other label tests are predicates
};

enum class Way : std::uint8_t { kOutgoing, kIncoming, kBoth };

struct BoundRelationship {
  SlotId slot = kNoSlot;
  bool bound = false;
  std::size_t from = 0;  ///< index into BoundMatch::nodes
  std::size_t to = 0;
  Way way = Way::kBoth;
  std::vector<std::string> types;  ///< any of these; empty: any type
  bool variable_length = false;
  std::uint64_t low = 1;
  std::uint64_t high = 1;
  /// Variable length: what each relationship on the way must fulfil, over `element`.
  std::vector<ExprPtr> each;
  SlotId element = kNoSlot;
};

struct BoundPath {
  SlotId slot = kNoSlot;
  std::vector<std::size_t> nodes;          ///< indexes into BoundMatch::nodes
  std::vector<std::size_t> relationships;  ///< indexes into BoundMatch::relationships
  ast::PathSelector selector = ast::PathSelector::kAll;
};

struct BoundMatch {
  bool optional = false;
  std::vector<BoundNode> nodes;
  std::vector<BoundRelationship> relationships;
  std::vector<BoundPath> paths;
  std::vector<ExprPtr> predicates;
};

struct BoundUnwind {
  ExprPtr list;
  SlotId slot = kNoSlot;
};

struct BoundItem {
  SlotId slot = kNoSlot;
  ExprPtr expr;
};

struct BoundAggregation {
  SlotId slot = kNoSlot;
  const Aggregate* aggregate = nullptr;
  bool distinct = false;
  std::vector<ExprPtr> arguments;
};

struct BoundSort {
  ExprPtr expr;
  bool descending = false;
};

struct BoundProjection {
  bool aggregating = false;
  std::vector<BoundItem> keys;                 ///< grouping keys, if aggregating
  std::vector<BoundAggregation> aggregations;  ///< over the incoming rows
  std::vector<BoundItem> items;                ///< over incoming rows, or keys and aggregations
  bool distinct = false;
  std::vector<BoundSort> order_by;
  ExprPtr skip;
  ExprPtr limit;
  ExprPtr where;
  std::vector<SlotId> visible;  ///< what remains in scope, in the order of the columns
};

struct BoundCreateNode {
  SlotId slot = kNoSlot;
  std::vector<std::string> labels;
  ExprPtr properties;  ///< a map; may be null
};

struct BoundCreateRelationship {
  SlotId slot = kNoSlot;
  SlotId start = kNoSlot;
  SlotId end = kNoSlot;
  std::string type;
  ExprPtr properties;
  /// MERGE of an undirected pattern, where either direction will do.
  bool either_way = false;
};

struct BoundCreatePath {
  SlotId slot = kNoSlot;
  std::vector<SlotId> elements;  ///< node, relationship, node, ...
};

struct BoundCreate {
  std::vector<BoundCreateNode> nodes;
  std::vector<BoundCreateRelationship> relationships;
  std::vector<BoundCreatePath> paths;
};

struct BoundSetItem {
  ast::SetItem::Kind kind = ast::SetItem::Kind::kProperty;
  bool removing = false;
  ExprPtr target;
  std::string key;
  ExprPtr value;
  std::vector<std::string> labels;
  SourceSpan span;
};

struct BoundMerge {
  BoundMatch match;
  BoundCreate create;
  std::vector<BoundSetItem> on_create;
  std::vector<BoundSetItem> on_match;
  SourceSpan span;
};

struct BoundSet {
  std::vector<BoundSetItem> items;
};

struct BoundDelete {
  bool detach = false;
  std::vector<ExprPtr> targets;
};

struct BoundCall {
  const Procedure* procedure = nullptr;
  std::vector<ExprPtr> arguments;
  std::vector<std::pair<std::size_t, SlotId>> yields;  ///< output column, slot
  ExprPtr where;
  bool passes_rows = false;  ///< no outputs: the incoming rows go on as they are
};

struct BoundClause;

struct BoundForeach {
  ExprPtr list;
  SlotId slot = kNoSlot;
  std::vector<BoundClause> body;
};

struct BoundQuery;

struct BoundCallSubquery {
  std::unique_ptr<BoundQuery> query;
  std::vector<SlotId> outputs;
  bool unit = false;  ///< no RETURN: runs for its updates, the incoming rows go on
};

struct BoundClause {
  std::variant<BoundMatch, BoundUnwind, BoundProjection, BoundCreate, BoundMerge, BoundSet,
               BoundDelete, BoundForeach, BoundCall, BoundCallSubquery>
      body;
};

struct BoundSingleQuery {
  std::vector<BoundClause> clauses;
  std::vector<SlotId> columns;  ///< what RETURN gives, in order
};

struct BoundQuery {
  std::vector<BoundSingleQuery> parts;
  bool distinct_union = false;
  std::vector<SlotId> outputs;  ///< with several parts: where their columns go
  std::vector<std::string> columns;
  bool updates = false;
};

enum class SubqueryKind : std::uint8_t { kExists, kCount, kCollect };

struct Plan;

/// A subquery inside an expression. kCollect gives the list of `result` over its rows.
struct Subquery {
  Subquery();
  ~Subquery();
  SubqueryKind kind = SubqueryKind::kExists;
  std::unique_ptr<BoundQuery> query;
  SlotId result = kNoSlot;
  std::vector<SlotId> outer;   ///< slots read from outside
  std::unique_ptr<Plan> plan;  ///< set by the planner
  std::uint32_t id = 0;        ///< dense within a statement
};

struct BoundStatement {
  BoundQuery query;
  std::vector<Variable> variables;  ///< by slot
  std::uint32_t subqueries = 0;
};

}  // namespace yeon::query
