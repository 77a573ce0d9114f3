#include "execute/evaluate.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Pairs each row with the nodes an index finds for its value. Null finds nothing.
class IndexSeekOperator final : public Operator {
 public:
  explicit IndexSeekOperator(const IndexSeek& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    const graph::Catalog& catalog = worker.snapshot->catalog();
    const auto label = catalog.find_label(step_.label);
    const auto key = catalog.find_key(step_.key);
    if (!label || !key) return Flow::kMore;
    const Column values = evaluate(*step_.value, batch, worker);
    std::vector<std::uint32_t> rows;
    std::vector<std::uint64_t> ids;
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      const Value value = values.at(row);
      if (value.is_null()) continue;
      Result<std::vector<NodeId>> found = worker.snapshot->seek(*label, *key, value);
      if (!found) {
        worker.fail(std::move(found).error());
        return Flow::kEnough;
      }
      for (const NodeId node : *found) {
        rows.push_back(static_cast<std::uint32_t>(row));
        ids.push_back(raw(node));
        if (rows.size() == kBatchRows && flush(batch, rows, ids, worker) == Flow::kEnough) {
          return Flow::kEnough;
        }
      }
    }
    if (worker.failed()) return Flow::kEnough;
    return flush(batch, rows, ids, worker);
  }

 private:
  Flow flush(const Batch& batch, std::vector<std::uint32_t>& rows, std::vector<std::uint64_t>& ids,
             Worker& worker) const {
    Batch out = gather(batch, std::exchange(rows, {}), live());
    out.set(step_.slot, Column::of(Vector(VectorType::kNode, std::exchange(ids, {}))));
    return emit(std::move(out), worker);
  }

  const IndexSeek& step_;
};

}  // namespace

OperatorPtr make_index_seek(const IndexSeek& step) {
  return std::make_unique<IndexSeekOperator>(step);
}

}  // namespace yeon::query
