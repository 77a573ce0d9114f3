#include "yeon/graph/snapshot.h"

#include "read/index_seek.h"
#include "read/snapshot_state.h"
#include "storage_family.h"

namespace yeon::graph {
namespace {

template <class Data, class Handle>
Result<Handle> handle(Result<std::shared_ptr<const Data>> read) {
  if (!read) return fail(std::move(read).error());
  return Handle(std::move(*read));
}

// One entity's values of the keys its group may hold.
template <class ReadColumn>
Result<Properties> gather(const IdSet<PropertyKeyId>& keys, Slot slot, const ReadColumn& column) {
  Properties found;
  for (const PropertyKeyId key : keys) {
    const auto read = column(key);
    if (!read) return fail(read.error());
    Value value = (*read)->segment.value(slot);
    if (!value.is_null()) found.emplace_back(key, std::move(value));
  }
  return found;
}

}  // namespace

Snapshot::Snapshot(std::shared_ptr<const SnapshotState> state) : state_(std::move(state)) {}
Snapshot::Snapshot(const Snapshot&) = default;
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(const Snapshot&) = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

const Catalog& Snapshot::catalog() const { return state_->catalog(); }

std::uint64_t Snapshot::node_group_count() const { return state_->node_group_count(); }

bool Snapshot::may_hold(GroupId group, LabelId label) const {
  const NodeGroup* const known = state_->node_group(group);
  return known != nullptr && contains(known->labels, label);
}

Result<SlotMask> Snapshot::nodes(GroupId group, std::span<const LabelId> labels) const {
  const NodeGroup* const known = state_->node_group(group);
  if (known == nullptr || known->live == 0) return SlotMask();
  for (const LabelId label : labels) {
    if (!contains(known->labels, label)) return SlotMask();
  }
  const auto segment = state_->labels(group);
  if (!segment) return fail(segment.error());
  SlotMask mask = (*segment)->live;
  for (const LabelId label : labels) {
    const SlotMask* const having = (*segment)->find(label);
    if (having == nullptr) return SlotMask();
    mask &= *having;
  }
  return mask;
}

Result<Column> Snapshot::node_column(GroupId group, PropertyKeyId key) const {
  return handle<ColumnData, Column>(state_->node_column(group, key));
}

std::vector<PropertyKeyId> Snapshot::node_keys(GroupId group) const {
  const NodeGroup* const known = state_->node_group(group);
  return known == nullptr ? IdSet<PropertyKeyId>() : known->keys;
}

Result<bool> Snapshot::exists(NodeId node) const {
  if (state_->node_group(group_of(node)) == nullptr) return false;
  const auto segment = state_->labels(group_of(node));
  if (!segment) return fail(segment.error());
  return (*segment)->live.test(slot_of(node));
}

Result<std::vector<LabelId>> Snapshot::labels(NodeId node) const {
  if (state_->node_group(group_of(node)) == nullptr) return std::vector<LabelId>();
  const auto segment = state_->labels(group_of(node));
  if (!segment) return fail(segment.error());
  return (*segment)->labels_of(slot_of(node));
}

Result<Value> Snapshot::property(NodeId node, PropertyKeyId key) const {
  const auto column = state_->node_column(group_of(node), key);
  if (!column) return fail(column.error());
  return (*column)->segment.value(slot_of(node));
}

Result<Properties> Snapshot::properties(NodeId node) const {
  const NodeGroup* const known = state_->node_group(group_of(node));
  if (known == nullptr) return Properties();
  return gather(known->keys, slot_of(node),
                [&](PropertyKeyId key) { return state_->node_column(group_of(node), key); });
}

Result<Adjacency> Snapshot::adjacency(GroupId group, RelationshipTypeId type,
                                      Direction direction) const {
  return handle<AdjacencyData, Adjacency>(state_->adjacency(group, type, direction));
}

std::vector<RelationshipTypeId> Snapshot::types(GroupId group, Direction direction) const {
  const NodeGroup* const known = state_->node_group(group);
  if (known == nullptr) return {};
  return direction == Direction::kOutgoing ? known->outgoing : known->incoming;
}

std::uint64_t Snapshot::relationship_group_count() const {
  return state_->relationship_group_count();
}

Result<Column> Snapshot::relationship_column(GroupId group, PropertyKeyId key) const {
  return handle<ColumnData, Column>(state_->relationship_column(group, key));
}

std::vector<PropertyKeyId> Snapshot::relationship_keys(GroupId group) const {
  const RelationshipGroup* const known = state_->relationship_group(group);
  return known == nullptr ? IdSet<PropertyKeyId>() : known->keys;
}

Result<std::optional<RelationshipRecord>> Snapshot::relationship(RelationshipId id) const {
  using Record = std::optional<RelationshipRecord>;
  const RelationshipGroup* const known = state_->relationship_group(group_of(id));
  if (known == nullptr) return Record();
  const auto segment = state_->relationships(group_of(id));
  if (!segment) return fail(segment.error());
  const Slot slot = slot_of(id);
  if (!(*segment)->live.test(slot)) return Record();
  return Record({known->type, (*segment)->starts[slot], (*segment)->ends[slot]});
}

Result<Value> Snapshot::property(RelationshipId id, PropertyKeyId key) const {
  const auto column = state_->relationship_column(group_of(id), key);
  if (!column) return fail(column.error());
  return (*column)->segment.value(slot_of(id));
}

Result<Properties> Snapshot::properties(RelationshipId id) const {
  const RelationshipGroup* const known = state_->relationship_group(group_of(id));
  if (known == nullptr) return Properties();
  return gather(known->keys, slot_of(id),
                [&](PropertyKeyId key) { return state_->relationship_column(group_of(id), key); });
}

bool Snapshot::has_index(LabelId label, PropertyKeyId key) const {
  return find_index(state_->indexes(), label, key) != nullptr;
}

Result<std::vector<NodeId>> Snapshot::seek(LabelId label, PropertyKeyId key,
                                           const Value& value) const {
  return seek_equal(*state_, label, key, value);
}

Result<std::vector<NodeId>> Snapshot::seek_range(LabelId label, PropertyKeyId key,
                                                 const std::optional<Bound>& low,
                                                 const std::optional<Bound>& high,
                                                 std::size_t limit) const {
  return seek_between(*state_, label, key, low, high, limit);
}

Result<std::vector<NodeId>> Snapshot::seek_prefix(LabelId label, PropertyKeyId key,
                                                  std::string_view prefix,
                                                  std::size_t limit) const {
  return seek_starting(*state_, label, key, prefix, limit);
}

std::uint64_t Snapshot::count_nodes() const {
  const Overlay* const overlay = state_->overlay();
  return state_->committed().counts.nodes + (overlay ? overlay->count_changes.nodes : 0);
}
std::uint64_t Snapshot::count_nodes(LabelId label) const {
  const Overlay* const overlay = state_->overlay();
  return state_->committed().counts.of(label) + (overlay ? overlay->count_changes.of(label) : 0);
}
std::uint64_t Snapshot::count_relationships() const {
  const Overlay* const overlay = state_->overlay();
  return state_->committed().counts.relationships +
         (overlay ? overlay->count_changes.relationships : 0);
}
std::uint64_t Snapshot::count_relationships(RelationshipTypeId type) const {
  const Overlay* const overlay = state_->overlay();
  return state_->committed().counts.of(type) + (overlay ? overlay->count_changes.of(type) : 0);
}

Result<std::optional<std::string>> Snapshot::record(Space space, std::string_view key) const {
  using Record = std::optional<std::string>;
  if (const Overlay* const overlay = state_->overlay()) {
    const auto& written = overlay->records[static_cast<std::size_t>(space)];
    const auto found = written.find(std::string(key));
    if (found != written.end()) return found->second;
  }
  const CommittedState& committed = state_->committed();
  const auto stored =
      committed.source->engine->get(family_of(space), key, committed.engine_snapshot.get());
  if (!stored) return fail(stored.error());
  if (!*stored) return Record();
  return Record((*stored)->view());
}

Result<std::vector<std::pair<std::string, std::string>>> Snapshot::records(
    Space space, std::string_view prefix) const {
  const CommittedState& committed = state_->committed();
  std::map<std::string, std::string> found;
  const Status scanned = committed.source->engine->scan(
      family_of(space), prefix, storage::after_prefix(prefix), committed.engine_snapshot.get(),
      [&](std::string_view key, std::string_view value) {
        found.emplace_hint(found.end(), key, value);
        return true;
      });
  if (!scanned) return fail(scanned.error());
  if (const Overlay* const overlay = state_->overlay()) {
    const auto& written = overlay->records[static_cast<std::size_t>(space)];
    for (auto at = written.lower_bound(std::string(prefix));
         at != written.end() && at->first.starts_with(prefix); ++at) {
      if (at->second) {
        found[at->first] = *at->second;
      } else {
        found.erase(at->first);
      }
    }
  }
  return std::vector<std::pair<std::string, std::string>>(found.begin(), found.end());
}

}  // namespace yeon::graph
