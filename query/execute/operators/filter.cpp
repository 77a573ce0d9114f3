#include "execute/evaluate.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Keeps the rows for which the predicate is true; false and null both drop a row. No value is
/// copied: the columns that go on are seen through a shorter index.
class FilterOperator final : public Operator {
 public:
  explicit FilterOperator(const Filter& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<std::uint32_t> rows = rows_where_true(*step_.predicate, batch, worker);
    if (worker.failed()) return Flow::kEnough;
    if (rows.size() == batch.rows) return emit(std::move(batch), worker);
    return emit(gather(batch, std::move(rows), live()), worker);
  }

 private:
  const Filter& step_;
};

}  // namespace

OperatorPtr make_filter(const Filter& step) { return std::make_unique<FilterOperator>(step); }

}  // namespace yeon::query
