#pragma once

#include <memory>

#include "read/committed_state.h"
#include "write/overlay.h"
#include "yeon/graph/snapshot.h"

namespace yeon::graph {

/// The segments of one moment, by group: a transaction's own copies first, then the cache, then
/// the engine.
///
/// Pointers are never null: what is not there is an empty segment.
class SnapshotState {
 public:
  explicit SnapshotState(std::shared_ptr<const CommittedState> committed);
  /// With an overlay, of the transaction that writes it.
  SnapshotState(std::shared_ptr<const CommittedState> committed, std::unique_ptr<Overlay> overlay);

  const CommittedState& committed() const noexcept { return *committed_; }
  /// nullptr but in a transaction.
  Overlay* overlay() const noexcept { return overlay_.get(); }

  const Catalog& catalog() const noexcept;
  const Indexes& indexes() const noexcept;
  std::uint64_t node_group_count() const noexcept;
  std::uint64_t relationship_group_count() const noexcept;
  /// nullptr where there is none.
  const NodeGroup* node_group(GroupId id) const noexcept;
  const RelationshipGroup* relationship_group(GroupId id) const noexcept;

  template <class Data>
  using Read = Result<std::shared_ptr<const Data>>;

  Read<storage::LabelSegment> labels(GroupId group) const;
  Read<ColumnData> node_column(GroupId group, PropertyKeyId key) const;
  Read<ColumnData> relationship_column(GroupId group, PropertyKeyId key) const;
  Read<AdjacencyData> adjacency(GroupId group, RelationshipTypeId type, Direction direction) const;
  Read<storage::RelationshipSegment> relationships(GroupId group) const;

 private:
  template <class Data>
  Read<Data> load(const storage::SegmentKey& key) const;

  std::shared_ptr<const CommittedState> committed_;
  std::unique_ptr<Overlay> overlay_;
};

storage::SegmentKey labels_key(GroupId group);
storage::SegmentKey node_column_key(GroupId group, PropertyKeyId key);
storage::SegmentKey relationship_column_key(GroupId group, PropertyKeyId key);
storage::SegmentKey relationships_key(GroupId group);
storage::SegmentKey adjacency_key(GroupId group, RelationshipTypeId type, Direction direction);

}  // namespace yeon::graph
