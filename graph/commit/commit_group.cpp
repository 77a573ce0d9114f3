#include "commit/commit_group.h"

#include "commit/meta_keys.h"
#include "commit/meta_records.h"
#include "storage_family.h"
#include "write/transaction_state.h"

namespace yeon::graph {
namespace {

using storage::Family;

NameCounts counts_of(const Catalog& catalog) {
  return {static_cast<std::uint32_t>(catalog.label_count()),
          static_cast<std::uint32_t>(catalog.type_count()),
          static_cast<std::uint32_t>(catalog.key_count())};
}

std::uint32_t moved(std::uint32_t live, const auto& changes, std::uint64_t group) {
  const auto found = changes.find(group);
  const std::int64_t change = found == changes.end() ? 0 : found->second;
  return static_cast<std::uint32_t>(static_cast<std::int64_t>(live) + change);
}

}  // namespace

CommitGroup::CommitGroup(const CommittedState& before, std::shared_ptr<CommittedState> next,
                         std::shared_ptr<const NameTables> names)
    : before_(before),
      next_(std::move(next)),
      names_(std::move(names)),
      name_counts_(counts_of(before.catalog)) {}

Status CommitGroup::add(TransactionState& transaction, const RecentWrites& recent) {
  if (Status checked = check(transaction, recent); !checked) return checked;
  const Overlay& overlay = transaction.overlay_;
  stage_segments(transaction);  // before groups, which say what is fresh
  stage_groups(overlay);
  stage_indexes(transaction);
  stage_records(overlay);
  stage_names(overlay.names);
  next_->counts.add(overlay.count_changes);
  return {};
}

void CommitGroup::stage_groups(const Overlay& overlay) {
  for (const auto& [id, mine] : overlay.node_groups) {
    const NodeGroup* const latest = next_->node_groups.find(GroupId{id});
    NodeGroup merged = latest ? *latest : NodeGroup{.home = mine.home};
    insert_all(merged.labels, mine.labels);
    insert_all(merged.keys, mine.keys);
    insert_all(merged.outgoing, mine.outgoing);
    insert_all(merged.incoming, mine.incoming);
    merged.used = std::max(merged.used, mine.used);
    merged.live = moved(merged.live, overlay.node_live_changes, id);
    if (latest && *latest == merged) continue;
    batch_.put(Family::kMeta, meta_key(MetaKey::kNodeGroup, id), encode(merged));
    next_->node_groups.put(GroupId{id}, std::move(merged));
  }
  for (const auto& [id, mine] : overlay.relationship_groups) {
    const RelationshipGroup* const latest = next_->relationship_groups.find(GroupId{id});
    RelationshipGroup merged = latest ? *latest : RelationshipGroup{.type = mine.type};
    insert_all(merged.keys, mine.keys);
    merged.used = std::max(merged.used, mine.used);
    merged.live = moved(merged.live, overlay.relationship_live_changes, id);
    if (latest && *latest == merged) continue;
    batch_.put(Family::kMeta, meta_key(MetaKey::kRelationshipGroup, id), encode(merged));
    next_->relationship_groups.put(GroupId{id}, std::move(merged));
  }
}

void CommitGroup::stage_indexes(const TransactionState& transaction) {
  const Overlay& overlay = transaction.overlay_;
  for (const std::uint32_t id : transaction.emptied_indexes_) {
    batch_.erase(Family::kMeta, meta_key(MetaKey::kIndex, id));
    std::string low;
    std::string high;
    storage::append_big_endian(id, low);
    storage::append_big_endian(id + 1, high);
    batch_.erase_range(Family::kIndex, low, high);
  }
  for (const auto& [entry, added] : overlay.index_entries) {
    staged_entries_[entry] = added;
    if (added) {
      batch_.put(Family::kIndex, entry, {});
    } else {
      batch_.erase(Family::kIndex, entry);
    }
  }
  if (!overlay.indexes) return;
  for (const IndexInfo& index : *overlay.indexes) {
    batch_.put(Family::kMeta, meta_key(MetaKey::kIndex, index.id), index_record(index));
  }
  next_->indexes = overlay.indexes;
  next_->schema_sequence = next_->sequence;
}

void CommitGroup::stage_records(const Overlay& overlay) {
  for (const Space space : {Space::kText, Space::kLedger, Space::kJobs}) {
    for (const auto& [key, value] : overlay.records[static_cast<std::size_t>(space)]) {
      if (value) {
        batch_.put(family_of(space), key, *value);
      } else {
        batch_.erase(family_of(space), key);
      }
    }
  }
}

// Ids are dense, so names of transactions that never committed come along with later ones.
void CommitGroup::stage_names(const NameCounts& wanted) {
  for (; name_counts_.labels < wanted.labels; ++name_counts_.labels) {
    batch_.put(Family::kMeta, meta_key(MetaKey::kLabelName, name_counts_.labels),
               text_record(names_->labels.name(name_counts_.labels)));
  }
  for (; name_counts_.types < wanted.types; ++name_counts_.types) {
    batch_.put(Family::kMeta, meta_key(MetaKey::kTypeName, name_counts_.types),
               text_record(names_->types.name(name_counts_.types)));
  }
  for (; name_counts_.keys < wanted.keys; ++name_counts_.keys) {
    batch_.put(Family::kMeta, meta_key(MetaKey::kKeyName, name_counts_.keys),
               text_record(names_->keys.name(name_counts_.keys)));
  }
}

void CommitGroup::stage_counts() {
  const Counts& old = before_.counts;
  const Counts& now = next_->counts;
  const auto put = [&](MetaKey kind, std::uint32_t id, std::uint64_t was, std::uint64_t is) {
    if (was != is) batch_.put(Family::kMeta, meta_key(kind, id), number_record(is));
  };
  put(MetaKey::kNodeCount, 0, old.nodes, now.nodes);
  put(MetaKey::kRelationshipCount, 0, old.relationships, now.relationships);
  for (std::uint32_t i = 0; i < now.by_label.size(); ++i) {
    put(MetaKey::kLabelCount, i, old.of(LabelId{i}), now.by_label[i]);
  }
  for (std::uint32_t i = 0; i < now.by_type.size(); ++i) {
    put(MetaKey::kTypeCount, i, old.of(RelationshipTypeId{i}), now.by_type[i]);
  }
}

storage::Batch& CommitGroup::finish(std::uint32_t next_index_id) {
  stage_counts();
  if (next_->schema_sequence == next_->sequence) {
    batch_.put(Family::kMeta, meta_key(MetaKey::kNextIndex, std::uint32_t{0}),
               number_record(next_index_id));
  }
  const NameCounts old = counts_of(before_.catalog);
  if (old.labels != name_counts_.labels || old.types != name_counts_.types ||
      old.keys != name_counts_.keys) {
    next_->catalog = CatalogBuilder::build(names_, name_counts_);
  }
  return batch_;
}

void CommitGroup::publish(std::span<const std::uint64_t> active) {
  for (auto& [key, staged] : staged_) {
    next_->source->cache.publish(key, next_->sequence, std::move(staged.data), staged.bytes,
                                 staged.whole, active);
  }
}

}  // namespace yeon::graph
