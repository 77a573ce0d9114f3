#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "execute/batch.h"
#include "execute/graph_cache.h"
#include "functions/functions.h"
#include "yeon/graph/transaction.h"
#include "yeon/query/result.h"

namespace yeon::query {

class Pipeline;

/// State that an operator keeps per worker and run; operators themselves are const and shared.
struct OperatorState {
  virtual ~OperatorState() = default;
};

/// How a subquery of an expression is run.
struct SubqueryPipeline {
  const Pipeline* pipeline = nullptr;
  bool row_wise = false;  ///< may run on many outer rows at once
  SlotId row = kNoSlot;   ///< carries their numbers through
};

/// When a statement must stop.
struct Limits {
  const std::atomic<bool>* cancelled = nullptr;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  std::uint64_t memory_bytes = 0;  ///< 0: no limit
};

/// One thread's part in running a statement: what it reads and writes, its scratch space, and the
/// first error. Operators and expressions note an error with fail() and stop at the next batch.
struct Worker {
  Worker(const graph::Snapshot& snapshot_, const Map& parameters_, std::size_t slots_)
      : snapshot(&snapshot_),
        parameters(&parameters_),
        slots(slots_),
        cache(&snapshot_),
        locals(slots_) {
    functions.snapshot = &snapshot_;
  }

  const graph::Snapshot* snapshot;
  graph::Transaction* transaction = nullptr;  ///< null: read only
  const Map* parameters;
  std::size_t slots;
  Limits limits;
  FunctionContext functions;
  GraphCache cache;
  Counters counters;
  std::vector<Value> locals;                           ///< by slot: variables of comprehensions
  std::vector<std::unique_ptr<OperatorState>> states;  ///< by operator id
  std::vector<SubqueryPipeline> subqueries;            ///< by subquery id
  std::uint64_t memory_used = 0;
  bool profiling = false;
  std::vector<std::uint64_t> rows_given;  ///< by operator id, while profiling
  std::optional<Error> error;
  /// Deleted by this statement.
  std::unordered_set<std::uint64_t> deleted_nodes;
  std::unordered_set<std::uint64_t> deleted_relationships;

  bool failed() const noexcept { return error.has_value(); }
  void fail(Error e) {
    if (!error) error = std::move(e);
  }

  /// Charges memory that a sink holds; fails beyond the limit.
  bool charge(std::uint64_t bytes);
  /// Asked once per batch: false where the statement must stop.
  bool may_go_on();
  /// The statement has written: what was cached of the graph may be stale.
  void graph_changed() { cache.clear(); }
};

}  // namespace yeon::query
