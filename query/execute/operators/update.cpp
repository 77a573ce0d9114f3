#include "execute/evaluate.h"
#include "execute/operators/operators.h"
#include "execute/operators/write.h"

namespace yeon::query {
namespace {

/// CREATE: a pattern for each row.
class CreateOperator final : public Operator {
 public:
  explicit CreateOperator(const CreateStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    create_pattern(step_.create, batch, worker);
    if (worker.failed()) return Flow::kEnough;
    emit(std::move(batch), worker);
    return worker.failed() ? Flow::kEnough : Flow::kMore;
  }

 private:
  const CreateStep& step_;
};

/// SET and REMOVE: the items row by row, so that a later row sees what an earlier one did.
class SetOperator final : public Operator {
 public:
  explicit SetOperator(const SetStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      apply_items(step_.items, batch, row, worker);
    }
    if (worker.failed()) return Flow::kEnough;
    emit(std::move(batch), worker);
    return worker.failed() ? Flow::kEnough : Flow::kMore;
  }

 private:
  const SetStep& step_;
};

/// MERGE: matches each row's pattern, the rows before it included, and creates it where it is not.
class MergeOperator final : public Operator {
 public:
  MergeOperator(const MergeStep& step, std::unique_ptr<Pipeline> match)
      : step_(step), match_(std::move(match)) {}

  Flow push(Batch batch, Worker& worker) const override {
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      Batch one = gather(batch, {static_cast<std::uint32_t>(row)}, all_slots(batch));
      if (!check_properties(one, worker)) break;
      match_->run_apart(one, worker);
      if (worker.failed()) break;
      std::vector<Batch> found = batches_of(*match_, worker);
      if (found.empty()) {
        create_pattern(step_.create, one, worker);
        apply_items(step_.on_create, one, 0, worker);
        found.push_back(std::move(one));
      } else {
        for (const Batch& b : found) {
          for (std::size_t r = 0; r < b.rows; ++r) apply_items(step_.on_match, b, r, worker);
        }
      }
      for (Batch& b : found) {
        if (!worker.failed()) emit(std::move(b), worker);
      }
    }
    return worker.failed() ? Flow::kEnough : Flow::kMore;
  }

 private:
  static std::vector<SlotId> all_slots(const Batch& batch) {
    std::vector<SlotId> out;
    for (SlotId slot = 0; slot < batch.columns.size(); ++slot) {
      if (batch[slot]) out.push_back(slot);
    }
    return out;
  }

  /// A null property would be matched never and created always.
  bool check_properties(const Batch& row, Worker& worker) const {
    const auto check = [&](const ExprPtr& properties) {
      if (!properties || properties->kind != ExprKind::kMap) return;
      for (std::size_t i = 0; i < properties->names.size(); ++i) {
        if (!evaluate_row(*properties->operands[i], row, 0, worker).is_null()) continue;
        worker.fail({.type = ErrorType::kSemanticError,
                     .phase = ErrorPhase::kRuntime,
                     .detail = "MergeReadOwnWrites",
                     .message = fmt::format("MERGE with null for `{}`", properties->names[i]),
                     .hint = "filter with IS NOT NULL before",
                     .where = properties->operands[i]->span});
      }
    };
    for (const BoundCreateNode& n : step_.create.nodes) check(n.properties);
    for (const BoundCreateRelationship& r : step_.create.relationships) check(r.properties);
    return !worker.failed();
  }

  const MergeStep& step_;
  std::unique_ptr<Pipeline> match_;
};

/// FOREACH: its clauses for each element of a list; the rows go on as they are.
class ForeachOperator final : public Operator {
 public:
  ForeachOperator(const ForeachStep& step, std::unique_ptr<Pipeline> body)
      : step_(step), body_(std::move(body)) {}

  Flow push(Batch batch, Worker& worker) const override {
    const Column lists = evaluate(*step_.list, batch, worker);
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      const Value list = lists.at(row);
      if (!list.is(Kind::kList)) continue;
      for (const Value& element : list.list()) {
        Batch one(1, batch.columns.size());
        for (SlotId slot = 0; slot < batch.columns.size(); ++slot) {
          if (batch[slot]) one.set(slot, Column::repeat(batch[slot].at(row)));
        }
        one.set(step_.slot, Column::repeat(element));
        body_->run_apart(std::move(one), worker);
        if (worker.failed()) break;
      }
    }
    if (worker.failed()) return Flow::kEnough;
    emit(std::move(batch), worker);
    return worker.failed() ? Flow::kEnough : Flow::kMore;
  }

 private:
  const ForeachStep& step_;
  std::unique_ptr<Pipeline> body_;
};

}  // namespace

OperatorPtr make_create(const CreateStep& step) { return std::make_unique<CreateOperator>(step); }
OperatorPtr make_set(const SetStep& step) { return std::make_unique<SetOperator>(step); }
OperatorPtr make_merge(const MergeStep& step, std::unique_ptr<Pipeline> match) {
  return std::make_unique<MergeOperator>(step, std::move(match));
}
OperatorPtr make_foreach(const ForeachStep& step, std::unique_ptr<Pipeline> body) {
  return std::make_unique<ForeachOperator>(step, std::move(body));
}

}  // namespace yeon::query
