#include "execute/evaluate.h"

#include <algorithm>

#include "bind/bound.h"
#include "functions/operators.h"
#include "yeon/base/compare.h"

namespace yeon::query {

using ast::Operator;

namespace {

bool is_entity(VectorType type) {
  return type == VectorType::kNode || type == VectorType::kRelationship;
}

/// Reads one property of a column of entities. Groups that hold integers only, floats only or
/// booleans only give a typed vector.
class PropertyReader {
 public:
  PropertyReader(const Column& entities, std::size_t rows, PropertyKeyId key, Worker& worker)
      : entities_(entities),
        rows_(rows),
        key_(key),
        worker_(worker),
        relationships_(entities.vector->type() == VectorType::kRelationship) {}

  Column read() {
    const std::optional<VectorType> type = common_type();
    return type ? typed(*type) : generic();
  }

 private:
  std::uint64_t id(std::size_t row) const {
    return entities_.vector->words()[entities_.position(row)];
  }

  const graph::Column* column(std::uint64_t id) {
    const GroupId group{id >> kGroupBits};
    if (last_ == nullptr || group != last_group_) {
      last_ = relationships_ ? worker_.cache.relationship_column(group, key_)
                             : worker_.cache.node_column(group, key_);
      last_group_ = group;
    }
    return last_;
  }

  std::optional<VectorType> common_type() {
    std::optional<VectorType> found;
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint64_t entity = id(row);
      if (entity == Vector::kNullId) continue;
      const GroupId group{entity >> kGroupBits};
      if (last_ != nullptr && group == last_group_) continue;
      const graph::Column* c = column(entity);
      if (c == nullptr) return std::nullopt;
      std::optional<VectorType> type;
      switch (c->type()) {
        case graph::ColumnType::kEmpty:
          continue;
        case graph::ColumnType::kInteger:
          type = VectorType::kInteger;
          break;
        case graph::ColumnType::kFloat:
          type = VectorType::kFloat;
          break;
        default:
          return std::nullopt;
      }
      if (found && found != type) return std::nullopt;
      found = type;
    }
    return found;
  }

  Column typed(VectorType type) {
    std::vector<std::uint64_t> words(rows_);
    std::vector<std::uint8_t> nulls(rows_);
    bool any_null = false;
    last_ = nullptr;
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint64_t entity = id(row);
      const auto slot = static_cast<Slot>(entity & (kGroupSize - 1));
      const graph::Column* c = entity == Vector::kNullId ? nullptr : column(entity);
      if (c == nullptr || !c->present().test(slot)) {
        nulls[row] = 1;
        any_null = true;
      } else if (type == VectorType::kInteger) {
        words[row] = static_cast<std::uint64_t>(c->integers()[slot]);
      } else {
        words[row] = std::bit_cast<std::uint64_t>(c->floats()[slot]);
      }
    }
    if (!any_null) nulls.clear();
    return Column::of(Vector(type, std::move(words), std::move(nulls)));
  }

  Column generic() {
    std::vector<Value> values(rows_);
    last_ = nullptr;
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint64_t entity = id(row);
      if (entity == Vector::kNullId) continue;
      const graph::Column* c = column(entity);
      if (c != nullptr) values[row] = c->value(static_cast<Slot>(entity & (kGroupSize - 1)));
    }
    return Column::of(Vector(std::move(values)));
  }

  const Column& entities_;
  std::size_t rows_;
  PropertyKeyId key_;
  Worker& worker_;
  bool relationships_;
  const graph::Column* last_ = nullptr;
  GroupId last_group_{};
};

Column row_by_row(const Expr& expr, const Batch& batch, Worker& worker) {
  std::vector<Value> values;
  values.reserve(batch.rows);
  for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
    values.push_back(evaluate_row(expr, batch, row, worker));
  }
  values.resize(batch.rows);
  return Column::of(Vector(std::move(values)));
}

Column property(const Expr& expr, const Batch& batch, Worker& worker) {
  const Expr& subject = *expr.operands[0];
  const bool plain = subject.kind == ExprKind::kSlot && !subject.local && batch[subject.slot] &&
                     is_entity(batch[subject.slot].vector->type());
  if (!plain || !worker.deleted_nodes.empty() || !worker.deleted_relationships.empty()) {
    return row_by_row(expr, batch, worker);
  }
  const std::optional<PropertyKeyId> key = worker.snapshot->catalog().find_key(expr.text);
  if (!key) return Column::repeat(Value());
  return PropertyReader(batch[subject.slot], batch.rows, *key, worker).read();
}

template <class T, class Compare>
void compare_words(const Column& a, const Column& b, std::size_t rows, const Compare& compare,
                   std::vector<std::uint64_t>& out) {
  const std::span<const std::uint64_t> x = a.vector->words();
  const std::span<const std::uint64_t> y = b.vector->words();
  for (std::size_t row = 0; row < rows; ++row) {
    out[row] = compare(std::bit_cast<T>(x[a.position(row)]), std::bit_cast<T>(y[b.position(row)]));
  }
}

