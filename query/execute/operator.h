#pragma once

#include <memory>
#include <vector>

#include "execute/worker.h"

namespace yeon::query {

/// What an operator answers to a batch: whether more rows are of use.
enum class Flow : std::uint8_t { kMore, kEnough };

/// A step of a pipeline: takes batches, gives batches to the next.
///
/// Const and stateless, so that workers share it; what it must remember lies in the worker's
/// state under its id. Errors go to the worker; after one, kEnough is answered.
class Operator {
 public:
  virtual ~Operator() = default;

  virtual Flow push(Batch batch, Worker& worker) const = 0;
  /// All rows have come. Sinks give theirs now; every operator passes it on.
  virtual void finish(Worker& worker) const { next_->finish(worker); }
  /// Forgets the state of an earlier run; called before each run, from the first operator on.
  virtual void reset(Worker& worker) const {
    if (id_ < worker.states.size()) worker.states[id_].reset();
    if (next_ != nullptr) next_->reset(worker);
  }

  void connect(const Operator* next, std::uint32_t id, std::vector<SlotId> live) {
    next_ = next;
    id_ = id;
    live_ = std::move(live);
  }

 protected:
  template <class State>
  State& state(Worker& worker) const {
    if (worker.states.size() <= id_) worker.states.resize(id_ + 1);
    std::unique_ptr<OperatorState>& slot = worker.states[id_];
    if (!slot) slot = std::make_unique<State>();
    return static_cast<State&>(*slot);
  }
  Flow emit(Batch batch, Worker& worker) const {
    if (batch.rows == 0) return Flow::kMore;
    if (!worker.may_go_on()) return Flow::kEnough;
    if (worker.profiling) count_rows(batch.rows, worker);
    return next_->push(std::move(batch), worker);
  }
  /// Slots that later operators read.
  const std::vector<SlotId>& live() const noexcept { return live_; }
  const Operator* next() const noexcept { return next_; }

 private:
  void count_rows(std::size_t rows, Worker& worker) const {
    if (worker.rows_given.size() <= id_) worker.rows_given.resize(id_ + 1);
    worker.rows_given[id_] += rows;
  }

  const Operator* next_ = nullptr;
  std::uint32_t id_ = 0;
  std::vector<SlotId> live_;
};

/// A chain of operators that ends in a sink.
class Pipeline {
 public:
  void add(std::unique_ptr<Operator> op) { operators_.push_back(std::move(op)); }
  const Operator& first() const { return *operators_.front(); }
  const Operator& last() const { return *operators_.back(); }
  Operator& back() { return *operators_.back(); }
  std::size_t size() const noexcept { return operators_.size(); }

  /// Runs the rows of `batch` through, to the end.
  void run(Batch batch, Worker& worker) const {
    first().reset(worker);
    if (worker.may_go_on()) first().push(std::move(batch), worker);
    if (!worker.failed()) first().finish(worker);
  }

  /// The same for a pipeline whose rows are taken up before the next run: what its sinks were
  /// charged is given back.
  void run_apart(Batch batch, Worker& worker) const {
    const std::uint64_t before = worker.memory_used;
    run(std::move(batch), worker);
    worker.memory_used = before;
  }

 private:
  std::vector<std::unique_ptr<Operator>> operators_;
};

}  // namespace yeon::query
