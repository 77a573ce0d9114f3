#include "execute/evaluate.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Adds computed columns. All are computed from the incoming rows before any is set, so that
/// `WITH b AS a, a AS b` swaps.
class ProjectOperator final : public Operator {
 public:
  explicit ProjectOperator(const Project& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<Column> columns;
    columns.reserve(step_.items.size());
    for (const BoundItem& item : step_.items) {
      columns.push_back(evaluate(*item.expr, batch, worker));
      if (worker.failed()) return Flow::kEnough;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      batch.set(step_.items[i].slot, std::move(columns[i]));
    }
    return emit(std::move(batch), worker);
  }

 private:
  const Project& step_;
};

}  // namespace

OperatorPtr make_project(const Project& step) { return std::make_unique<ProjectOperator>(step); }

}  // namespace yeon::query
