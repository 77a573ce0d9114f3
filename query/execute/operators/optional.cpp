#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

struct Matched final : OperatorState {
  std::vector<std::uint8_t> rows;
};

class OptionalOperator final : public Operator {
 public:
  OptionalOperator(const Optional& step, SlotId row, std::unique_ptr<Pipeline> inner)
      : step_(step), row_(row), inner_(std::move(inner)) {}

  Flow push(Batch batch, Worker& worker) const override {
    state<Matched>(worker).rows.assign(batch.rows, 0);
    std::vector<std::uint64_t> numbers(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row) numbers[row] = row;
    Batch numbered = batch;
    numbered.set(row_, Column::of(Vector(VectorType::kInteger, std::move(numbers))));
    inner_->run(std::move(numbered), worker);
    if (worker.failed()) return Flow::kEnough;
    std::vector<std::uint32_t> rest;
    const std::vector<std::uint8_t>& matched = state<Matched>(worker).rows;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (matched[row] == 0) rest.push_back(static_cast<std::uint32_t>(row));
    }
    Batch out = gather(batch, std::move(rest), live());
    for (const SlotId slot : step_.introduced) out.set(slot, Column::repeat(Value()));
    return emit(std::move(out), worker);
  }

  Flow matched(Batch batch, Worker& worker) const {
    std::vector<std::uint8_t>& rows = state<Matched>(worker).rows;
    const Column& numbers = batch[row_];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      rows[numbers.vector->words()[numbers.position(row)]] = 1;
    }
    return emit(std::move(batch), worker);
  }

 private:
  const Optional& step_;
  SlotId row_;
  std::unique_ptr<Pipeline> inner_;
};

/// Ends the inner pipeline: its rows go on behind the OptionalOperator at once.
class OptionalSink final : public Operator {
 public:
  Flow push(Batch batch, Worker& worker) const override {
    return owner_->matched(std::move(batch), worker);
  }
  void finish(Worker&) const override {}
  void set_owner(const OptionalOperator& owner) { owner_ = &owner; }

 private:
  const OptionalOperator* owner_ = nullptr;
};

}  // namespace

OperatorPtr make_optional(const Optional& step, SlotId row, std::unique_ptr<Pipeline> inner) {
  return std::make_unique<OptionalOperator>(step, row, std::move(inner));
}
OperatorPtr make_optional_sink() { return std::make_unique<OptionalSink>(); }
void set_optional_owner(Operator& sink, const Operator& owner) {
  static_cast<OptionalSink&>(sink).set_owner(static_cast<const OptionalOperator&>(owner));
}

}  // namespace yeon::query
