#include "write/transaction_state.h"
#include "yeon/storage/value_codec.h"

namespace yeon::graph {
namespace {

tl::unexpected<Error> no_such_relationship(RelationshipId relationship) {
  return fail({.type = ErrorType::kEntityNotFound,
               .phase = ErrorPhase::kRuntime,
               .detail = "DeletedEntityAccess",
               .message = fmt::format("there is no relationship {}", raw(relationship))});
}

tl::unexpected<Error> no_end(NodeId node) {
  return fail(
      {.type = ErrorType::kEntityNotFound,
       .phase = ErrorPhase::kRuntime,
       .detail = "DeletedEntityAccess",
       .message = fmt::format("a relationship needs node {}, which is not there", raw(node))});
}

}  // namespace

Result<RelationshipRecord> TransactionState::relationship_is_here(
    RelationshipId relationship) const {
  const auto record = snapshot_.relationship(relationship);
  if (!record) return fail(record.error());
  if (!*record) return no_such_relationship(relationship);
  return **record;
}

Status TransactionState::create_relationships(RelationshipTypeId type,
                                              std::span<const NodeId> starts,
                                              std::span<const NodeId> ends,
                                              std::span<RelationshipId> out) {
  if (Status open = open_for_writing(); !open) return open;
  for (const auto& side : {starts, ends}) {
    for (const NodeId node : side) {
      const Result<bool> here = node_is_here(node);
      if (!here) return fail(here.error());
      if (!*here) return no_end(node);
      if (!created_here(node)) footprint_.attached_nodes.insert(raw(node));
    }
  }
  store_->ids().relationships(type, out);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const GroupId group = group_of(out[i]);
    const Slot slot = slot_of(out[i]);
    const auto segment = own_relationships(group, slot);
    if (!segment) return fail(segment.error());
    (*segment)->add(slot, starts[i], ends[i]);
    RelationshipGroup& record = own_relationship_group(group);
    record.type = type;
    record.used = std::max(record.used, slot + 1u);
    ++record.live;
    ++overlay_.relationship_live_changes[raw(group)];
    created_relationships_[raw(group)].set(slot);
    const auto from = own_adjacency(starts[i], type, Direction::kOutgoing);
    if (!from) return fail(from.error());
    (*from)->log.added.push_back({slot_of(starts[i]), ends[i], out[i]});
    const auto to = own_adjacency(ends[i], type, Direction::kIncoming);
    if (!to) return fail(to.error());
    (*to)->log.added.push_back({slot_of(ends[i]), starts[i], out[i]});
    insert(own_group(group_of(starts[i])).outgoing, type);
    insert(own_group(group_of(ends[i])).incoming, type);
  }
  overlay_.count_changes.relationships += out.size();
  overlay_.count_changes.at(type) += out.size();
  return {};
}

Status TransactionState::set_property(RelationshipId relationship, PropertyKeyId key,
                                      const Value& value) {
  if (Status open = open_for_writing(); !open) return open;
  if (!value.is_null() && !storage::storable(value)) {
    return fail(
        {.type = ErrorType::kTypeError,
         .phase = ErrorPhase::kRuntime,
         .detail = "InvalidPropertyType",
         .message = fmt::format("a {} cannot be stored as a property", name(value.kind()))});
  }
  const auto record = relationship_is_here(relationship);
  if (!record) return fail(record.error());
  touch(relationship);
  const GroupId group = group_of(relationship);
  if (!value.is_null()) insert(own_relationship_group(group).keys, key);
  const auto column = own_column(relationship_column_key(group, key), slot_of(relationship));
  if (!column) return fail(column.error());
  (*column)->segment.set(slot_of(relationship), value);
  return {};
}

Status TransactionState::delete_relationship(RelationshipId relationship) {
  if (Status open = open_for_writing(); !open) return open;
  const auto record = relationship_is_here(relationship);
  if (!record) return fail(record.error());
  touch(relationship);
  const GroupId group = group_of(relationship);
  const Slot slot = slot_of(relationship);
  const IdSet<PropertyKeyId> keys = view_->relationship_group(group)->keys;
  for (const PropertyKeyId key : keys) {
    const auto column = view_->relationship_column(group, key);
    if (!column) return fail(column.error());
    if (!(*column)->segment.present.test(slot)) continue;
    const auto own = own_column(relationship_column_key(group, key), slot);
    if (!own) return fail(own.error());
    (*own)->segment.set(slot, Value());
  }
  const auto from = own_adjacency(record->start, record->type, Direction::kOutgoing);
  if (!from) return fail(from.error());
  (*from)->log.removed.push_back({slot_of(record->start), record->end, relationship});
  const auto to = own_adjacency(record->end, record->type, Direction::kIncoming);
  if (!to) return fail(to.error());
  (*to)->log.removed.push_back({slot_of(record->end), record->start, relationship});
  const auto segment = own_relationships(group, slot);
  if (!segment) return fail(segment.error());
  (*segment)->live.reset(slot);
  --own_relationship_group(group).live;
  --overlay_.relationship_live_changes[raw(group)];
  --overlay_.count_changes.relationships;
  --overlay_.count_changes.at(record->type);
  return {};
}

}  // namespace yeon::graph
