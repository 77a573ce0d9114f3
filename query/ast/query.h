#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "ast/expression.h"
#include "ast/pattern.h"

namespace yeon::query::ast {

struct Clause;

struct Match {
  bool optional = false;
  Pattern pattern;
  ExpressionPtr where;
};

struct Unwind {
  ExpressionPtr list;
  std::string name;
  SourceSpan name_span;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string alias;  ///< empty: none written
  SourceSpan alias_span;
  std::string text;  ///< the expression as written
};

struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};

/// WITH and RETURN.
struct Projection {
  bool is_return = false;
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order_by;
  ExpressionPtr skip;
  ExpressionPtr limit;
  ExpressionPtr where;  ///< WITH only
};

struct Create {
  Pattern pattern;
};

/// `a.p = x`, `a = map`, `a += map`, `a:Label`; for REMOVE `a.p`, `a:Label`.
struct SetItem {
  enum class Kind : std::uint8_t { kProperty, kReplace, kMerge, kLabels };
  Kind kind = Kind::kProperty;
  SourceSpan span;
  ExpressionPtr target;  ///< the entity
  std::string key;
  ExpressionPtr value;
  std::vector<std::string> labels;
};

struct Merge {
  PatternPart part;
  std::vector<SetItem> on_create;
  std::vector<SetItem> on_match;
};

struct Set {
  std::vector<SetItem> items;
};

struct Remove {
  std::vector<SetItem> items;
};

struct Delete {
  bool detach = false;
  std::vector<ExpressionPtr> targets;
};

struct Foreach {
  std::string name;
  SourceSpan name_span;
  ExpressionPtr list;
  std::vector<Clause> body;
};

struct YieldItem {
  std::string column;
  std::string name;
  SourceSpan span;
};

struct Call {
  std::string procedure;
  SourceSpan procedure_span;
  bool explicit_arguments = false;
  std::vector<ExpressionPtr> arguments;
  bool has_yield = false;
  bool yield_star = false;
  std::vector<YieldItem> yields;
  ExpressionPtr where;
};

struct Subquery {
  std::unique_ptr<Query> query;
};

struct Clause {
  SourceSpan span;
  std::variant<Match, Unwind, Projection, Create, Merge, Set, Remove, Delete, Foreach, Call,
               Subquery>
      body;
};

struct SingleQuery {
  std::vector<Clause> clauses;
};

/// One or more single queries joined by UNION.
struct Query {
  SourceSpan span;
  std::vector<SingleQuery> parts;
  std::vector<bool> union_all;  ///< one fewer than parts
  std::vector<SourceSpan> union_spans;
};

/// Schema statements.
struct Schema {
  enum class Kind : std::uint8_t {
    kCreateIndex,
    kDropIndex,
    kShowIndexes,
    kShowConstraints,
    kShowProcedures,
    kShowFunctions,
  };
  Kind kind = Kind::kCreateIndex;
  std::string name;
  std::string label;
  std::string property;
  bool unique = false;
  bool if_not_exists = false;
  bool if_exists = false;
};

enum class Mode : std::uint8_t { kRun, kExplain, kProfile };

struct Statement {
  Mode mode = Mode::kRun;
  std::variant<Query, Schema> body;
};

}  // namespace yeon::query::ast