template <class T>
bool compare_typed(Operator op, const Column& a, const Column& b, std::size_t rows,
                   std::vector<std::uint64_t>& out) {
  switch (op) {
    case Operator::kEqual:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x == y; }, out);
      return true;
    case Operator::kNotEqual:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x != y; }, out);
      return true;
    case Operator::kLess:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x < y; }, out);
      return true;
    case Operator::kLessEqual:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x <= y; }, out);
      return true;
    case Operator::kGreater:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x > y; }, out);
      return true;
    case Operator::kGreaterEqual:
      compare_words<T>(
          a, b, rows, [](T x, T y) { return x >= y; }, out);
      return true;
    default:
      return false;
  }
}

/// A constant as a typed one-word column, so that typed loops can take it.
Column typed_constant(const Column& column) {
  if (!column.constant || column.vector->type() != VectorType::kValue) return column;
  const Value& value = column.vector->values()[0];
  Column out = column;
  if (value.is(Kind::kInteger)) {
    out.vector = std::make_shared<const Vector>(
        Vector(VectorType::kInteger, {static_cast<std::uint64_t>(value.integer())}));
  } else if (value.is(Kind::kFloat)) {
    out.vector = std::make_shared<const Vector>(
        Vector(VectorType::kFloat, {std::bit_cast<std::uint64_t>(value.floating())}));
  }
  return out;
}

Column comparison(const Expr& expr, const Batch& batch, Worker& worker) {
  const Column a = typed_constant(evaluate(*expr.operands[0], batch, worker));
  const Column b = typed_constant(evaluate(*expr.operands[1], batch, worker));
  if (worker.failed()) return Column::repeat(Value());
  const VectorType type = a.vector ? a.vector->type() : VectorType::kValue;
  const bool same_type = a.vector && b.vector && type == b.vector->type();
  if (same_type && (type == VectorType::kInteger || type == VectorType::kFloat)) {
    std::vector<std::uint64_t> words(batch.rows);
    const bool done = type == VectorType::kInteger
                          ? compare_typed<std::int64_t>(expr.op, a, b, batch.rows, words)
                          : compare_typed<double>(expr.op, a, b, batch.rows, words);
    if (done) {
      std::vector<std::uint8_t> nulls;
      if (!a.vector->nulls().empty() || !b.vector->nulls().empty()) {
        nulls.resize(batch.rows);
        for (std::size_t row = 0; row < batch.rows; ++row) {
          nulls[row] = a.is_null(row) || b.is_null(row) ? 1 : 0;
        }
      }
      return Column::of(Vector(VectorType::kBoolean, std::move(words), std::move(nulls)));
    }
  }
  std::vector<Value> values(batch.rows);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const Value x = a.at(row);
    const Value y = b.at(row);
    switch (expr.op) {
      case Operator::kEqual:
        values[row] = op::equal(x, y);
        break;
      case Operator::kNotEqual:
        values[row] = op::not_equal(x, y);
        break;
      case Operator::kLess:
        values[row] = op::less(x, y);
        break;
      case Operator::kLessEqual:
        values[row] = op::less_equal(x, y);
        break;
      case Operator::kGreater:
        values[row] = op::greater(x, y);
        break;
      default:
        values[row] = op::greater_equal(x, y);
        break;
    }
  }
  return Column::of(Vector(std::move(values)));
}

}  // namespace

Column evaluate(const Expr& expr, const Batch& batch, Worker& worker) {
  switch (expr.kind) {
    case ExprKind::kConstant:
      return Column::repeat(expr.constant);
    case ExprKind::kParameter:
      return Column::repeat(evaluate_row(expr, batch, 0, worker));
    case ExprKind::kSlot:
      if (expr.local || !batch[expr.slot]) break;
      return batch[expr.slot];
    case ExprKind::kProperty:
      return property(expr, batch, worker);
    case ExprKind::kBinary:
      if (expr.op >= Operator::kEqual && expr.op <= Operator::kGreaterEqual) {
        return comparison(expr, batch, worker);
      }
      break;
    case ExprKind::kSubquery: {
      Column all = evaluate_subquery(expr, batch, worker);
      if (all) return all;
      break;
    }
    default:
      break;
  }
  return row_by_row(expr, batch, worker);
}

std::vector<std::uint32_t> rows_where_true(const Expr& predicate, const Batch& batch,
                                           Worker& worker) {
  std::vector<std::uint32_t> rows;
  const Column truth = evaluate(predicate, batch, worker);
  if (worker.failed()) return rows;
  rows.reserve(batch.rows);
  const bool typed = truth.vector->type() == VectorType::kBoolean;
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const std::size_t i = truth.position(row);
    bool keep = false;
    if (typed) {
      keep = truth.vector->words()[i] != 0 && !truth.vector->is_null(i);
    } else {
      const Value value = truth.vector->at(i);
      keep = value.is(Kind::kBoolean) && value.boolean();
      if (!keep && !value.is(Kind::kBoolean) && !value.is_null()) {
        worker.fail({.type = ErrorType::kTypeError,
                     .phase = ErrorPhase::kRuntime,
                     .detail = "InvalidArgumentType",
                     .message = "WHERE takes a condition, not another value",
                     .where = predicate.span});
        return {};
      }
    }
    if (keep) rows.push_back(static_cast<std::uint32_t>(row));
  }
  return rows;
}

}  // namespace yeon::query
