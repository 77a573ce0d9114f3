#include <map>

#include "bind/binder.h"

namespace yeon::query {

BoundProjection Binder::projection(const ast::Projection& projection, const SourceSpan& span,
                                   std::vector<std::string>& columns) {
  BoundProjection out;
  Scope next;
  std::vector<Projected> projected;
  if (projection.star && scope_.entries().empty()) {
    if (projection.is_return || !projection.items.empty()) {
      error(span, "NoVariablesInScope", "`*` needs variables, and none is defined here");
    }
  }
  for (const ast::ProjectionItem& item : projection.items) {
    if (has_aggregate(*item.expression)) out.aggregating = true;
  }
  out.distinct = projection.distinct;
  if (out.aggregating) {
    aggregating_items(projection, out, projected, next);
  } else {
    projection_items(projection, out, projected, next);
  }
  order_by(projection, out, projected, next);
  out.skip = row_count(projection.skip, "SKIP");
  out.limit = row_count(projection.limit, "LIMIT");
  if (projection.is_return) {
    columns.clear();
    for (const Scope::Entry& entry : next.entries()) columns.push_back(entry.name);
  }
  for (const Scope::Entry& entry : next.entries()) out.visible.push_back(entry.slot);
  // WHERE sees what ORDER BY sees: the new names, and behind them the old, while each row still
  // has them.
  const bool only_items = out.aggregating || out.distinct;
  if (projection.where && !only_items) {
    for (const Scope::Entry& entry : next.entries()) scope_.add(entry.name, entry.slot);
    out.where = where(*projection.where);
  }
  scope_ = std::move(next);
  if (projection.where && only_items) out.where = where(*projection.where);
  return out;
}

void Binder::star_items(const ast::Projection& projection, BoundProjection& out,
                        std::vector<Projected>& projected, Scope& next) {
  if (!projection.star) return;
  for (const Scope::Entry& entry : scope_.sorted()) {
    lookup(entry.name);  // so that subqueries know they read it
    if (out.aggregating) out.keys.push_back({entry.slot, slot_expr(entry.slot, {})});
    out.items.push_back({entry.slot, slot_expr(entry.slot, {})});
    projected.push_back({nullptr, entry.slot, false});
    next.add(entry.name, entry.slot);
  }
}

void Binder::projection_items(const ast::Projection& projection, BoundProjection& out,
                              std::vector<Projected>& projected, Scope& next) {
  star_items(projection, out, projected, next);
  for (const ast::ProjectionItem& item : projection.items) {
    if (item.alias.empty() && !projection.is_return &&
        item.expression->kind != ast::ExpressionKind::kVariable) {
      error(item.expression->span, "NoExpressionAlias", "an expression in WITH needs a name",
            fmt::format("write `{} AS name`", item.text));
    }
    add_item(item, expression(*item.expression), out, projected, next, false);
  }
}

void Binder::add_item(const ast::ProjectionItem& item, ExprPtr expr, BoundProjection& out,
                      std::vector<Projected>& projected, Scope& next, bool aggregates) {
  std::string name = item.alias;
  if (name.empty()) {
    const bool variable = item.expression->kind == ast::ExpressionKind::kVariable;
    name = variable ? item.expression->text : item.text;
  }
  if (next.find(name)) {
    error(item.alias.empty() ? item.expression->span : item.alias_span, "ColumnNameConflict",
          fmt::format("two columns are named `{}`", name), "give one another name with AS");
  }
  // A variable that goes on under its own name keeps its slot; all else gets a new one.
  const bool same = expr->kind == ExprKind::kSlot && variables_[expr->slot].name == name;
  const SlotId slot = same ? expr->slot : new_slot(name, expr->type);
  out.items.push_back({slot, std::move(expr)});
  projected.push_back({item.expression.get(), slot, aggregates});
  next.add(std::move(name), slot);
}

void Binder::aggregating_items(const ast::Projection& projection, BoundProjection& out,
                               std::vector<Projected>& projected, Scope& next) {
  star_items(projection, out, projected, next);
  // The items without aggregates are the grouping keys; they come first, since others use them.
  std::map<std::size_t, SlotId> key_of_item;
  Aggregating state;
  state.into = &out.aggregations;
  state.scope_base = scope_.size();
  for (const BoundItem& key : out.keys) state.keys.push_back({nullptr, key.slot, false});
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    const ast::ProjectionItem& item = projection.items[i];
    if (has_aggregate(*item.expression)) continue;
    ExprPtr expr = expression(*item.expression);
    const SlotId slot =
        expr->kind == ExprKind::kSlot && !expr->local ? expr->slot : new_slot("", expr->type);
    key_of_item[i] = slot;
    state.keys.push_back({item.expression.get(), slot, false});
    out.keys.push_back({slot, std::move(expr)});
  }
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    const ast::ProjectionItem& item = projection.items[i];
    if (const auto key = key_of_item.find(i); key != key_of_item.end()) {
      add_item(item, slot_expr(key->second, item.expression->span), out, projected, next, false);
      continue;
    }
    aggregating_ = &state;
    ExprPtr expr = expression(*item.expression);
    aggregating_ = nullptr;
    add_item(item, std::move(expr), out, projected, next, true);
  }
}

