#include "export/snapshot_source.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace yeon::tools {

namespace {

// The columns of one group, sorted by key name.
using NamedColumns = std::vector<std::pair<std::string_view, graph::Column>>;

void sort_by_name(NamedColumns& columns) {
  std::sort(columns.begin(), columns.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
}

Result<NamedColumns> node_columns(const graph::Snapshot& snapshot, GroupId group) {
  NamedColumns columns;
  for (const PropertyKeyId key : snapshot.node_keys(group)) {
    auto column = snapshot.node_column(group, key);
    if (!column) return fail(std::move(column).error());
    columns.emplace_back(snapshot.catalog().name(key), *std::move(column));
  }
  sort_by_name(columns);
  return columns;
}

Result<NamedColumns> relationship_columns(const graph::Snapshot& snapshot, GroupId group) {
  NamedColumns columns;
  for (const PropertyKeyId key : snapshot.relationship_keys(group)) {
    auto column = snapshot.relationship_column(group, key);
    if (!column) return fail(std::move(column).error());
    columns.emplace_back(snapshot.catalog().name(key), *std::move(column));
  }
  sort_by_name(columns);
  return columns;
}

void gather(const NamedColumns& columns, Slot slot, std::vector<ExportProperty>& properties) {
  properties.clear();
  for (const auto& [key, column] : columns) {
    if (column.present().test(slot)) properties.push_back({key, column.value(slot)});
  }
}

using NamedMasks = std::vector<std::pair<std::string_view, graph::SlotMask>>;

Result<NamedMasks> label_masks(const graph::Snapshot& snapshot, GroupId group) {
  NamedMasks masks;
  const graph::Catalog& catalog = snapshot.catalog();
  for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
    const LabelId label{i};
    if (!snapshot.may_hold(group, label)) continue;
    const auto mask = snapshot.nodes(group, std::span(&label, 1));
    if (!mask) return fail(mask.error());
    if (!mask->none()) masks.emplace_back(catalog.name(label), *mask);
  }
  std::sort(masks.begin(), masks.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return masks;
}

}  // namespace

SnapshotSource::SnapshotSource(graph::Snapshot snapshot, const std::atomic<bool>& cancelled)
    : snapshot_(std::move(snapshot)), cancelled_(cancelled) {}

Status SnapshotSource::check_cancelled() const {
  if (!cancelled_.load(std::memory_order_relaxed)) return {};
  return fail(ErrorType::kCancelled, "stopped; nothing was written");
}

Status SnapshotSource::for_each_node(const NodeVisitor& visit) const {
  for (std::uint64_t i = 0; i < snapshot_.node_group_count(); ++i) {
    if (Status status = check_cancelled(); !status) return status;
    if (Status status = visit_nodes(GroupId{i}, visit); !status) return status;
  }
  return {};
}

Status SnapshotSource::visit_nodes(GroupId group, const NodeVisitor& visit) const {
  const auto live = snapshot_.nodes(group, {});
  if (!live) return fail(live.error());
  const auto labels = label_masks(snapshot_, group);
  if (!labels) return fail(labels.error());
  const auto columns = node_columns(snapshot_, group);
  if (!columns) return fail(columns.error());

  Status status;
  std::vector<std::string_view> node_labels;
  std::vector<ExportProperty> properties;
  live->for_each([&](Slot slot) {
    if (!status) return;
    node_labels.clear();
    for (const auto& [name, mask] : *labels) {
      if (mask.test(slot)) node_labels.push_back(name);
    }
    gather(*columns, slot, properties);
    status =
        visit({.id = raw(node_at(group, slot)), .labels = node_labels, .properties = properties});
  });
  return status;
}

Status SnapshotSource::for_each_relationship(const RelationshipVisitor& visit) const {
  for (std::uint64_t i = 0; i < snapshot_.node_group_count(); ++i) {
    const GroupId group{i};
    for (const RelationshipTypeId type : snapshot_.types(group, Direction::kOutgoing)) {
      if (Status status = check_cancelled(); !status) return status;
      if (Status status = visit_relationships(group, type, visit); !status) return status;
    }
  }
  return {};
}

Status SnapshotSource::visit_relationships(GroupId group, RelationshipTypeId type,
                                           const RelationshipVisitor& visit) const {
  const auto adjacency = snapshot_.adjacency(group, type, Direction::kOutgoing);
  if (!adjacency) return fail(adjacency.error());
  const std::string_view type_name = snapshot_.catalog().name(type);
  // The relationships of a node lie in few groups: those that were filled when it was written.
  std::unordered_map<std::uint64_t, NamedColumns> columns;
  std::vector<ExportProperty> properties;
  for (std::size_t i = 0; i < kGroupSize; ++i) {
    const auto slot = static_cast<Slot>(i);
    const auto neighbours = adjacency->neighbours(slot);
    const auto relationships = adjacency->relationships(slot);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      const RelationshipId id = relationships[k];
      const GroupId home = group_of(id);
      auto found = columns.find(raw(home));
      if (found == columns.end()) {
        auto read = relationship_columns(snapshot_, home);
        if (!read) return fail(std::move(read).error());
        found = columns.emplace(raw(home), *std::move(read)).first;
      }
      gather(found->second, slot_of(id), properties);
      Status status = visit({.id = raw(id),
                             .start = raw(node_at(group, slot)),
                             .end = raw(neighbours[k]),
                             .type = type_name,
                             .properties = properties});
      if (!status) return status;
    }
  }
  return {};
}

}  // namespace yeon::tools
