#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "yeon/graph/adjacency.h"
#include "yeon/graph/column.h"
#include "yeon/graph/snapshot.h"

namespace yeon::query {

/// One worker's handles on columns, adjacencies and label masks of a snapshot, so that batches of
/// scattered ids cost an array access each, not a look-up in the shared cache. Emptied by clear()
/// after the statement has written.
///
/// Errors: those of the snapshot; a failed read gives a null pointer and keeps the error.
class GraphCache {
 public:
  explicit GraphCache(const graph::Snapshot* snapshot) : snapshot_(snapshot) {}

  const graph::Column* node_column(GroupId group, PropertyKeyId key);
  const graph::Column* relationship_column(GroupId group, PropertyKeyId key);
  const graph::Adjacency* adjacency(GroupId group, RelationshipTypeId type, Direction direction);
  /// Nodes with the label; with none, all live nodes.
  const graph::SlotMask* nodes(GroupId group, std::optional<LabelId> label);
  const std::vector<RelationshipTypeId>& types(GroupId group, Direction direction);

  void clear();
  const graph::Snapshot& snapshot() const { return *snapshot_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  template <class T>
  using ByGroup = std::vector<std::optional<T>>;

  template <class T, class Load>
  const T* find(ByGroup<T>& groups, GroupId group, Load&& load) {
    const auto i = static_cast<std::size_t>(raw(group));
    if (i >= groups.size()) groups.resize(i + 1);
    if (!groups[i]) {
      Result<T> loaded = load();
      if (!loaded) {
        if (!error_) error_ = std::move(loaded).error();
        return nullptr;
      }
      groups[i] = *std::move(loaded);
    }
    return &*groups[i];
  }

  const graph::Snapshot* snapshot_;
  std::unordered_map<std::uint32_t, ByGroup<graph::Column>> node_columns_;
  std::unordered_map<std::uint32_t, ByGroup<graph::Column>> relationship_columns_;
  std::unordered_map<std::uint64_t, ByGroup<graph::Adjacency>> adjacencies_;
  std::unordered_map<std::uint64_t, ByGroup<graph::SlotMask>> masks_;
  std::unordered_map<std::uint64_t, std::vector<RelationshipTypeId>> types_;
  std::optional<Error> error_;
};

}  // namespace yeon::query
