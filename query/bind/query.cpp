#include "bind/binder.h"

namespace yeon::query {
namespace {

bool is_update(const ast::Clause& clause) {
  return std::holds_alternative<ast::Create>(clause.body) ||
         std::holds_alternative<ast::Merge>(clause.body) ||
         std::holds_alternative<ast::Set>(clause.body) ||
         std::holds_alternative<ast::Remove>(clause.body) ||
         std::holds_alternative<ast::Delete>(clause.body) ||
         std::holds_alternative<ast::Foreach>(clause.body);
}

bool is_return(const ast::Clause& clause) {
  const auto* projection = std::get_if<ast::Projection>(&clause.body);
  return projection != nullptr && projection->is_return;
}

bool imports(const ast::SingleQuery& query) {
  const auto* projection = std::get_if<ast::Projection>(&query.clauses.front().body);
  return projection != nullptr && !projection->is_return;
}

}  // namespace

void Binder::bind_query(const ast::Query& query, BoundQuery& out, bool top_level, bool isolated) {
  for (std::size_t i = 1; i < query.union_all.size(); ++i) {
    if (query.union_all[i] != query.union_all[0]) {
      error(query.union_spans[i], "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed",
            "put one of them into CALL { ... }");
    }
  }
  out.distinct_union = !query.union_all.empty() && !query.union_all[0];
  const Scope outer = scope_;
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    scope_ = outer;
    if (isolated && !imports(query.parts[i])) scope_ = Scope();
    std::vector<std::string> columns;
    out.parts.push_back(single_query(query.parts[i], columns, top_level));
    if (i == 0) {
      out.columns = std::move(columns);
    } else if (columns != out.columns) {
      error(
          query.union_spans[i - 1], "DifferentColumnsInUnion",
          fmt::format("both sides of UNION need the same columns, but one has ({}), the other ({})",
                      fmt::join(out.columns, ", "), fmt::join(columns, ", ")));
    }
  }
  scope_ = outer;
  if (query.parts.size() > 1) {
    for (std::size_t c = 0; c < out.columns.size(); ++c) {
      Type type = failed() ? Type{} : type_of(out.parts[0].columns[c]);
      for (const BoundSingleQuery& part : out.parts) {
        if (failed()) break;
        type.kinds |= type_of(part.columns[c]).kinds;
        type.elements |= type_of(part.columns[c]).elements;
      }
      out.outputs.push_back(new_slot(out.columns[c], type));
    }
  } else {
    out.outputs = out.parts[0].columns;
  }
}

void Binder::check_composition(const ast::SingleQuery& query, bool top_level) {
  const std::vector<ast::Clause>& clauses = query.clauses;
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
    if (is_return(clauses[i])) {
      error(clauses[i + 1].span, "InvalidClauseComposition", "nothing may follow RETURN",
            "use WITH to go on");
    }
  }
  const ast::Clause& last = clauses.back();
  const bool ends_well = is_return(last) || is_update(last) || !top_level ||
                         std::holds_alternative<ast::Call>(last.body) ||
                         std::holds_alternative<ast::Subquery>(last.body);
  if (!ends_well) {
    error(last.span, "InvalidClauseComposition",
          "a query cannot end here: its rows would not be used", "add RETURN");
  }
}

BoundSingleQuery Binder::single_query(const ast::SingleQuery& query,
                                      std::vector<std::string>& columns, bool top_level) {
  check_composition(query, top_level);
  BoundSingleQuery out;
  const bool standalone = top_level && query.clauses.size() == 1;
  for (const ast::Clause& syntax : query.clauses) {
    if (failed()) break;
    if (is_update(syntax)) {
      if (in_read_only_subquery_) {
        error(syntax.span, "InvalidClauseComposition", "a subquery in an expression cannot update",
              "use CALL { ... }");
      }
      updates_ = true;
    }
    out.clauses.push_back(clause(syntax, out, columns, standalone));
  }
  return out;
}

BoundClause Binder::clause(const ast::Clause& syntax, BoundSingleQuery& query,
                           std::vector<std::string>& columns, bool standalone) {
  if (const auto* c = std::get_if<ast::Match>(&syntax.body)) {
    return {match(c->pattern, c->where, c->optional, true)};
  }
  if (const auto* c = std::get_if<ast::Unwind>(&syntax.body)) {
    BoundUnwind out;
    out.list = expression(*c->list);
    if (scope_.find(c->name)) error_already_bound(c->name, c->name_span);
    const bool list = out.list->type.is_exactly(Kind::kList);
    out.slot = declare(c->name, list ? Type{out.list->type.elements, kAnyKind} : Type{});
    return {std::move(out)};
  }
  if (const auto* c = std::get_if<ast::Projection>(&syntax.body)) {
    BoundProjection out = projection(*c, syntax.span, columns);
    if (c->is_return) query.columns = out.visible;
    return {std::move(out)};
  }
  if (const auto* c = std::get_if<ast::Create>(&syntax.body)) return {create(c->pattern)};
  if (const auto* c = std::get_if<ast::Merge>(&syntax.body)) return {merge(*c, syntax.span)};
  if (const auto* c = std::get_if<ast::Set>(&syntax.body)) {
    return {BoundSet{set_items(c->items, false)}};
  }
  if (const auto* c = std::get_if<ast::Remove>(&syntax.body)) {
    return {BoundSet{set_items(c->items, true)}};
  }
  if (const auto* c = std::get_if<ast::Delete>(&syntax.body)) return {delete_clause(*c)};
  if (const auto* c = std::get_if<ast::Foreach>(&syntax.body)) {
    return {foreach_clause(*c, query, columns)};
  }
  if (const auto* c = std::get_if<ast::Call>(&syntax.body)) {
    return {call(*c, query, columns, standalone)};
  }
  return {call_subquery(std::get<ast::Subquery>(syntax.body), syntax.span)};
}

BoundCallSubquery Binder::call_subquery(const ast::Subquery& subquery, const SourceSpan& span) {
  BoundCallSubquery out;
  out.query = std::make_unique<BoundQuery>();
  // A subquery sees outer names only if its first clause is a WITH that takes them over.
  const Scope outer = scope_;
  bind_query(*subquery.query, *out.query, false, true);
  scope_ = outer;
  out.unit = out.query->columns.empty();
  for (std::size_t i = 0; i < out.query->columns.size() && !failed(); ++i) {
    const std::string& name = out.query->columns[i];
    if (scope_.find(name)) error_already_bound(name, span);
    scope_.add(name, out.query->outputs[i]);
    out.outputs.push_back(out.query->outputs[i]);
  }
  return out;
}

}  // namespace yeon::query
