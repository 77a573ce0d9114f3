#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "schema/catalog_names.h"
#include "schema/counts.h"
#include "schema/group_records.h"
#include "schema/index_info.h"
#include "segments/adjacency_data.h"
#include "segments/column_data.h"
#include "yeon/graph/snapshot.h"
#include "yeon/storage/label_segment.h"
#include "yeon/storage/relationship_segment.h"
#include "yeon/storage/segment_key.h"

namespace yeon::graph {

/// A transaction's own copy of a segment, and the slots it wrote. Readers are handed the copy
/// itself; while one holds it, the next write copies again.
template <class Data>
struct PrivateSegment {
  std::shared_ptr<Data> data;
  SlotMask dirty;
};

/// A transaction's own adjacency: what it added and removed, in order, of which the first so many
/// are in `data` already. Bulk writes so cost one sort, at the first read or the commit.
struct PrivateAdjacency {
  std::shared_ptr<AdjacencyData> data;
  storage::AdjacencyDelta log;
  std::size_t settled_added = 0;
  std::size_t settled_removed = 0;

  /// Brings `data` up to the log.
  void settle();
};

/// The writes of one transaction, laid over the version it began with.
struct Overlay {
  std::unordered_map<storage::SegmentKey, PrivateSegment<ColumnData>, storage::SegmentKeyHash>
      columns;
  std::unordered_map<std::uint64_t, PrivateSegment<storage::LabelSegment>> labels;
  std::unordered_map<std::uint64_t, PrivateSegment<storage::RelationshipSegment>> relationships;
  std::unordered_map<storage::SegmentKey, PrivateAdjacency, storage::SegmentKeyHash> adjacency;
  std::mutex settling;  // readers share a transaction's snapshot while nobody writes

  // Groups this transaction changed: their whole new records; `live` as seen by it.
  std::map<std::uint64_t, NodeGroup> node_groups;
  std::map<std::uint64_t, RelationshipGroup> relationship_groups;
  std::unordered_map<std::uint64_t, std::int64_t> node_live_changes;
  std::unordered_map<std::uint64_t, std::int64_t> relationship_live_changes;

  Counts count_changes;
  std::map<std::string, bool> index_entries;                     // true: added, false: removed
  std::map<std::string, std::optional<std::string>> records[3];  // by Space

  std::shared_ptr<const Indexes> indexes;  // null: unchanged
  NameCounts names;                        // names it uses, at least those of its beginning
  Catalog catalog;
};

}  // namespace yeon::graph
