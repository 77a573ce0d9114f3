#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/adjacency.h"
#include "yeon/graph/catalog.h"
#include "yeon/graph/column.h"

namespace yeon::graph {

/// The properties of one node or relationship, ascending by key id, no nulls.
using Properties = std::vector<std::pair<PropertyKeyId, Value>>;

/// What a relationship is, apart from its properties.
struct RelationshipRecord {
  RelationshipTypeId type{};
  NodeId start{};
  NodeId end{};
};

/// Keyspaces for what stands beside the graph in the same transactions.
enum class Space : std::uint8_t {
  kText,    ///< article texts, by content hash
  kLedger,  ///< ingest: claims' source records, merge log, aliases
  kJobs,    ///< scheduled ingestion: definitions, cursors, history
};

/// A bound of a range seek; absent means open.
struct Bound {
  Value value;
  bool inclusive = true;
};

class SnapshotState;

/// The graph as of one moment, or as a transaction sees it (its own writes included, live).
///
/// The interface speaks in groups and batches; nothing here is called once per value on a hot path.
/// Errors:  Corruption or IoError from reading segments; a missing group, key or type is simply
///          empty.
/// Threads: a database snapshot may be shared between threads; a transaction's only by the thread
///          that writes, or by readers while nobody writes.
class Snapshot {
 public:
  explicit Snapshot(std::shared_ptr<const SnapshotState> state);
  Snapshot(const Snapshot&);
  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(const Snapshot&);
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();

  const Catalog& catalog() const;

  // --- Nodes. Groups are [0, node_group_count()); ids below node_group_count() << kGroupBits, so
  // dense arrays over all ids are affordable.
  std::uint64_t node_group_count() const;
  /// False only if no node of the group has the label. No I/O.
  bool may_hold(GroupId group, LabelId label) const;
  /// Live nodes having every label of `labels`; with none, all live nodes.
  Result<SlotMask> nodes(GroupId group, std::span<const LabelId> labels) const;
  Result<Column> node_column(GroupId group, PropertyKeyId key) const;
  /// Keys for which some node of the group may have a value.
  std::vector<PropertyKeyId> node_keys(GroupId group) const;

  Result<bool> exists(NodeId node) const;
  /// Ascending by id. Empty for a node that is not there.
  Result<std::vector<LabelId>> labels(NodeId node) const;
  Result<Value> property(NodeId node, PropertyKeyId key) const;
  Result<Properties> properties(NodeId node) const;

  // --- Relationships. A relationship group holds one type.
  Result<Adjacency> adjacency(GroupId group, RelationshipTypeId type, Direction direction) const;
  /// Types for which some node of the group may have a relationship in this direction.
  std::vector<RelationshipTypeId> types(GroupId group, Direction direction) const;
  std::uint64_t relationship_group_count() const;
  Result<Column> relationship_column(GroupId group, PropertyKeyId key) const;
  std::vector<PropertyKeyId> relationship_keys(GroupId group) const;

  /// nullopt for a relationship that is not there.
  Result<std::optional<RelationshipRecord>> relationship(RelationshipId id) const;
  Result<Value> property(RelationshipId id, PropertyKeyId key) const;
  Result<Properties> properties(RelationshipId id) const;

  // --- Indexes on (label, property). Results ascending by node id, except ranges: by value.
  bool has_index(LabelId label, PropertyKeyId key) const;
  Result<std::vector<NodeId>> seek(LabelId label, PropertyKeyId key, const Value& value) const;
  Result<std::vector<NodeId>> seek_range(LabelId label, PropertyKeyId key,
                                         const std::optional<Bound>& low,
                                         const std::optional<Bound>& high, std::size_t limit) const;
  Result<std::vector<NodeId>> seek_prefix(LabelId label, PropertyKeyId key, std::string_view prefix,
                                          std::size_t limit) const;

  // --- Statistics, exact, O(1) each.
  std::uint64_t count_nodes() const;
  std::uint64_t count_nodes(LabelId label) const;
  std::uint64_t count_relationships() const;
  std::uint64_t count_relationships(RelationshipTypeId type) const;

  // --- Records beside the graph.
  Result<std::optional<std::string>> record(Space space, std::string_view key) const;
  /// Keys starting with `prefix`, ascending, with their values.
  Result<std::vector<std::pair<std::string, std::string>>> records(Space space,
                                                                   std::string_view prefix) const;

 private:
  friend class SnapshotAccess;
  std::shared_ptr<const SnapshotState> state_;
};

}  // namespace yeon::graph
