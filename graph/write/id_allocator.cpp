#include "write/id_allocator.h"

namespace yeon::graph {

void IdAllocator::resume(const CommittedState& state) {
  const std::lock_guard lock(mutex_);
  by_labels_.clear();
  by_type_.clear();
  next_node_group_ = state.node_groups.count();
  next_relationship_group_ = state.relationship_groups.count();
  for (std::uint64_t id = 0; id < next_node_group_; ++id) {
    const NodeGroup* const group = state.node_groups.find(GroupId{id});
    if (group == nullptr || group->used >= kGroupSize) continue;
    by_labels_[group->home] = {(id << kGroupBits) + group->used, (id + 1) << kGroupBits};
  }
  for (std::uint64_t id = 0; id < next_relationship_group_; ++id) {
    const RelationshipGroup* const group = state.relationship_groups.find(GroupId{id});
    if (group == nullptr || group->used >= kGroupSize) continue;
    by_type_[raw(group->type)] = {(id << kGroupBits) + group->used, (id + 1) << kGroupBits};
  }
}

std::uint64_t IdAllocator::take(Open& open, std::uint64_t& next_group) {
  if (open.next == open.end) {
    open.next = next_group++ << kGroupBits;
    open.end = open.next + kGroupSize;
  }
  return open.next++;
}

void IdAllocator::nodes(const IdSet<LabelId>& labels, std::span<NodeId> out) {
  const std::lock_guard lock(mutex_);
  Open& open = by_labels_[labels];
  for (NodeId& id : out) id = NodeId{take(open, next_node_group_)};
}

void IdAllocator::relationships(RelationshipTypeId type, std::span<RelationshipId> out) {
  const std::lock_guard lock(mutex_);
  Open& open = by_type_[raw(type)];
  for (RelationshipId& id : out) id = RelationshipId{take(open, next_relationship_group_)};
}

}  // namespace yeon::graph
