#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

struct Held final : OperatorState {
  std::vector<Batch> batches;
};

/// Holds all rows back until the last has come.
class BarrierOperator final : public Operator {
 public:
  Flow push(Batch batch, Worker& worker) const override {
    if (!worker.charge(batch.rows * 16 * (1 + live().size()))) return Flow::kEnough;
    state<Held>(worker).batches.push_back(std::move(batch));
    return worker.may_go_on() ? Flow::kMore : Flow::kEnough;
  }

  void finish(Worker& worker) const override {
    const std::vector<Batch> batches = std::exchange(state<Held>(worker).batches, {});
    for (const Batch& batch : batches) {
      if (emit(batch, worker) == Flow::kEnough) break;
    }
    if (!worker.failed()) next()->finish(worker);
  }
};

class CollectOperator final : public Operator {
 public:
  Flow push(Batch batch, Worker& worker) const override {
    if (!worker.charge(batch.rows * 16)) return Flow::kEnough;
    state<Held>(worker).batches.push_back(std::move(batch));
    return Flow::kMore;
  }
  void finish(Worker&) const override {}
  std::vector<Batch> take(Worker& worker) const {
    return std::exchange(state<Held>(worker).batches, {});
  }
};

class DiscardOperator final : public Operator {
 public:
  Flow push(Batch, Worker&) const override { return Flow::kMore; }
  void finish(Worker&) const override {}
};

}  // namespace

OperatorPtr make_barrier(const Barrier&) { return std::make_unique<BarrierOperator>(); }
OperatorPtr make_row_sink() { return std::make_unique<CollectOperator>(); }
OperatorPtr make_discard() { return std::make_unique<DiscardOperator>(); }

std::vector<Batch> batches_of(const Pipeline& pipeline, Worker& worker) {
  return static_cast<const CollectOperator&>(pipeline.last()).take(worker);
}

}  // namespace yeon::query
