#include "check/checker.h"

namespace yeon::graph {
namespace {

bool within(SlotMask part, const SlotMask& whole) {
  const SlotMask all = part;
  return (part &= whole) == all;
}

SlotMask given_out(std::uint32_t used) {
  SlotMask mask;
  for (std::uint32_t slot = 0; slot < used; ++slot) mask.set(static_cast<Slot>(slot));
  return mask;
}

}  // namespace

Status Checker::check_nodes() {
  const std::uint64_t groups = state_.node_group_count();
  for (std::uint64_t id = 0; id < groups; ++id) {
    const NodeGroup* const group = state_.node_group(GroupId{id});
    if (group == nullptr) continue;
    if (Status done = check_node_group(GroupId{id}, *group); !done) return done;
    const double part = static_cast<double>(id) / static_cast<double>(groups);
    if (Status going = advance(0.2 + 0.2 * part); !going) return going;
  }
  return {};
}

Status Checker::check_node_group(GroupId id, const NodeGroup& group) {
  const std::string where = fmt::format("node group {}", raw(id));
  const auto labels = state_.labels(id);
  if (!labels) return failed(labels.error(), where);
  const SlotMask& live = (*labels)->live;
  report_.nodes += live.count();
  found_.nodes += live.count();
  if (live.count() != group.live) {
    problem(
        fmt::format("{}: its record says {} nodes, there are {}", where, group.live, live.count()));
  }
  if (!within(live, given_out(group.used))) {
    problem(fmt::format("{}: a node has an id that was not given out", where));
  }
  for (const auto& [label, mask] : (*labels)->labels) {
    if (mask.none()) continue;
    found_.at(label) += mask.count();
    if (!contains(group.labels, label)) {
      problem(fmt::format("{}: its record lacks label {}", where, raw(label)));
    }
  }
  for (const PropertyKeyId key : group.keys) {
    const auto column = state_.node_column(id, key);
    if (!column) {
      if (Status known = failed(column.error(), where); !known) return known;
    } else if (!within((*column)->segment.present, live)) {
      problem(fmt::format("{}: key {} has a value where no node is", where, raw(key)));
    }
  }
  for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
    if (Status done = check_edges_of(id, group, direction); !done) return done;
  }
  return {};
}

// Ties are compared one by one from the relationships' side; here they are only counted, so that
// one too many shows.
Status Checker::check_edges_of(GroupId id, const NodeGroup& group, Direction direction) {
  for (const RelationshipTypeId type :
       direction == Direction::kOutgoing ? group.outgoing : group.incoming) {
    const auto adjacency = state_.adjacency(id, type, direction);
    if (!adjacency) {
      const std::string where = fmt::format("node group {}, type {}", raw(id), raw(type));
      if (Status known = failed(adjacency.error(), where); !known) return known;
      continue;
    }
    ties_[static_cast<std::size_t>(direction)] += (*adjacency)->edges;
  }
  return {};
}

}  // namespace yeon::graph
