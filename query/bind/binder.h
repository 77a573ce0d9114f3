#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bind/bind.h"
#include "bind/scope.h"

namespace yeon::query {

/// The rules of binding, one file per family of clauses. Remembers the first error and goes on
/// with harmless nodes, so rules need not test each step.
class Binder {
 public:
  explicit Binder(const BindContext& context) : context_(context) {}

  Result<BoundStatement> run(const ast::Query& query);

 private:
  /// A grouping key or projected item that later expressions of the projection may use.
  struct Projected {
    const ast::Expression* syntax = nullptr;
    SlotId slot = kNoSlot;
    bool aggregates = false;
  };

  /// Set while an item that holds aggregates is bound.
  struct Aggregating {
    std::vector<BoundAggregation>* into = nullptr;
    std::vector<Projected> keys;
    std::size_t scope_base = 0;  ///< names from here on are local
    bool in_order_by = false;
    /// An order-by item that holds an aggregate: bigger projected expressions are ambiguous in it.
    bool mixed = false;
  };

  /// A subquery being bound: slots older than `first_slot` that it reads are its outer slots.
  struct OuterFrame {
    SlotId first_slot = 0;
    std::set<SlotId> slots;
  };

  // query.cpp
  /// `isolated`: the body of CALL { }, which sees outer names only through a first WITH.
  void bind_query(const ast::Query& query, BoundQuery& out, bool top_level, bool isolated = false);
  BoundSingleQuery single_query(const ast::SingleQuery& query, std::vector<std::string>& columns,
                                bool top_level);
  void check_composition(const ast::SingleQuery& query, bool top_level);
  BoundClause clause(const ast::Clause& clause, BoundSingleQuery& query,
                     std::vector<std::string>& columns, bool standalone);
  BoundCallSubquery call_subquery(const ast::Subquery& subquery, const SourceSpan& span);

  // projection.cpp
  BoundProjection projection(const ast::Projection& projection, const SourceSpan& span,
                             std::vector<std::string>& columns);
  void projection_items(const ast::Projection& projection, BoundProjection& out,
                        std::vector<Projected>& projected, Scope& next);
  void aggregating_items(const ast::Projection& projection, BoundProjection& out,
                         std::vector<Projected>& projected, Scope& next);
  void star_items(const ast::Projection& projection, BoundProjection& out,
                  std::vector<Projected>& projected, Scope& next);
  void add_item(const ast::ProjectionItem& item, ExprPtr expr, BoundProjection& out,
                std::vector<Projected>& projected, Scope& next, bool aggregates);
  void order_by(const ast::Projection& projection, BoundProjection& out,
                const std::vector<Projected>& projected, const Scope& next);
  ExprPtr row_count(const ast::ExpressionPtr& expression, std::string_view word);

  // pattern.cpp
  BoundMatch match(const ast::Pattern& pattern, const ast::ExpressionPtr& where, bool optional,
                   bool may_declare);
  void match_part(const ast::PatternPart& part, BoundMatch& out, std::size_t base, bool may_declare,
                  std::vector<std::size_t>& nodes, std::vector<std::size_t>& relationships);
  std::size_t match_node(const ast::NodePattern& node, BoundMatch& out, std::size_t base,
                         bool may_declare);
  std::size_t match_relationship(const ast::RelationshipPattern& pattern, BoundMatch& out,
                                 std::size_t base, bool may_declare);
  void node_predicates(const ast::NodePattern& node, SlotId slot, BoundMatch& out);
  void relationship_predicates(const ast::RelationshipPattern& pattern, BoundRelationship& bound,
                               BoundMatch& out);
  void property_predicates(const ast::Expression& map, SlotId slot, bool local,
                           std::vector<ExprPtr>& out);
  void split_conjuncts(ExprPtr predicate, std::vector<ExprPtr>& out);

  // update.cpp
  BoundCreate create(const ast::Pattern& pattern);
  void create_part(const ast::PatternPart& part, BoundCreate& out);
  SlotId create_node(const ast::NodePattern& node, bool alone, BoundCreate& out);
  void check_created_relationship(const ast::RelationshipPattern& pattern, bool merge);
  BoundMerge merge(const ast::Merge& merge, const SourceSpan& span);
  std::vector<BoundSetItem> set_items(const std::vector<ast::SetItem>& items, bool removing);
  BoundDelete delete_clause(const ast::Delete& clause);
  BoundForeach foreach_clause(const ast::Foreach& clause, BoundSingleQuery& query,
                              std::vector<std::string>& columns);

