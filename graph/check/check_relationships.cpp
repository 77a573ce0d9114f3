#include "check/checker.h"

namespace yeon::graph {
namespace {

bool has_tie(const AdjacencyData& adjacency, Slot slot, NodeId neighbour, RelationshipId id) {
  const auto neighbours = adjacency.neighbours(slot);
  const auto relationships = adjacency.relationships(slot);
  const auto first = std::lower_bound(neighbours.begin(), neighbours.end(), neighbour);
  for (auto at = static_cast<std::size_t>(first - neighbours.begin());
       at < neighbours.size() && neighbours[at] == neighbour; ++at) {
    if (relationships[at] == id) return true;
  }
  return false;
}

}  // namespace

Status Checker::check_relationships() {
  const std::uint64_t groups = state_.relationship_group_count();
  for (std::uint64_t id = 0; id < groups; ++id) {
    const RelationshipGroup* const group = state_.relationship_group(GroupId{id});
    if (group == nullptr) continue;
    if (Status done = check_relationship_group(GroupId{id}, *group); !done) return done;
    const double part = static_cast<double>(id) / static_cast<double>(groups);
    if (Status going = advance(0.4 + 0.5 * part); !going) return going;
  }
  return {};
}

Status Checker::check_relationship_group(GroupId id, const RelationshipGroup& group) {
  const std::string where = fmt::format("relationship group {}", raw(id));
  const auto segment = state_.relationships(id);
  if (!segment) return failed(segment.error(), where);
  const SlotMask& live = (*segment)->live;
  report_.relationships += live.count();
  found_.relationships += live.count();
  found_.at(group.type) += live.count();
  if (live.count() != group.live) {
    problem(fmt::format("{}: its record says {} relationships, there are {}", where, group.live,
                        live.count()));
  }
  Status checked;
  live.for_each([&](Slot slot) {
    if (!checked) return;
    checked = check_ends(relationship_at(id, slot), group.type, (*segment)->starts[slot],
                         (*segment)->ends[slot]);
  });
  if (!checked) return checked;
  for (const PropertyKeyId key : group.keys) {
    const auto column = state_.relationship_column(id, key);
    if (!column) {
      if (Status known = failed(column.error(), where); !known) return known;
      continue;
    }
    SlotMask both = (*column)->segment.present;
    if ((both &= live) != (*column)->segment.present) {
      problem(fmt::format("{}: key {} has a value where no relationship is", where, raw(key)));
    }
  }
  return {};
}

Status Checker::check_ends(RelationshipId id, RelationshipTypeId type, NodeId start, NodeId end) {
  for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
    const bool outgoing = direction == Direction::kOutgoing;
    const NodeId here = outgoing ? start : end;
    const NodeId there = outgoing ? end : start;
    const std::string_view side = outgoing ? "start" : "end";
    const auto labels = state_.labels(group_of(here));
    if (!labels) return failed(labels.error(), "the node of a relationship");
    if (!(*labels)->live.test(slot_of(here))) {
      problem(fmt::format("relationship {}: its {} {} is not there", raw(id), side, raw(here)));
    }
    const auto adjacency = state_.adjacency(group_of(here), type, direction);
    if (!adjacency) return failed(adjacency.error(), "the adjacency of a relationship");
    if (!has_tie(**adjacency, slot_of(here), there, id)) {
      problem(fmt::format("relationship {}: its {} {} does not know it", raw(id), side, raw(here)));
    }
  }
  return {};
}

}  // namespace yeon::graph
