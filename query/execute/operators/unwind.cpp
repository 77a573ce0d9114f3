#include "execute/evaluate.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// A row for each element of a list. Null gives none; what is no list is its own only element.
class UnwindOperator final : public Operator {
 public:
  explicit UnwindOperator(const UnwindStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<std::uint32_t> rows;
    std::vector<Value> values;
    const auto flush = [&] {
      Batch out = gather(batch, std::exchange(rows, {}), live());
      out.set(step_.slot, Column::of(Vector(std::exchange(values, {}))));
      return emit(std::move(out), worker);
    };
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      // One list at a time: those of a whole batch may be larger together than memory.
      const Value list = evaluate_row(*step_.list, batch, row, worker);
      if (list.is_null()) continue;
      const std::span<const Value> elements =
          list.is(Kind::kList) ? std::span<const Value>(list.list()) : std::span(&list, 1);
      for (const Value& element : elements) {
        rows.push_back(static_cast<std::uint32_t>(row));
        values.push_back(element);
        if (rows.size() == kBatchRows && flush() == Flow::kEnough) return Flow::kEnough;
      }
    }
    if (worker.failed()) return Flow::kEnough;
    return rows.empty() ? Flow::kMore : flush();
  }

 private:
  const UnwindStep& step_;
};

}  // namespace

OperatorPtr make_unwind(const UnwindStep& step) { return std::make_unique<UnwindOperator>(step); }

}  // namespace yeon::query
