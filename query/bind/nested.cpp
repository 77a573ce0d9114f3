#include "bind/binder.h"

namespace yeon::query {

using ast::ExpressionKind;

ExprPtr Binder::list_comprehension(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kListComprehension, syntax);
  out->operands.push_back(expression(*syntax.operands[0]));
  const Type& list = out->operands[0]->type;
  if (list.excludes(kinds(Kind::kList))) {
    error(syntax.operands[0]->span, "InvalidArgumentType", "IN needs a list after it");
  }
  const std::size_t size = scope_.size();
  out->slot = declare(syntax.text, {list.elements, kAnyKind});
  locals_.insert(out->slot);
  out->operands.push_back(syntax.operands[1] ? expression(*syntax.operands[1], true) : nullptr);
  out->operands.push_back(syntax.operands[2] ? expression(*syntax.operands[2]) : nullptr);
  scope_.shrink(size);
  out->type = Type::list_of(out->operands[2] ? out->operands[2]->type.kinds : list.elements);
  return out;
}

ExprPtr Binder::quantifier(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kQuantifier, syntax, Type::of(Kind::kBoolean));
  out->op = syntax.op;
  out->operands.push_back(expression(*syntax.operands[0]));
  const Type& list = out->operands[0]->type;
  if (list.excludes(kinds(Kind::kList))) {
    error(syntax.operands[0]->span, "InvalidArgumentType", "IN needs a list after it");
  }
  const std::size_t size = scope_.size();
  out->slot = declare(syntax.text, {list.elements, kAnyKind});
  locals_.insert(out->slot);
  if (syntax.operands[1]) {
    out->operands.push_back(expression(*syntax.operands[1], true));
  } else {
    out->operands.push_back(slot_expr(out->slot, syntax.span, true));
  }
  scope_.shrink(size);
  return out;
}

ExprPtr Binder::reduce(const ast::Expression& syntax) {
  ExprPtr out = make(ExprKind::kReduce, syntax);
  out->operands.push_back(expression(*syntax.operands[0]));
  out->operands.push_back(expression(*syntax.operands[1]));
  const std::size_t size = scope_.size();
  out->slot = declare(syntax.text, {});
  out->other_slot = declare(syntax.other_text, {out->operands[1]->type.elements, kAnyKind});
  locals_.insert(out->slot);
  locals_.insert(out->other_slot);
  out->operands.push_back(expression(*syntax.operands[2]));
  scope_.shrink(size);
  return out;
}

// --- Subqueries. What they read from outside is gathered in an OuterFrame.

ExprPtr Binder::begin_subquery(const ast::Expression& syntax, SubqueryKind kind) {
  ExprPtr out = make(ExprKind::kSubquery, syntax);
  out->subquery = std::make_unique<Subquery>();
  out->subquery->kind = kind;
  out->subquery->query = std::make_unique<BoundQuery>();
  out->subquery->id = subqueries_++;
  out->type = kind == SubqueryKind::kExists  ? Type::of(Kind::kBoolean)
              : kind == SubqueryKind::kCount ? Type::of(Kind::kInteger)
                                             : Type::list_of(kAnyKind);
  outer_.push_back({static_cast<SlotId>(variables_.size()), {}});
  return out;
}

ExprPtr Binder::finish_subquery(ExprPtr expr, std::size_t scope_size) {
  scope_.shrink(scope_size);
  const std::set<SlotId>& outer = outer_.back().slots;
  expr->subquery->outer.assign(outer.begin(), outer.end());
  outer_.pop_back();
  return expr;
}

ExprPtr Binder::pattern_predicate(const ast::Expression& syntax) {
  const std::size_t size = scope_.size();
  ExprPtr out = begin_subquery(syntax, SubqueryKind::kExists);
  Aggregating* const before = std::exchange(aggregating_, nullptr);
  BoundSingleQuery query;
  query.clauses.push_back({match(*syntax.pattern, nullptr, false, false)});
  out->subquery->query->parts.push_back(std::move(query));
  aggregating_ = before;
  return finish_subquery(std::move(out), size);
}

ExprPtr Binder::pattern_comprehension(const ast::Expression& syntax) {
  const std::size_t size = scope_.size();
  ExprPtr out = begin_subquery(syntax, SubqueryKind::kCollect);
  Aggregating* const before = std::exchange(aggregating_, nullptr);
  BoundSingleQuery query;
  query.clauses.push_back({match(*syntax.pattern, syntax.operands[0], false, true)});
  BoundProjection project;
  ExprPtr value = expression(*syntax.operands[1]);
  out->type = Type::list_of(value->type.kinds);
  out->subquery->result = new_slot("", value->type);
  project.items.push_back({out->subquery->result, std::move(value)});
  project.visible = {out->subquery->result};
  query.clauses.push_back({std::move(project)});
  query.columns = {out->subquery->result};
  out->subquery->query->parts.push_back(std::move(query));
  out->subquery->query->outputs = {out->subquery->result};
  aggregating_ = before;
  return finish_subquery(std::move(out), size);
}

ExprPtr Binder::subquery(const ast::Expression& syntax) {
  const SubqueryKind kind = syntax.kind == ExpressionKind::kExistsSubquery ? SubqueryKind::kExists
                            : syntax.kind == ExpressionKind::kCountSubquery
                                ? SubqueryKind::kCount
                                : SubqueryKind::kCollect;
  const Scope scope = scope_;
  ExprPtr out = begin_subquery(syntax, kind);
  Aggregating* const before = std::exchange(aggregating_, nullptr);
  const bool read_only = std::exchange(in_read_only_subquery_, true);
  if (syntax.pattern) {
    BoundSingleQuery query;
    query.clauses.push_back({match(*syntax.pattern, syntax.operands[0], false, true)});
    out->subquery->query->parts.push_back(std::move(query));
  } else {
    bind_query(*syntax.query, *out->subquery->query, false);
  }
  if (kind == SubqueryKind::kCollect && !failed()) {
    if (out->subquery->query->outputs.size() != 1) {
      error(syntax.span, "InvalidClauseComposition", "COLLECT { } needs exactly one column");
    } else {
      out->subquery->result = out->subquery->query->outputs[0];
    }
  }
  in_read_only_subquery_ = read_only;
  aggregating_ = before;
  scope_ = scope;
  return finish_subquery(std::move(out), scope.size());
}

}  // namespace yeon::query
