#include "read/index_seek.h"
#include "write/transaction_state.h"
#include "yeon/storage/value_codec.h"

namespace yeon::graph {
namespace {

tl::unexpected<Error> no_such_node(NodeId node) {
  return fail({.type = ErrorType::kEntityNotFound,
               .phase = ErrorPhase::kRuntime,
               .detail = "DeletedEntityAccess",
               .message = fmt::format("there is no node {}", raw(node))});
}

tl::unexpected<Error> not_storable(const Value& value) {
  return fail({.type = ErrorType::kTypeError,
               .phase = ErrorPhase::kRuntime,
               .detail = "InvalidPropertyType",
               .message = fmt::format("a {} cannot be stored as a property", name(value.kind())),
               .hint = "properties are scalars, temporal values, points, and lists of those"});
}

}  // namespace

Result<bool> TransactionState::node_is_here(NodeId node) const {
  if (view_->node_group(group_of(node)) == nullptr) return false;
  const auto segment = view_->labels(group_of(node));
  if (!segment) return fail(segment.error());
  return (*segment)->live.test(slot_of(node));
}

Status TransactionState::create_nodes(std::span<const LabelId> labels, std::span<NodeId> out) {
  if (Status open = open_for_writing(); !open) return open;
  IdSet<LabelId> set;
  for (const LabelId label : labels) insert(set, label);
  store_->ids().nodes(set, out);
  for (std::size_t i = 0; i < out.size();) {
    const GroupId group = group_of(out[i]);
    const auto segment = own_labels(group, slot_of(out[i]));
    if (!segment) return fail(segment.error());
    NodeGroup& record = own_group(group);
    if (record.used == 0) record.home = set;
    insert_all(record.labels, set);
    SlotMask& dirty = overlay_.labels.at(raw(group)).dirty;
    SlotMask& fresh = created_nodes_[raw(group)];
    std::size_t end = i;
    for (; end < out.size() && group_of(out[end]) == group; ++end) {
      const Slot slot = slot_of(out[end]);
      (*segment)->live.set(slot);
      dirty.set(slot);
      fresh.set(slot);
      record.used = std::max(record.used, slot + 1u);
    }
    for (const LabelId label : set) {
      SlotMask& mask = (*segment)->mask(label);
      for (std::size_t j = i; j < end; ++j) mask.set(slot_of(out[j]));
    }
    record.live += static_cast<std::uint32_t>(end - i);
    overlay_.node_live_changes[raw(group)] += static_cast<std::int64_t>(end - i);
    i = end;
  }
  overlay_.count_changes.nodes += out.size();
  for (const LabelId label : set) overlay_.count_changes.at(label) += out.size();
  return {};
}

Status TransactionState::set_property(NodeId node, PropertyKeyId key, const Value& value) {
  if (Status open = open_for_writing(); !open) return open;
  if (!value.is_null() && !storage::storable(value)) return not_storable(value);
  const Result<bool> here = node_is_here(node);
  if (!here) return fail(here.error());
  if (!*here) return no_such_node(node);
  touch(node);
  return write_value(node, key, value);
}

Status TransactionState::write_value(NodeId node, PropertyKeyId key, const Value& value) {
  const GroupId group = group_of(node);
  if (!value.is_null()) insert(own_group(group).keys, key);
  const auto column = own_column(node_column_key(group, key), slot_of(node));
  if (!column) return fail(column.error());
  for (const IndexInfo& index : view_->indexes()) {
    if (index.key != key) continue;
    const auto labels = view_->labels(group);
    if (!labels) return fail(labels.error());
    const SlotMask* const having = (*labels)->find(index.label);
    if (having == nullptr || !having->test(slot_of(node))) continue;
    index_value(node, index, (*column)->segment.value(slot_of(node)), false);
    index_value(node, index, value, true);
  }
  (*column)->segment.set(slot_of(node), value);
  return {};
}

Status TransactionState::index_value(NodeId node, const IndexInfo& index, const Value& value,
                                     bool added) {
  if (!value.is_null()) overlay_.index_entries[index_entry(index, value, node)] = added;
  return {};
}

Status TransactionState::index_label(NodeId node, LabelId label, bool added) {
  for (const IndexInfo& index : view_->indexes()) {
    if (index.label != label) continue;
    const auto column = view_->node_column(group_of(node), index.key);
    if (!column) return fail(column.error());
    Status done = index_value(node, index, (*column)->segment.value(slot_of(node)), added);
    if (!done) return done;
  }
  return {};
}

Status TransactionState::set_label(NodeId node, LabelId label, bool wanted) {
  if (Status open = open_for_writing(); !open) return open;
  const Result<bool> here = node_is_here(node);
  if (!here) return fail(here.error());
  if (!*here) return no_such_node(node);
  const auto before = view_->labels(group_of(node));
  if (!before) return fail(before.error());
  const SlotMask* const having = (*before)->find(label);
  if ((having != nullptr && having->test(slot_of(node))) == wanted) return {};
  touch(node);
  const auto segment = own_labels(group_of(node), slot_of(node));
  if (!segment) return fail(segment.error());
  if (wanted) {
    (*segment)->mask(label).set(slot_of(node));
    insert(own_group(group_of(node)).labels, label);
  } else {
    (*segment)->mask(label).reset(slot_of(node));
  }
  overlay_.count_changes.at(label) += wanted ? 1 : ~std::uint64_t{0};
  return index_label(node, label, wanted);
}

Status TransactionState::delete_node(NodeId node) {
  if (Status open = open_for_writing(); !open) return open;
  const Result<bool> here = node_is_here(node);
  if (!here) return fail(here.error());
  if (!*here) return no_such_node(node);
  touch(node);
  if (!created_here(node)) footprint_.deleted_nodes.insert(raw(node));
  const GroupId group = group_of(node);
  const Slot slot = slot_of(node);
  // A copy: writing values may move the record.
  const IdSet<PropertyKeyId> keys = view_->node_group(group)->keys;
  for (const PropertyKeyId key : keys) {
    const auto column = view_->node_column(group, key);
    if (!column) return fail(column.error());
    if (!(*column)->segment.present.test(slot)) continue;
    if (Status done = write_value(node, key, Value()); !done) return done;
  }
  const auto segment = own_labels(group, slot);
  if (!segment) return fail(segment.error());
  for (auto& [label, mask] : (*segment)->labels) {
    if (mask.test(slot)) --overlay_.count_changes.at(label);
    mask.reset(slot);
  }
  (*segment)->live.reset(slot);
  --own_group(group).live;
  --overlay_.node_live_changes[raw(group)];
  --overlay_.count_changes.nodes;
  deleted_.insert(raw(node));
  return {};
}

}  // namespace yeon::graph
