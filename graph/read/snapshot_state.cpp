#include "read/snapshot_state.h"

#include "read/decode.h"

namespace yeon::graph {

using storage::Family;
using storage::SegmentKey;
using storage::SegmentKind;

SegmentKey labels_key(GroupId group) { return {SegmentKind::kNodeLabels, 0, raw(group)}; }
SegmentKey node_column_key(GroupId group, PropertyKeyId key) {
  return {SegmentKind::kNodeColumn, raw(key), raw(group)};
}
SegmentKey relationship_column_key(GroupId group, PropertyKeyId key) {
  return {SegmentKind::kRelationshipColumn, raw(key), raw(group)};
}
SegmentKey relationships_key(GroupId group) { return {SegmentKind::kRelationships, 0, raw(group)}; }
SegmentKey adjacency_key(GroupId group, RelationshipTypeId type, Direction direction) {
  return {direction == Direction::kOutgoing ? SegmentKind::kOutgoing : SegmentKind::kIncoming,
          raw(type), raw(group)};
}

SnapshotState::SnapshotState(std::shared_ptr<const CommittedState> committed)
    : committed_(std::move(committed)) {}

SnapshotState::SnapshotState(std::shared_ptr<const CommittedState> committed,
                             std::unique_ptr<Overlay> overlay)
    : committed_(std::move(committed)), overlay_(std::move(overlay)) {}

const Catalog& SnapshotState::catalog() const noexcept {
  return overlay_ ? overlay_->catalog : committed_->catalog;
}

const Indexes& SnapshotState::indexes() const noexcept {
  return overlay_ && overlay_->indexes ? *overlay_->indexes : *committed_->indexes;
}

std::uint64_t SnapshotState::node_group_count() const noexcept {
  const std::uint64_t count = committed_->node_groups.count();
  if (!overlay_ || overlay_->node_groups.empty()) return count;
  return std::max(count, overlay_->node_groups.rbegin()->first + 1);
}

std::uint64_t SnapshotState::relationship_group_count() const noexcept {
  const std::uint64_t count = committed_->relationship_groups.count();
  if (!overlay_ || overlay_->relationship_groups.empty()) return count;
  return std::max(count, overlay_->relationship_groups.rbegin()->first + 1);
}

const NodeGroup* SnapshotState::node_group(GroupId id) const noexcept {
  if (overlay_) {
    const auto found = overlay_->node_groups.find(raw(id));
    if (found != overlay_->node_groups.end()) return &found->second;
  }
  return committed_->node_groups.find(id);
}

const RelationshipGroup* SnapshotState::relationship_group(GroupId id) const noexcept {
  if (overlay_) {
    const auto found = overlay_->relationship_groups.find(raw(id));
    if (found != overlay_->relationship_groups.end()) return &found->second;
  }
  return committed_->relationship_groups.find(id);
}

template <class Data>
SnapshotState::Read<Data> SnapshotState::load(const SegmentKey& key) const {
  SegmentSource& source = *committed_->source;
  if (auto held = source.cache.find(key, committed_->sequence)) {
    return std::static_pointer_cast<const Data>(std::move(held));
  }
  const auto stored = source.engine->get(Family::kSegments, storage::encode(key),
                                         committed_->engine_snapshot.get());
  if (!stored) return fail(stored.error());
  auto data = std::make_shared<Data>();
  if (*stored) {
    Result<Data> decoded = decode<Data>((*stored)->view());
    if (!decoded) return fail(std::move(decoded).error());
    *data = std::move(*decoded);
  }
  source.cache.offer(key, committed_->sequence, data, held_bytes(*data));
  return std::shared_ptr<const Data>(std::move(data));
}

SnapshotState::Read<storage::LabelSegment> SnapshotState::labels(GroupId group) const {
  if (overlay_) {
    const auto found = overlay_->labels.find(raw(group));
    if (found != overlay_->labels.end()) return found->second.data;
  }
  // Only committed groups have stored segments; a transaction's new group is all its own.
  if (committed_->node_groups.find(group) == nullptr) {
    return std::make_shared<const storage::LabelSegment>();
  }
  return load<storage::LabelSegment>(labels_key(group));
}

SnapshotState::Read<ColumnData> SnapshotState::node_column(GroupId group, PropertyKeyId key) const {
  const SegmentKey segment = node_column_key(group, key);
  if (overlay_) {
    const auto found = overlay_->columns.find(segment);
    if (found != overlay_->columns.end()) return found->second.data;
  }
  const NodeGroup* const known = committed_->node_groups.find(group);
  if (known == nullptr || !contains(known->keys, key)) return std::make_shared<const ColumnData>();
  return load<ColumnData>(segment);
}

SnapshotState::Read<ColumnData> SnapshotState::relationship_column(GroupId group,
                                                                   PropertyKeyId key) const {
  const SegmentKey segment = relationship_column_key(group, key);
  if (overlay_) {
    const auto found = overlay_->columns.find(segment);
    if (found != overlay_->columns.end()) return found->second.data;
  }
  const RelationshipGroup* const known = committed_->relationship_groups.find(group);
  if (known == nullptr || !contains(known->keys, key)) return std::make_shared<const ColumnData>();
  return load<ColumnData>(segment);
}

SnapshotState::Read<AdjacencyData> SnapshotState::adjacency(GroupId group, RelationshipTypeId type,
                                                            Direction direction) const {
  const SegmentKey segment = adjacency_key(group, type, direction);
  if (overlay_) {
    const auto found = overlay_->adjacency.find(segment);
    if (found != overlay_->adjacency.end()) {
      const std::lock_guard lock(overlay_->settling);
      found->second.settle();
      return found->second.data;
    }
  }
  const NodeGroup* const known = committed_->node_groups.find(group);
  if (known == nullptr ||
      !contains(direction == Direction::kOutgoing ? known->outgoing : known->incoming, type)) {
    return std::make_shared<const AdjacencyData>();
  }
  return load<AdjacencyData>(segment);
}

SnapshotState::Read<storage::RelationshipSegment> SnapshotState::relationships(
    GroupId group) const {
  if (overlay_) {
    const auto found = overlay_->relationships.find(raw(group));
    if (found != overlay_->relationships.end()) return found->second.data;
  }
  if (committed_->relationship_groups.find(group) == nullptr) {
    return std::make_shared<const storage::RelationshipSegment>();
  }
  return load<storage::RelationshipSegment>(relationships_key(group));
}

}  // namespace yeon::graph
