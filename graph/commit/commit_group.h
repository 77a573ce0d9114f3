#pragma once

#include <atomic>
#include <memory>
#include <unordered_map>

#include "commit/footprint.h"
#include "read/committed_state.h"
#include "schema/catalog_names.h"
#include "write/overlay.h"
#include "yeon/storage/batch.h"

namespace yeon::graph {

class TransactionState;

/// Transactions that commit together: checks each against what is committed and against those
/// taken before it, gathers their writes into one batch, and builds the version that follows.
///
/// Segments: a transaction that had the newest version hands over its own copy, put whole when
/// much of it is new and merged as a delta otherwise; else its delta is applied to the newest.
/// Threads: one, the committer.
class CommitGroup {
 public:
  CommitGroup(const CommittedState& before, std::shared_ptr<CommittedState> next,
              std::shared_ptr<const NameTables> names);

  /// Takes a transaction, or says why not: WriteConflict or ConstraintValidationFailed. What fails
  /// leaves nothing behind.
  Status add(TransactionState& transaction, const RecentWrites& recent);

  bool empty() const noexcept { return batch_.empty(); }
  /// The whole batch, counts and names included.
  storage::Batch& finish(std::uint32_t next_index_id);
  /// Puts the new segments into the cache. Only once the batch is written.
  void publish(std::span<const std::uint64_t> active);
  std::shared_ptr<CommittedState> next() const { return next_; }

 private:
  /// A segment as it will be.
  struct Staged {
    SegmentCache::Pointer data;
    std::size_t bytes = 0;
    bool whole = false;
  };

  Status check(const TransactionState& transaction, const RecentWrites& recent) const;
  Status check_deleted(const TransactionState& transaction) const;
  Status check_unique(const TransactionState& transaction) const;
  Status check_unique_value(const TransactionState& transaction, std::string_view prefix) const;

  void stage_groups(const Overlay& overlay);
  void stage_segments(TransactionState& transaction);
  void stage_indexes(const TransactionState& transaction);
  void stage_records(const Overlay& overlay);
  void stage_names(const NameCounts& wanted);
  void stage_counts();

  /// `own`: the transaction's copy; `delta`: what it wrote; `fresh`: nothing was stored before.
  template <class Data, class Delta>
  void stage(const storage::SegmentKey& key, const std::shared_ptr<Data>& own, const Delta& delta,
             std::size_t changes, std::size_t size, bool fresh, std::uint64_t began);

  const CommittedState& before_;
  std::shared_ptr<CommittedState> next_;
  std::shared_ptr<const NameTables> names_;
  NameCounts name_counts_;
  storage::Batch batch_;
  std::unordered_map<storage::SegmentKey, Staged, storage::SegmentKeyHash> staged_;
  std::map<std::string, bool> staged_entries_;
};

}  // namespace yeon::graph
