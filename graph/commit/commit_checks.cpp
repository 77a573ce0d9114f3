#include <set>

#include "commit/commit_group.h"
#include "read/index_seek.h"
#include "write/transaction_state.h"
#include "yeon/storage/ordered_key.h"

namespace yeon::graph {
namespace {

tl::unexpected<Error> conflict() {
  return fail(ErrorType::kWriteConflict,
              "another transaction changed the same data first; nothing was written",
              "run the transaction again");
}

}  // namespace

Status CommitGroup::check(const TransactionState& transaction, const RecentWrites& recent) const {
  const std::uint64_t began = transaction.began_->sequence;
  if (recent.conflicts(transaction.footprint_, began)) return conflict();
  const Overlay& overlay = transaction.overlay_;
  // Index entries follow the schema the transaction saw, and filling an index follows all data.
  const bool wrote_nodes = !overlay.labels.empty() || !overlay.columns.empty();
  if (next_->schema_sequence > began && (wrote_nodes || overlay.indexes)) return conflict();
  const bool anything_since = before_.sequence > began || !batch_.empty();
  if (overlay.indexes && anything_since) return conflict();
  if (Status deleted = check_deleted(transaction); !deleted) return deleted;
  return check_unique(transaction);
}

Status CommitGroup::check_deleted(const TransactionState& transaction) const {
  const SnapshotState& view = *transaction.view_;
  for (const std::uint64_t id : transaction.deleted_) {
    const NodeId node{id};
    const NodeGroup& group = *view.node_group(group_of(node));
    for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
      for (const RelationshipTypeId type :
           direction == Direction::kOutgoing ? group.outgoing : group.incoming) {
        const auto adjacency = view.adjacency(group_of(node), type, direction);
        if (!adjacency) return fail(adjacency.error());
        if ((*adjacency)->degree(slot_of(node)) == 0) continue;
        return fail({.type = ErrorType::kConstraintValidationFailed,
                     .phase = ErrorPhase::kRuntime,
                     .detail = "DeleteConnectedNode",
                     .message = fmt::format("node {} still has relationships", id),
                     .hint = "delete them too, or use DETACH DELETE"});
      }
    }
  }
  return {};
}

Status CommitGroup::check_unique(const TransactionState& transaction) const {
  const auto& entries = transaction.overlay_.index_entries;
  if (entries.empty()) return {};
  for (const IndexInfo& index : transaction.view_->indexes()) {
    if (!index.unique) continue;
    std::string low;
    std::string high;
    storage::append_big_endian(index.id, low);
    storage::append_big_endian(index.id + 1, high);
    std::string_view last;
    for (auto at = entries.lower_bound(low); at != entries.end() && at->first < high; ++at) {
      const std::string_view prefix =
          std::string_view(at->first).substr(0, at->first.size() - sizeof(std::uint64_t));
      if (!at->second || prefix == last) continue;
      last = prefix;
      Status alone = check_unique_value(transaction, prefix);
      if (!alone) return alone;
    }
  }
  return {};
}

// The nodes with one value of a unique key: as the transaction sees them, then as they are now.
Status CommitGroup::check_unique_value(const TransactionState& transaction,
                                       std::string_view prefix) const {
  const std::string high = *storage::after_prefix(prefix);
  std::size_t seen = 0;
  const Status own =
      scan_entries(*transaction.view_, prefix, high, [&](std::string_view) { return ++seen < 2; });
  if (!own) return own;
  if (seen > 1) {
    return fail({.type = ErrorType::kConstraintValidationFailed,
                 .phase = ErrorPhase::kRuntime,
                 .detail = "UniqueConstraintViolation",
                 .message = "two nodes would have the same value of a unique property",
                 .hint = "use MERGE to find the one that is there"});
  }
  std::set<std::string, std::less<>> now;
  const Status scanned = next_->source->engine->scan(storage::Family::kIndex, prefix, high, nullptr,
                                                     [&](std::string_view entry, std::string_view) {
                                                       now.emplace(entry);
                                                       return true;
                                                     });
  if (!scanned) return scanned;
  for (const std::map<std::string, bool>* entries :
       {&staged_entries_, &std::as_const(transaction.overlay_.index_entries)}) {
    for (auto at = entries->lower_bound(std::string(prefix));
         at != entries->end() && at->first < high; ++at) {
      if (at->second) {
        now.insert(at->first);
      } else {
        now.erase(at->first);
      }
    }
  }
  return now.size() > 1 ? Status(conflict()) : Status();
}

}  // namespace yeon::graph
