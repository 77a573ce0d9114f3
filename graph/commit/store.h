#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "commit/footprint.h"
#include "read/committed_state.h"
#include "schema/catalog_names.h"
#include "write/id_allocator.h"
#include "yeon/graph/database.h"
#include "yeon/storage/engine.h"

namespace yeon::graph {

class TransactionState;
class CommitGroup;

/// The one place where versions follow each other.
///
/// Commits queue up; the first in the queue takes all who wait, checks each for conflicts, writes
/// them as one batch (so one sync serves them all) and publishes one new version. Readers take the
/// current version and are never waited for.
/// Threads: all members from any thread.
class Store : public std::enable_shared_from_this<Store> {
 public:
  static Result<std::shared_ptr<Store>> open(std::unique_ptr<storage::Engine> engine,
                                             const DatabaseOptions& options);

  std::shared_ptr<const CommittedState> current() const;
  Result<std::unique_ptr<TransactionState>> begin();
  void end_transaction(std::uint64_t began);
  Status commit(TransactionState& transaction);
  Status clear();

  const std::shared_ptr<NameTables>& names() const noexcept { return names_; }
  IdAllocator& ids() noexcept { return ids_; }
  std::uint32_t next_index_id() noexcept { return next_index_++; }

 private:
  struct Request {
    TransactionState* transaction;
    Status status;
    bool done = false;
  };

  Store(std::shared_ptr<storage::Engine> engine, const DatabaseOptions& options);
  Status load();
  std::shared_ptr<CommittedState> successor(const CommittedState& before) const;
  void publish(std::shared_ptr<CommittedState> next);
  void commit_together(const std::vector<Request*>& requests);
  std::uint64_t oldest_beginning() const;
  Status erase_everything();

  std::shared_ptr<storage::Engine> engine_;
  DatabaseOptions options_;
  std::shared_ptr<ActiveSequences> active_ = std::make_shared<ActiveSequences>();
  std::shared_ptr<NameTables> names_ = std::make_shared<NameTables>();
  IdAllocator ids_;
  std::atomic<std::uint32_t> next_index_{1};

  mutable std::mutex state_mutex_;  // current_ and transactions_
  std::shared_ptr<const CommittedState> current_;
  std::map<std::uint64_t, std::size_t> transactions_;  // how many open ones began when

  std::mutex queue_mutex_;
  std::condition_variable queue_moved_;
  std::vector<Request*> queue_;
  bool leading_ = false;

  std::mutex commit_mutex_;  // held by who writes: the leader, or clear()
  RecentWrites recent_;      // under commit_mutex_
};

}  // namespace yeon::graph
