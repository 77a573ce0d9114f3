#include <unordered_map>

#include "execute/evaluate.h"
#include "execute/operators/operators.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

Batch one_row(const Batch& batch, std::size_t row) {
  Batch out(1, batch.columns.size());
  for (SlotId slot = 0; slot < batch.columns.size(); ++slot) {
    if (batch[slot]) out.set(slot, Column::repeat(batch[slot].at(row)));
  }
  return out;
}

std::vector<SlotId> slots_of_batch(const Batch& batch) {
  std::vector<SlotId> out;
  for (SlotId slot = 0; slot < batch.columns.size(); ++slot) {
    if (batch[slot]) out.push_back(slot);
  }
  return out;
}

/// CALL of a procedure, once for each row.
class CallOperator final : public Operator {
 public:
  explicit CallOperator(const CallStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (!worker.may_go_on()) return Flow::kEnough;
      std::vector<Value> arguments;
      for (std::size_t i = 0; i < step_.arguments.size(); ++i) {
        arguments.push_back(coerce(evaluate_row(*step_.arguments[i], batch, row, worker), i));
      }
      if (worker.failed() || !check(arguments, worker)) return Flow::kEnough;
      Result<std::vector<std::vector<Value>>> rows =
          step_.procedure->call(*worker.snapshot, arguments);
      if (!rows) {
        if (rows.error().phase == ErrorPhase::kNone) rows.error().phase = ErrorPhase::kRuntime;
        worker.fail(std::move(rows).error());
        return Flow::kEnough;
      }
      if (step_.passes_rows) continue;
      if (give(batch, row, *rows, worker) == Flow::kEnough) return Flow::kEnough;
    }
    return step_.passes_rows ? emit(std::move(batch), worker) : Flow::kMore;
  }

 private:
  /// An integer may stand for a float.
  Value coerce(Value value, std::size_t i) const {
    const bool wants_float = step_.procedure->inputs[i].type.starts_with("FLOAT");
    if (wants_float && value.is(Kind::kInteger)) return Value(value.number());
    return value;
  }

  bool check(const std::vector<Value>& arguments, Worker& worker) const {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (fits(arguments[i], step_.procedure->inputs[i])) continue;
      worker.fail(
          {.type = ErrorType::kTypeError,
           .phase = ErrorPhase::kRuntime,
           .detail = "InvalidArgumentType",
           .message = fmt::format("`{}` takes {} for `{}`, not {}", step_.procedure->name,
                                  step_.procedure->inputs[i].type, step_.procedure->inputs[i].name,
                                  name(arguments[i].kind()))});
      return false;
    }
    return true;
  }

  static bool fits(const Value& value, const Field& field) {
    if (value.is_null()) return field.nullable;
    const std::string_view type = field.type;
    if (type.starts_with("INTEGER")) return value.is(Kind::kInteger);
    if (type.starts_with("FLOAT")) return value.is(Kind::kFloat);
    if (type.starts_with("NUMBER")) return value.is_number();
    if (type.starts_with("STRING")) return value.is(Kind::kString);
    if (type.starts_with("BOOLEAN")) return value.is(Kind::kBoolean);
    if (type.starts_with("MAP")) return value.is(Kind::kMap);
    if (type.starts_with("LIST")) return value.is(Kind::kList);
    if (type.starts_with("NODE")) return value.is(Kind::kNode);
    if (type.starts_with("RELATIONSHIP")) return value.is(Kind::kRelationship);
    return true;
  }

  Flow give(const Batch& batch, std::size_t row, const std::vector<std::vector<Value>>& rows,
            Worker& worker) const {
    for (std::size_t from = 0; from < rows.size(); from += kBatchRows) {
      const std::size_t count = std::min(kBatchRows, rows.size() - from);
      Batch out =
          gather(batch, std::vector<std::uint32_t>(count, static_cast<std::uint32_t>(row)), live());
      for (const auto& [column, slot] : step_.yields) {
        std::vector<Value> values;
        values.reserve(count);
        for (std::size_t i = 0; i < count; ++i) values.push_back(rows[from + i][column]);
        out.set(slot, Column::of(Vector(std::move(values))));
      }
      if (emit(std::move(out), worker) == Flow::kEnough) return Flow::kEnough;
    }
    return Flow::kMore;
  }

  const CallStep& step_;
};

