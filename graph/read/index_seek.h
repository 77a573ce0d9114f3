#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/snapshot_state.h"

namespace yeon::graph {

/// nullptr where none is declared.
const IndexInfo* find_index(const Indexes& indexes, LabelId label, PropertyKeyId key);

/// The entry of one node in one index. Requires a storable value.
std::string index_entry(const IndexInfo& index, const Value& value, NodeId node);
/// What the entries of all nodes with this value start with.
std::string index_entry_prefix(const IndexInfo& index, const Value& value);
/// The node an entry names.
NodeId entry_node(std::string_view entry);

/// Calls `visit(entry)` for the index entries in [low, high) as the snapshot sees them, ascending,
/// until it returns false.
Status scan_entries(const SnapshotState& state, std::string_view low, const std::string& high,
                    const std::function<bool(std::string_view)>& visit);

/// See Snapshot::seek and its neighbours. Without an index nothing is found.
Result<std::vector<NodeId>> seek_equal(const SnapshotState& state, LabelId label, PropertyKeyId key,
                                       const Value& value);
Result<std::vector<NodeId>> seek_between(const SnapshotState& state, LabelId label,
                                         PropertyKeyId key, const std::optional<Bound>& low,
                                         const std::optional<Bound>& high, std::size_t limit);
Result<std::vector<NodeId>> seek_starting(const SnapshotState& state, LabelId label,
                                          PropertyKeyId key, std::string_view prefix,
                                          std::size_t limit);

}  // namespace yeon::graph
