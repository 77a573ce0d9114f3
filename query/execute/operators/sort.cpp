#include <algorithm>

#include "execute/evaluate.h"
#include "execute/operators/operators.h"
#include "execute/operators/row_count.h"
#include "execute/operators/stored_rows.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

struct Sorting final : OperatorState {
  std::vector<Batch> batches;
  std::vector<std::vector<Column>> keys;  ///< by batch, by key
  std::size_t rows = 0;
  std::optional<std::uint64_t> keep;  ///< top-k
  bool asked = false;
};

/// Sorts all rows, stably. A sink. With a limit only the best rows are kept: when four times as
/// many have gathered, the rest is dropped, so memory is bounded by the limit.
/// Cost: O(n log n) comparisons; O(n log k) with a limit of k.
class SortOperator final : public Operator {
 public:
  explicit SortOperator(const Sort& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    Sorting& s = state<Sorting>(worker);
    if (!s.asked) find_limit(s, worker);
    std::vector<Column> keys;
    for (const BoundSort& by : step_.by) keys.push_back(evaluate(*by.expr, batch, worker));
    if (worker.failed()) return Flow::kEnough;
    s.rows += batch.rows;
    worker.charge(batch.rows * 24 * (1 + live().size() + keys.size()));
    s.keys.push_back(std::move(keys));
    s.batches.push_back(std::move(batch));
    constexpr std::size_t kSlack = 4 * kBatchRows;
    if (s.keep && s.rows > 4 * *s.keep + kSlack) prune(s, worker);
    return worker.may_go_on() ? Flow::kMore : Flow::kEnough;
  }

  void finish(Worker& worker) const override {
    Sorting& s = state<Sorting>(worker);
    if (!s.asked) find_limit(s, worker);
    if (worker.failed()) return;
    const std::vector<RowRef> order = sorted(s);
    for (std::size_t from = 0; from < order.size(); from += kBatchRows) {
      const std::size_t count = std::min(kBatchRows, order.size() - from);
      Batch out =
          collect_rows(s.batches, std::span(order).subspan(from, count), live(), worker.slots);
      if (emit(std::move(out), worker) == Flow::kEnough) break;
    }
    if (!worker.failed()) next()->finish(worker);
  }

 private:
  void find_limit(Sorting& s, Worker& worker) const {
    s.asked = true;
    if (!step_.limit) return;
    const std::optional<std::uint64_t> limit = row_count(*step_.limit, worker);
    const std::optional<std::uint64_t> skip =
        step_.skip ? row_count(*step_.skip, worker) : std::uint64_t{0};
    constexpr std::uint64_t kMost = std::uint64_t{1} << 32;
    if (limit && skip && *limit < kMost && *skip < kMost) s.keep = *limit + *skip;
  }

  std::vector<RowRef> sorted(const Sorting& s) const {
    std::vector<RowRef> order;
    order.reserve(s.rows);
    for (std::uint32_t b = 0; b < s.batches.size(); ++b) {
      for (std::uint32_t row = 0; row < s.batches[b].rows; ++row) order.push_back({b, row});
    }
    // Where it came breaks ties, so that the best k are those of a stable sort.
    const auto before = [&](const RowRef& a, const RowRef& b) {
      for (std::size_t k = 0; k < step_.by.size(); ++k) {
        const std::weak_ordering o =
            compare_keys(s.keys[a.batch][k], a.row, s.keys[b.batch][k], b.row);
        if (o != 0) return step_.by[k].descending ? o > 0 : o < 0;
      }
      return a.batch != b.batch ? a.batch < b.batch : a.row < b.row;
    };
    if (s.keep && *s.keep < order.size()) {
      const auto middle = order.begin() + static_cast<std::ptrdiff_t>(*s.keep);
      std::partial_sort(order.begin(), middle, order.end(), before);
      order.erase(middle, order.end());
    } else {
      std::sort(order.begin(), order.end(), before);
    }
    return order;
  }

  static std::weak_ordering compare_keys(const Column& a, std::size_t i, const Column& b,
                                         std::size_t j) {
    const bool integers = a && b && a.vector->type() == VectorType::kInteger &&
                          b.vector->type() == VectorType::kInteger && a.vector->nulls().empty() &&
                          b.vector->nulls().empty();
    if (integers) {
      return static_cast<std::int64_t>(a.vector->words()[a.position(i)]) <=>
             static_cast<std::int64_t>(b.vector->words()[b.position(j)]);
    }
    return order(a.at(i), b.at(j));
  }

  void prune(Sorting& s, Worker& worker) const {
    const std::vector<RowRef> order = sorted(s);
    std::vector<std::vector<Column>> keys(1);
    for (std::size_t k = 0; k < step_.by.size(); ++k) {
      std::vector<Value> values;
      for (const RowRef& ref : order) values.push_back(s.keys[ref.batch][k].at(ref.row));
      keys[0].push_back(Column::of(Vector(std::move(values))));
    }
    Batch best = collect_rows(s.batches, order, live(), worker.slots);
    s.rows = best.rows;
    s.batches.clear();
    s.batches.push_back(std::move(best));
    s.keys = std::move(keys);
  }

  const Sort& step_;
};

}  // namespace

OperatorPtr make_sort(const Sort& step) { return std::make_unique<SortOperator>(step); }

}  // namespace yeon::query
