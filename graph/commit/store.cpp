#include "commit/store.h"

#include "commit/commit_group.h"
#include "commit/meta_keys.h"
#include "commit/meta_records.h"
#include "write/transaction_state.h"

namespace yeon::graph {

std::shared_ptr<const CommittedState> Store::current() const {
  const std::lock_guard lock(state_mutex_);
  return current_;
}

Result<std::unique_ptr<TransactionState>> Store::begin() {
  if (engine_->read_only()) {
    return fail(ErrorType::kReadOnly, "the database is open read-only",
                "open it for writing, without --read-only");
  }
  std::shared_ptr<const CommittedState> began;
  {
    const std::lock_guard lock(state_mutex_);
    began = current_;
    ++transactions_[began->sequence];
  }
  return std::make_unique<TransactionState>(shared_from_this(), std::move(began));
}

void Store::end_transaction(std::uint64_t began) {
  const std::lock_guard lock(state_mutex_);
  const auto found = transactions_.find(began);
  if (--found->second == 0) transactions_.erase(found);
}

std::uint64_t Store::oldest_beginning() const {
  const std::lock_guard lock(state_mutex_);
  return transactions_.empty() ? current_->sequence : transactions_.begin()->first;
}

Status Store::commit(TransactionState& transaction) {
  Request request{&transaction, {}, false};
  std::vector<Request*> together;
  {
    std::unique_lock lock(queue_mutex_);
    queue_.push_back(&request);
    queue_moved_.wait(lock, [&] { return request.done || !leading_; });
    if (request.done) return std::move(request.status);
    leading_ = true;
    together.swap(queue_);
  }
  {
    const std::lock_guard writing(commit_mutex_);
    commit_together(together);
  }
  {
    const std::lock_guard lock(queue_mutex_);
    for (Request* const each : together) each->done = true;
    leading_ = false;
  }
  queue_moved_.notify_all();
  return std::move(request.status);
}

std::shared_ptr<CommittedState> Store::successor(const CommittedState& before) const {
  auto next = std::make_shared<CommittedState>(active_);
  next->sequence = before.sequence + 1;
  next->source = before.source;
  next->catalog = before.catalog;
  next->node_groups = before.node_groups;
  next->relationship_groups = before.relationship_groups;
  next->counts = before.counts;
  next->indexes = before.indexes;
  next->schema_sequence = before.schema_sequence;
  return next;
}

void Store::publish(std::shared_ptr<CommittedState> next) {
  next->engine_snapshot = engine_->snapshot();
  next->enter();
  std::shared_ptr<const CommittedState> last = std::move(next);
  const std::lock_guard lock(state_mutex_);
  current_.swap(last);
}

void Store::commit_together(const std::vector<Request*>& requests) {
  const std::shared_ptr<const CommittedState> before = current();
  CommitGroup group(*before, successor(*before), names_);
  std::vector<Request*> accepted;
  for (Request* const request : requests) {
    request->status = group.add(*request->transaction, recent_);
    if (!request->status) continue;
    accepted.push_back(request);
    // Even while no other is open: one may begin at `before` until this is published.
    recent_.record(request->transaction->footprint_, before->sequence + 1);
  }
  if (accepted.empty() || group.empty()) return;
  const Status written =
      engine_->write(group.finish(next_index_), options_.durability == Durability::kSync);
  if (!written) {
    for (Request* const request : accepted) request->status = written;
    return;
  }
  group.publish(active_->all());
  publish(group.next());
  recent_.forget_before(oldest_beginning());
}

Status Store::clear() {
  if (engine_->read_only()) return fail(ErrorType::kReadOnly, "the database is open read-only");
  const std::lock_guard writing(commit_mutex_);
  if (Status erased = erase_everything(); !erased) return erased;
  const std::shared_ptr<const CommittedState> before = current();
  auto next = std::make_shared<CommittedState>(active_);
  next->sequence = before->sequence + 1;
  next->schema_sequence = next->sequence;
  // Snapshots of before go on with the cache of before.
  next->source = std::make_shared<SegmentSource>(engine_, options_.memory_bytes);
  next->indexes = std::make_shared<const Indexes>();
  names_ = std::make_shared<NameTables>();
  ids_.resume(*next);
  publish(std::move(next));
  return {};
}

// Few keys are deleted one by one, since a range's tombstone would slow every read after it.
Status Store::erase_everything() {
  constexpr std::size_t kFew = 4096;
  const std::string end(64, '\xff');
  storage::Batch batch;
  for (std::size_t i = 0; i < storage::kFamilyCount; ++i) {
    const auto family = static_cast<storage::Family>(i);
    std::vector<std::string> keys;

    const Status scanned = engine_->scan(family, {}, std::nullopt, nullptr,
                                         [&](std::string_view key, std::string_view) {
                                           keys.emplace_back(key);
                                           return keys.size() <= kFew;
                                         });
    if (!scanned) return scanned;
    if (keys.size() > kFew && family != storage::Family::kMeta) {
      batch.erase_range(family, {}, end);
      continue;
    }
    if (keys.size() > kFew) {
      batch.erase_range(family, {}, storage::kFormatKey);
      batch.erase_range(family, std::string(storage::kFormatKey) + '\0', end);
      continue;
    }
    for (const std::string& key : keys) {
      if (family == storage::Family::kMeta && key == storage::kFormatKey) continue;
      batch.erase(family, key);
    }
  }
  batch.put(storage::Family::kMeta, meta_key(MetaKey::kNextIndex, std::uint32_t{0}),
            number_record(next_index_));
  return engine_->write(batch, options_.durability == Durability::kSync);
}

}  // namespace yeon::graph