void Binder::order_by(const ast::Projection& projection, BoundProjection& out,
                      const std::vector<Projected>& projected, const Scope& next) {
  const Scope before = scope_;
  const bool only_items = out.aggregating || out.distinct;
  for (const ast::SortItem& item : projection.order_by) {
    const bool aggregates = has_aggregate(*item.expression);
    if (aggregates && !out.aggregating) {
      error(item.expression->span, "InvalidAggregation",
            "ORDER BY may aggregate only where the projection does",
            "aggregate in a WITH before it");
    }
    scope_ = only_items ? next : before;
    if (!only_items) {
      for (const Scope::Entry& entry : next.entries()) scope_.add(entry.name, entry.slot);
    }
    Aggregating state;
    state.into = &out.aggregations;
    state.keys = projected;
    state.scope_base = scope_.size();
    state.in_order_by = true;
    state.mixed = aggregates;
    aggregating_ = &state;
    out.order_by.push_back({expression(*item.expression), item.descending});
    aggregating_ = nullptr;
  }
  scope_ = before;
  if (failed() || projection.is_return) return;
  for (const ast::ProjectionItem& item : projection.items) {
    if (item.alias.empty() && item.expression->kind != ast::ExpressionKind::kVariable) {
      error(item.expression->span, "NoExpressionAlias", "an expression in WITH needs a name",
            fmt::format("write `{} AS name`", item.text));
    }
  }
}

/// An order-by item, or an item beside aggregates, may use what the projection holds: this gives
/// it, or null where `syntax` is no such thing.
ExprPtr Binder::projected(const ast::Expression& syntax) {
  if (aggregating_ == nullptr || inside_aggregate_) return nullptr;
  if (syntax.kind == ast::ExpressionKind::kLiteral ||
      syntax.kind == ast::ExpressionKind::kParameter) {
    return nullptr;
  }
  const bool simple = syntax.kind == ast::ExpressionKind::kVariable ||
                      syntax.kind == ast::ExpressionKind::kProperty;
  for (const Projected& key : aggregating_->keys) {
    if (key.syntax == nullptr || !same_syntax(*key.syntax, syntax)) continue;
    if (aggregating_->in_order_by) {
      // A name means the column of that name, not the expression that happens to look like it.
      if (syntax.kind == ast::ExpressionKind::kVariable) continue;
      if (aggregating_->mixed && !simple && !key.aggregates) {
        error(syntax.span, "AmbiguousAggregationExpression",
              "beside an aggregate only grouping keys that are variables or properties may stand",
              "name the expression in a WITH before it");
      }
      return slot_expr(key.slot, syntax.span);
    }
    if (simple) return slot_expr(key.slot, syntax.span);
  }
  return nullptr;
}

ExprPtr Binder::row_count(const ast::ExpressionPtr& syntax, std::string_view word) {
  if (!syntax) return nullptr;
  const Scope before = scope_;
  constant_only_ = true;
  ExprPtr out = expression(*syntax);
  constant_only_ = false;
  scope_ = before;
  if (out->kind == ExprKind::kConstant) {
    const Value& value = out->constant;
    if (!value.is(Kind::kInteger)) {
      error(syntax->span, "InvalidArgumentType", fmt::format("{} takes an integer", word));
    } else if (value.integer() < 0) {
      error(syntax->span, "NegativeIntegerArgument", fmt::format("{} may not be negative", word));
    }
  } else if (out->type.excludes(kinds(Kind::kInteger))) {
    error(syntax->span, "InvalidArgumentType", fmt::format("{} takes an integer", word));
  }
  return out;
}

}  // namespace yeon::query
