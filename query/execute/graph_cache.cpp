#include "execute/graph_cache.h"

namespace yeon::query {

const graph::Column* GraphCache::node_column(GroupId group, PropertyKeyId key) {
  return find(node_columns_[raw(key)], group, [&] { return snapshot_->node_column(group, key); });
}

const graph::Column* GraphCache::relationship_column(GroupId group, PropertyKeyId key) {
  return find(relationship_columns_[raw(key)], group,
              [&] { return snapshot_->relationship_column(group, key); });
}

const graph::Adjacency* GraphCache::adjacency(GroupId group, RelationshipTypeId type,
                                              Direction direction) {
  const std::uint64_t key = std::uint64_t{raw(type)} * 2 + static_cast<std::uint64_t>(direction);
  return find(adjacencies_[key], group,
              [&] { return snapshot_->adjacency(group, type, direction); });
}

const graph::SlotMask* GraphCache::nodes(GroupId group, std::optional<LabelId> label) {
  const std::uint64_t key = label ? std::uint64_t{raw(*label)} + 1 : 0;
  return find(masks_[key], group, [&] {
    return label ? snapshot_->nodes(group, std::span<const LabelId>(&*label, 1))
                 : snapshot_->nodes(group, {});
  });
}

const std::vector<RelationshipTypeId>& GraphCache::types(GroupId group, Direction direction) {
  const std::uint64_t key = raw(group) * 2 + static_cast<std::uint64_t>(direction);
  const auto [it, added] = types_.try_emplace(key);
  if (added) it->second = snapshot_->types(group, direction);
  return it->second;
}

void GraphCache::clear() {
  node_columns_.clear();
  relationship_columns_.clear();
  adjacencies_.clear();
  masks_.clear();
  types_.clear();
}

}  // namespace yeon::query
