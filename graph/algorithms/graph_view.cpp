#include <algorithm>

#include "yeon/graph/algorithms.h"

namespace yeon::graph {
namespace {

/// Slots of a group with any of the labels; with none, all live nodes.
Result<SlotMask> members(const Snapshot& snapshot, GroupId group, std::span<const LabelId> labels) {
  if (labels.empty()) return snapshot.nodes(group, {});
  SlotMask any;
  for (const LabelId label : labels) {
    if (!snapshot.may_hold(group, label)) continue;
    const Result<SlotMask> labelled = snapshot.nodes(group, {&label, 1});
    if (!labelled) return labelled;
    any |= *labelled;
  }
  return any;
}

Status read_lists(const Snapshot& snapshot, GroupId group, Direction direction,
                  std::span<const RelationshipTypeId> types, std::vector<Adjacency>& into) {
  for (const RelationshipTypeId type : snapshot.types(group, direction)) {
    const bool wanted = types.empty() || std::find(types.begin(), types.end(), type) != types.end();
    if (!wanted) continue;
    Result<Adjacency> adjacency = snapshot.adjacency(group, type, direction);
    if (!adjacency) return fail(std::move(adjacency).error());
    if (!adjacency->empty()) into.push_back(*std::move(adjacency));
  }
  return {};
}

}  // namespace

Result<GraphView> GraphView::of(const Snapshot& snapshot, const Projection& projection) {
  GraphView view;
  if (Status status = view.add_nodes(snapshot, projection.labels); !status) {
    return fail(std::move(status).error());
  }
  if (Status status = view.add_lists(snapshot, projection.types); !status) {
    return fail(std::move(status).error());
  }
  view.count_degrees();
  return view;
}

Status GraphView::add_nodes(const Snapshot& snapshot, std::span<const LabelId> labels) {
  const std::uint64_t groups = snapshot.node_group_count();
  vertices_.assign(groups << kGroupBits, kNone);
  for (std::uint64_t group = 0; group < groups; ++group) {
    const Result<SlotMask> mask = members(snapshot, GroupId{group}, labels);
    if (!mask) return fail(mask.error());
    if (nodes_.size() + kGroupSize >= kNone) {
      return fail(ErrorType::kMemoryLimit, "algorithms take at most 2^32 - 2 nodes");
    }
    mask->for_each([&](Slot slot) {
      const NodeId node = node_at(GroupId{group}, slot);
      vertices_[raw(node)] = static_cast<Vertex>(nodes_.size());
      nodes_.push_back(node);
    });
  }
  return {};
}

Status GraphView::add_lists(const Snapshot& snapshot, std::span<const RelationshipTypeId> types) {
  const std::uint64_t groups = snapshot.node_group_count();
  outgoing_.resize(groups);
  incoming_.resize(groups);
  for (std::uint64_t group = 0; group < groups; ++group) {
    for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
      auto& lists = (direction == Direction::kOutgoing ? outgoing_ : incoming_)[group];
      Status status = read_lists(snapshot, GroupId{group}, direction, types, lists);
      if (!status) return status;
    }
  }
  return {};
}

std::span<const Adjacency> GraphView::adjacencies(Vertex vertex,
                                                  Direction direction) const noexcept {
  const Lists& lists = direction == Direction::kOutgoing ? outgoing_ : incoming_;
  return lists[raw(group_of(nodes_[vertex]))];
}

void GraphView::count_degrees() {
  out_degrees_.resize(nodes_.size());
  for (Vertex vertex = 0; vertex < nodes_.size(); ++vertex) {
    const Slot slot = slot_of(nodes_[vertex]);
    std::uint32_t degree = 0;
    for (const Adjacency& list : adjacencies(vertex, Direction::kOutgoing)) {
      for (const NodeId neighbour : list.neighbours(slot)) {
        degree += this->vertex(neighbour) != kNone ? 1 : 0;
      }
    }
    out_degrees_[vertex] = degree;
  }
}

}  // namespace yeon::graph
