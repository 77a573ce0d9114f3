#include "commit/commit_group.h"
#include "read/decode.h"
#include "write/transaction_state.h"

namespace yeon::graph {
namespace {

using storage::SegmentKey;
using storage::SegmentKind;

// Deltas since a segment was last put whole, beyond which reading it back costs more than writing
// it: folding 100 operands costs a read 3 to 9 us (ROCKS figures in docs/decisions/0001).
constexpr std::size_t kManyOperands = 64;

void apply_to(storage::LabelSegment& data, const storage::LabelDelta& delta) {
  storage::apply_delta(delta, data);
}
void apply_to(storage::RelationshipSegment& data, const storage::RelationshipDelta& delta) {
  storage::apply_delta(delta, data);
}
void apply_to(ColumnData& data, const storage::ColumnDelta& delta) {
  data.segment.own_arena();
  storage::apply_delta(delta, data.segment);
}
void apply_to(AdjacencyData& data, const storage::AdjacencyDelta& delta) {
  data.apply(delta.added, delta.removed);
}

std::string encode_whole(const storage::LabelSegment& data) { return storage::encode(data); }
std::string encode_whole(const storage::RelationshipSegment& data) { return storage::encode(data); }
std::string encode_whole(const ColumnData& data) { return storage::encode(data.segment); }
std::string encode_whole(const AdjacencyData& data) {
  return data.plain() && data.base ? storage::encode(*data.base) : storage::encode(data.flatten());
}

storage::LabelDelta delta_of(const PrivateSegment<storage::LabelSegment>& own) {
  storage::LabelDelta delta;
  own.dirty.for_each([&](Slot slot) {
    delta.push_back({slot, own.data->live.test(slot), own.data->labels_of(slot)});
  });
  return delta;
}

storage::RelationshipDelta delta_of(const PrivateSegment<storage::RelationshipSegment>& own) {
  storage::RelationshipDelta delta;
  own.dirty.for_each([&](Slot slot) {
    const bool live = own.data->live.test(slot);
    delta.push_back({slot, live, live ? own.data->starts[slot] : NodeId{},
                     live ? own.data->ends[slot] : NodeId{}});
  });
  return delta;
}

storage::ColumnDelta delta_of(const PrivateSegment<ColumnData>& own) {
  storage::ColumnDelta delta;
  own.dirty.for_each([&](Slot slot) { delta.emplace_back(slot, own.data->segment.value(slot)); });
  return delta;
}

}  // namespace

template <class Data, class Delta>
void CommitGroup::stage(const SegmentKey& key, const std::shared_ptr<Data>& own, const Delta& delta,
                        std::size_t changes, std::size_t size, bool fresh, std::uint64_t began) {
  const auto earlier = staged_.find(key);
  SegmentCache::Latest latest = next_->source->cache.latest(key);
  const bool newest = earlier == staged_.end() && latest.written <= began;
  if (earlier != staged_.end()) latest.data = earlier->second.data;
  Staged staged;
  std::shared_ptr<Data> data;
  if (newest) {
    data = own;
  } else if (latest.data) {
    data = std::make_shared<Data>(*std::static_pointer_cast<const Data>(latest.data));
    apply_to(*data, delta);
  }
  staged.whole = newest && (fresh || changes * 4 >= size ||
                            latest.operands >= kManyOperands + size / kGroupSize * kManyOperands);
  const std::string stored = storage::encode(key);
  if (staged.whole) {
    batch_.put(storage::Family::kSegments, stored, encode_whole(*data));
  } else {
    batch_.merge(stored, storage::encode(delta));
  }
  staged.bytes = data ? held_bytes(*data) : 0;
  staged.data = std::move(data);
  staged_[key] = std::move(staged);
}

void CommitGroup::stage_segments(TransactionState& transaction) {
  Overlay& overlay = transaction.overlay_;
  const CommittedState& at = *transaction.began_;
  const std::uint64_t began = at.sequence;
  for (const auto& [group, own] : overlay.labels) {
    stage(labels_key(GroupId{group}), own.data, delta_of(own), own.dirty.count(),
          own.data->live.count(), at.node_groups.find(GroupId{group}) == nullptr, began);
  }
  for (const auto& [group, own] : overlay.relationships) {
    stage(relationships_key(GroupId{group}), own.data, delta_of(own), own.dirty.count(),
          own.data->live.count(), at.relationship_groups.find(GroupId{group}) == nullptr, began);
  }
  for (const auto& [key, own] : overlay.columns) {
    const GroupId group{key.group};
    const PropertyKeyId name{key.name};
    const IdSet<PropertyKeyId>* known = nullptr;
    if (key.kind == SegmentKind::kNodeColumn) {
      if (const auto* record = at.node_groups.find(group)) known = &record->keys;
    } else if (const auto* record = at.relationship_groups.find(group)) {
      known = &record->keys;
    }
    stage(key, own.data, delta_of(own), own.dirty.count(), own.data->segment.present.count(),
          known == nullptr || !contains(*known, name), began);
  }
  for (auto& [key, own] : overlay.adjacency) {
    own.settle();
    const NodeGroup* const record = at.node_groups.find(GroupId{key.group});
    const RelationshipTypeId type{key.name};
    const bool known =
        record != nullptr &&
        contains(key.kind == SegmentKind::kOutgoing ? record->outgoing : record->incoming, type);
    stage(key, own.data, own.log, own.log.added.size() + own.log.removed.size(),
          static_cast<std::size_t>(own.data->edges), !known, began);
  }
}

}  // namespace yeon::graph