  // call.cpp
  BoundCall call(const ast::Call& call, BoundSingleQuery& query, std::vector<std::string>& columns,
                 bool standalone);
  void call_arguments(const ast::Call& call, const Procedure& procedure, bool standalone,
                      BoundCall& out);
  void call_yields(const ast::Call& call, const Procedure& procedure, bool standalone,
                   BoundCall& out);

  // expression.cpp
  /// `boolean` where a pattern may stand as a predicate.
  ExprPtr expression(const ast::Expression& syntax, bool boolean = false);
  ExprPtr where(const ast::Expression& syntax);
  ExprPtr variable(const ast::Expression& syntax);
  ExprPtr property(const ast::Expression& syntax);
  ExprPtr parameter(const ast::Expression& syntax);
  ExprPtr unary(const ast::Expression& syntax, bool boolean);
  ExprPtr binary(const ast::Expression& syntax);
  ExprPtr logical(const ast::Expression& syntax, bool boolean);
  ExprPtr comparison(const ast::Expression& syntax);
  ExprPtr has_labels(const ast::Expression& syntax);
  ExprPtr list(const ast::Expression& syntax);
  ExprPtr map(const ast::Expression& syntax);
  ExprPtr map_projection(const ast::Expression& syntax);
  ExprPtr case_expression(const ast::Expression& syntax);
  ExprPtr index_or_slice(const ast::Expression& syntax);
  ExprPtr projected(const ast::Expression& syntax);

  // function.cpp
  ExprPtr function(const ast::Expression& syntax);
  ExprPtr aggregate(const ast::Expression& syntax, const Aggregate& aggregate);
  ExprPtr exists_function(const ast::Expression& syntax);

  // nested.cpp: what brings names of its own
  ExprPtr list_comprehension(const ast::Expression& syntax);
  ExprPtr quantifier(const ast::Expression& syntax);
  ExprPtr reduce(const ast::Expression& syntax);
  ExprPtr pattern_predicate(const ast::Expression& syntax);
  ExprPtr pattern_comprehension(const ast::Expression& syntax);
  ExprPtr subquery(const ast::Expression& syntax);
  ExprPtr finish_subquery(ExprPtr expr, std::size_t scope_size);
  ExprPtr begin_subquery(const ast::Expression& syntax, SubqueryKind kind);

  // binder.cpp
  SlotId new_slot(std::string name, Type type);
  SlotId declare(const std::string& name, Type type);
  /// Null and an error where the name is not in scope.
  std::optional<SlotId> resolve(const std::string& name, const SourceSpan& span);
  std::optional<SlotId> lookup(const std::string& name);
  ExprPtr make(ExprKind kind, const ast::Expression& syntax, Type type = {}) const;
  ExprPtr slot_expr(SlotId slot, const SourceSpan& span, bool local = false) const;
  void error(const SourceSpan& where, std::string detail, std::string message,
             std::string hint = {}, ErrorType type = ErrorType::kSyntaxError);
  void error_undefined(const std::string& name, const SourceSpan& span);
  void error_already_bound(const std::string& name, const SourceSpan& span);
  bool failed() const noexcept { return error_.has_value(); }
  std::vector<std::string> names_in_scope() const;
  Type type_of(SlotId slot) const { return variables_[slot].type; }

  const BindContext& context_;
  std::vector<Variable> variables_;
  Scope scope_;
  std::optional<Error> error_;
  Aggregating* aggregating_ = nullptr;
  bool inside_aggregate_ = false;
  bool aggregates_allowed_ = false;
  bool constant_only_ = false;
  bool updates_ = false;
  bool in_read_only_subquery_ = false;
  std::vector<OuterFrame> outer_;
  std::set<SlotId> locals_;
  std::uint32_t subqueries_ = 0;
};

/// Whether an expression holds an aggregate call (not within a subquery).
bool has_aggregate(const ast::Expression& syntax);

/// A lower-case copy, ASCII letters only.
std::string lower(std::string_view text);

}  // namespace yeon::query