/// CALL { }: the inner pipeline for each row, its columns beside the row's.
class ApplyOperator final : public Operator {
 public:
  ApplyOperator(const ApplyStep& step, std::unique_ptr<Pipeline> inner)
      : step_(step), inner_(std::move(inner)) {}

  Flow push(Batch batch, Worker& worker) const override {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      inner_->run_apart(one_row(batch, row), worker);
      if (worker.failed()) return Flow::kEnough;
      std::vector<Batch> found = batches_of(*inner_, worker);
      if (step_.unit) continue;
      for (Batch& inner : found) {
        Batch out =
            gather(batch, std::vector<std::uint32_t>(inner.rows, static_cast<std::uint32_t>(row)),
                   slots_of_batch(batch));
        for (const SlotId slot : step_.outputs) out.set(slot, inner[slot]);
        if (emit(std::move(out), worker) == Flow::kEnough) return Flow::kEnough;
      }
    }
    return step_.unit ? emit(std::move(batch), worker) : Flow::kMore;
  }

 private:
  const ApplyStep& step_;
  std::unique_ptr<Pipeline> inner_;
};

/// UNION: each part on the same row, its columns under the common names.
class UnionOperator final : public Operator {
 public:
  UnionOperator(const UnionStep& step, std::vector<std::unique_ptr<Pipeline>> parts)
      : step_(step), parts_(std::move(parts)) {}

  Flow push(Batch batch, Worker& worker) const override {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      std::unordered_multimap<std::size_t, std::vector<Value>> seen;
      for (std::size_t p = 0; p < parts_.size(); ++p) {
        parts_[p]->run(one_row(batch, row), worker);
        if (worker.failed()) return Flow::kEnough;
        for (const Batch& inner : batches_of(*parts_[p], worker)) {
          if (give(inner, p, seen, worker) == Flow::kEnough) return Flow::kEnough;
        }
      }
    }
    return Flow::kMore;
  }

 private:
  Flow give(const Batch& inner, std::size_t part,
            std::unordered_multimap<std::size_t, std::vector<Value>>& seen, Worker& worker) const {
    Batch out(inner.rows, inner.columns.size());
    for (std::size_t c = 0; c < step_.outputs.size(); ++c) {
      const Column& column = inner[step_.columns[part][c]];
      out.set(step_.outputs[c], column ? column : Column::repeat(Value()));
    }
    if (!step_.distinct) return emit(std::move(out), worker);
    std::vector<std::uint32_t> keep;
    for (std::size_t row = 0; row < out.rows; ++row) {
      std::vector<Value> key;
      std::size_t hash = 0;
      for (const SlotId slot : step_.outputs) {
        key.push_back(out[slot].at(row));
        hash = hash * 0x9E3779B97F4A7C15ULL + hash_of(key.back());
      }
      const auto [from, to] = seen.equal_range(hash);
      const bool known = std::any_of(from, to, [&](const auto& entry) {
        for (std::size_t i = 0; i < key.size(); ++i) {
          if (!equivalent(entry.second[i], key[i])) return false;
        }
        return true;
      });
      if (known) continue;
      seen.emplace(hash, std::move(key));
      keep.push_back(static_cast<std::uint32_t>(row));
    }
    worker.charge(keep.size() * 64);
    return emit(gather(out, std::move(keep), step_.outputs), worker);
  }

  const UnionStep& step_;
  std::vector<std::unique_ptr<Pipeline>> parts_;
};

}  // namespace

OperatorPtr make_call(const CallStep& step) { return std::make_unique<CallOperator>(step); }
OperatorPtr make_apply(const ApplyStep& step, std::unique_ptr<Pipeline> inner) {
  return std::make_unique<ApplyOperator>(step, std::move(inner));
}
OperatorPtr make_union(const UnionStep& step, std::vector<std::unique_ptr<Pipeline>> parts) {
  return std::make_unique<UnionOperator>(step, std::move(parts));
}

}  // namespace yeon::query
