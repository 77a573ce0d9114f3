#pragma once

#include <vector>

#include "bind/expr.h"
#include "execute/worker.h"

namespace yeon::query {

/// The value of an expression for one row. Errors go to the worker, and null comes back.
Value evaluate_row(const Expr& expr, const Batch& batch, std::size_t row, Worker& worker);

/// The values of an expression for all rows of a batch: typed loops for properties, comparisons
/// and arithmetic of plain columns, row by row for the rest. The same as evaluate_row() of each
/// row, errors included.
Column evaluate(const Expr& expr, const Batch& batch, Worker& worker);

/// The rows for which a predicate is true; false and null both drop a row. Ascending.
std::vector<std::uint32_t> rows_where_true(const Expr& predicate, const Batch& batch,
                                           Worker& worker);

/// Whether a node or relationship has what a label expression asks for; unknown names are not
/// there. `relationship` tells which of the two `id` is.
bool has_labels(const ast::LabelExpression& labels, std::uint64_t id, bool relationship,
                Worker& worker);

/// A property of an entity, through the worker's cache; fails for a deleted entity.
Value entity_property(std::uint64_t id, bool relationship, PropertyKeyId key, Worker& worker);

/// EXISTS, COUNT or COLLECT for one row.
Value evaluate_subquery(const Expr& expr, const Batch& batch, std::size_t row, Worker& worker);
/// The same for all rows in one run, where the subquery allows it; an empty column where not.
Column evaluate_subquery(const Expr& expr, const Batch& batch, Worker& worker);

/// Notes a Result's error at the worker and gives its value, or null.
inline Value take(Result<Value> result, const Expr& expr, Worker& worker) {
  if (result) return *std::move(result);
  if (!result.error().where) result.error().where = expr.span;
  if (result.error().phase == ErrorPhase::kNone) result.error().phase = ErrorPhase::kRuntime;
  worker.fail(std::move(result).error());
  return Value();
}

}  // namespace yeon::query
