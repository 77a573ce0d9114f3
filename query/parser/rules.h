#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ast/query.h"
#include "parser/token_stream.h"

namespace yeon::query {

/// The grammar's rules as mutually recursive members; one file per family of rules. Each rule
/// takes tokens from `tokens`, and after an error gives some harmless node.
class Rules {
 public:
  explicit Rules(TokenStream& stream) : tokens(stream) {}

  // statement.cpp
  ast::Statement statement();
  ast::Query query();
  ast::SingleQuery single_query();

  // schema.cpp
  bool at_schema() const;
  ast::Schema schema();

  // clause.cpp
  ast::Clause clause();

  // pattern.cpp
  ast::Pattern pattern();
  ast::PatternPart pattern_part();
  ast::PatternPart anonymous_part();
  ast::LabelExpression label_expression(bool in_relationship);

  // expression.cpp
  ast::ExpressionPtr expression();

  // atom.cpp
  ast::ExpressionPtr atom();
  std::string property_key();

 private:
  friend class DepthGuard;

  // clause.cpp
  ast::Match match(bool optional);
  ast::Unwind unwind();
  ast::Projection projection(bool is_return);
  ast::ProjectionItem projection_item();
  ast::Merge merge();
  ast::Delete delete_clause(bool detach);
  ast::Foreach foreach_clause();
  ast::Clause call();
  ast::Call call_procedure();
  std::vector<ast::SetItem> set_items();
  std::vector<ast::SetItem> remove_items();
  ast::SetItem set_item(bool removing);

  // pattern.cpp
  ast::NodePattern node_pattern();
  ast::RelationshipPattern relationship_pattern();
  void relationship_detail(ast::RelationshipPattern& relationship);
  void range(ast::RelationshipPattern& relationship);
  bool at_relationship(std::size_t ahead = 0) const;
  ast::ExpressionPtr pattern_properties();
  ast::LabelExpression label_or(bool in_relationship);
  ast::LabelExpression label_and(bool in_relationship);
  ast::LabelExpression label_atom(bool in_relationship);

  // expression.cpp
  ast::ExpressionPtr binary(int minimum);
  ast::ExpressionPtr prefix();
  ast::ExpressionPtr postfix(ast::ExpressionPtr operand);
  ast::ExpressionPtr comparison(ast::ExpressionPtr first);
  ast::ExpressionPtr string_or_list_predicate(ast::ExpressionPtr left);
  ast::ExpressionPtr index_or_slice(ast::ExpressionPtr operand);
  ast::ExpressionPtr logical(ast::ExpressionPtr first, ast::Operator op, std::string_view word,
                             int power);

  // atom.cpp
  ast::ExpressionPtr number(bool negative);
  ast::ExpressionPtr literal(Value value);
  ast::ExpressionPtr parenthesised();
  ast::ExpressionPtr list_or_comprehension();
  ast::ExpressionPtr map_literal();
  ast::ExpressionPtr map_projection(const Token& variable);
  ast::ExpressionPtr case_expression();
  ast::ExpressionPtr name_or_call();
  ast::ExpressionPtr call_or_variable();
  ast::ExpressionPtr function_call(std::string name, const SourceSpan& start);
  ast::ExpressionPtr quantifier(ast::Operator op);
  ast::ExpressionPtr reduce();
  ast::ExpressionPtr subquery(ast::ExpressionKind kind);
  ast::ExpressionPtr pattern_comprehension();
  /// A pattern where one follows here, or null with nothing taken.
  ast::ExpressionPtr try_pattern();
  bool pattern_may_follow() const;

  ast::ExpressionPtr make(ast::ExpressionKind kind, const SourceSpan& start);
  /// Sets span and depth once the operands stand; refuses what is too deep.
  ast::ExpressionPtr done(ast::ExpressionPtr expression);

  TokenStream& tokens;
  std::uint32_t nesting_ = 0;
  bool bar_is_label_or_ = true;  ///< false where `|` ends the expression
  std::set<std::size_t> no_pattern_at_;
};

/// Counts the nesting of rules for the time of a scope, and fails the parse when it is too deep.
class DepthGuard {
 public:
  explicit DepthGuard(Rules& rules);
  ~DepthGuard();
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;

 private:
  Rules& rules_;
};

}  // namespace yeon::query
