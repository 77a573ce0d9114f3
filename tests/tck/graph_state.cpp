#include "tck/graph_state.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "yeon/query/format.h"

namespace yeon::tck {
namespace {

/// Fills a state from one snapshot.
class Reader {
 public:
  explicit Reader(const graph::Snapshot& snapshot) : snapshot_(snapshot) {}

  Result<GraphState> run() {
    for (std::uint64_t group = 0; group < snapshot_.node_group_count(); ++group) {
      if (Status status = read_group(GroupId{group}); !status) {
        return fail(std::move(status).error());
      }
    }
    return std::move(state_);
  }

 private:
  Status read_group(GroupId group) {
    const Result<graph::SlotMask> members = snapshot_.nodes(group, {});
    if (!members) return fail(members.error());
    std::vector<Slot> slots;
    members->for_each([&](Slot slot) { slots.push_back(slot); });
    for (const Slot slot : slots) {
      if (Status status = read_node(node_at(group, slot)); !status) return status;
    }
    for (const RelationshipTypeId type : snapshot_.types(group, Direction::kOutgoing)) {
      const auto adjacency = snapshot_.adjacency(group, type, Direction::kOutgoing);
      if (!adjacency) return fail(adjacency.error());
      for (const Slot slot : slots) {
        for (const RelationshipId id : adjacency->relationships(slot)) {
          if (Status status = read_relationship(id); !status) return status;
        }
      }
    }
    return {};
  }

  Status read_node(NodeId node) {
    state_.nodes.insert(raw(node));
    const auto labels = snapshot_.labels(node);
    if (!labels) return fail(labels.error());
    for (const LabelId label : *labels) {
      state_.labels.emplace(snapshot_.catalog().name(label));
    }
    return read_properties('n', raw(node), snapshot_.properties(node));
  }

  Status read_relationship(RelationshipId id) {
    state_.relationships.insert(raw(id));
    return read_properties('r', raw(id), snapshot_.properties(id));
  }

  Status read_properties(char kind, std::uint64_t id, const Result<graph::Properties>& properties) {
    if (!properties) return fail(properties.error());
    for (const auto& [key, value] : *properties) {
      state_.properties.emplace(kind, id, std::string(snapshot_.catalog().name(key)),
                                query::to_literal(value, query::QueryResult()));
    }
    return {};
  }

  const graph::Snapshot& snapshot_;
  GraphState state_;
};

/// How many members of `a` are not in `b`.
template <class Set>
std::int64_t beyond(const Set& a, const Set& b) {
  return std::count_if(a.begin(), a.end(), [&](const auto& item) { return !b.contains(item); });
}

}  // namespace

Result<GraphState> GraphState::read(const graph::Snapshot& snapshot) {
  return Reader(snapshot).run();
}

std::map<std::string, std::int64_t> side_effects(const GraphState& before,
                                                 const GraphState& after) {
  std::map<std::string, std::int64_t> effects = {
      {"+nodes", beyond(after.nodes, before.nodes)},
      {"-nodes", beyond(before.nodes, after.nodes)},
      {"+relationships", beyond(after.relationships, before.relationships)},
      {"-relationships", beyond(before.relationships, after.relationships)},
      {"+labels", beyond(after.labels, before.labels)},
      {"-labels", beyond(before.labels, after.labels)},
      {"+properties", beyond(after.properties, before.properties)},
      {"-properties", beyond(before.properties, after.properties)},
  };
  std::erase_if(effects, [](const auto& effect) { return effect.second == 0; });
  return effects;
}

}  // namespace yeon::tck
