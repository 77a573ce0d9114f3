#pragma once

#include <memory>
#include <set>
#include <vector>

#include "commit/footprint.h"
#include "commit/store.h"
#include "read/snapshot_state.h"
#include "yeon/graph/transaction.h"

namespace yeon::graph {

/// What a Transaction does: every write goes into the overlay at once, and is remembered in the
/// footprint; the store's commit turns both into a batch and a new version.
class TransactionState {
 public:
  TransactionState(std::shared_ptr<Store> store, std::shared_ptr<const CommittedState> began);
  ~TransactionState();
  TransactionState(const TransactionState&) = delete;
  TransactionState& operator=(const TransactionState&) = delete;

  const Snapshot& snapshot() const noexcept { return snapshot_; }

  LabelId label(std::string_view name);
  RelationshipTypeId type(std::string_view name);
  PropertyKeyId key(std::string_view name);

  Status create_nodes(std::span<const LabelId> labels, std::span<NodeId> out);
  Status set_property(NodeId node, PropertyKeyId key, const Value& value);
  Status set_label(NodeId node, LabelId label, bool wanted);
  Status delete_node(NodeId node);

  Status create_relationships(RelationshipTypeId type, std::span<const NodeId> starts,
                              std::span<const NodeId> ends, std::span<RelationshipId> out);
  Status set_property(RelationshipId relationship, PropertyKeyId key, const Value& value);
  Status delete_relationship(RelationshipId relationship);

  Status create_index(const IndexDefinition& definition);
  Status drop_index(std::string_view name);
  Status put_record(Space space, std::string_view key, std::optional<std::string> value);

  Status commit();
  void rollback();

 private:
  friend class Store;
  friend class CommitGroup;

  Status open_for_writing() const;
  void use_names();

  // The transaction's own copies, made at the first write.
  Result<storage::LabelSegment*> own_labels(GroupId group, Slot dirty);
  Result<storage::RelationshipSegment*> own_relationships(GroupId group, Slot dirty);
  Result<ColumnData*> own_column(const storage::SegmentKey& key, Slot dirty);
  Result<PrivateAdjacency*> own_adjacency(NodeId node, RelationshipTypeId type,
                                          Direction direction);
  NodeGroup& own_group(GroupId group);
  RelationshipGroup& own_relationship_group(GroupId group);

  Result<bool> node_is_here(NodeId node) const;
  Result<RelationshipRecord> relationship_is_here(RelationshipId relationship) const;
  Status write_value(NodeId node, PropertyKeyId key, const Value& value);
  Status index_value(NodeId node, const IndexInfo& index, const Value& value, bool added);
  Status index_label(NodeId node, LabelId label, bool added);
  Status fill_index(const IndexInfo& index);
  bool created_here(NodeId node) const;
  bool created_here(RelationshipId relationship) const;
  void touch(NodeId node);
  void touch(RelationshipId relationship);

  std::shared_ptr<Store> store_;
  std::shared_ptr<const CommittedState> began_;
  std::shared_ptr<SnapshotState> view_;
  Overlay& overlay_;  // view_'s
  Snapshot snapshot_;
  Footprint footprint_;
  // Ids this transaction created: [first, second) runs.
  std::set<std::uint64_t> deleted_;  // nodes, whose relationships commit() looks for
  std::unordered_map<std::uint64_t, SlotMask> created_nodes_;          // by group
  std::unordered_map<std::uint64_t, SlotMask> created_relationships_;  // by group
  std::set<std::uint32_t> emptied_indexes_;                            // dropped
  bool open_ = true;
};

}  // namespace yeon::graph
