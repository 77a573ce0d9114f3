#include "yeon/graph/transaction.h"

#include "write/transaction_state.h"

namespace yeon::graph {

Transaction::Transaction(std::unique_ptr<TransactionState> state) : state_(std::move(state)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction& Transaction::operator=(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

const Snapshot& Transaction::snapshot() const { return state_->snapshot(); }

LabelId Transaction::label(std::string_view name) { return state_->label(name); }
RelationshipTypeId Transaction::type(std::string_view name) { return state_->type(name); }
PropertyKeyId Transaction::key(std::string_view name) { return state_->key(name); }

Status Transaction::create_nodes(std::span<const LabelId> labels, std::span<NodeId> out) {
  return state_->create_nodes(labels, out);
}

Result<NodeId> Transaction::create_node(std::span<const LabelId> labels) {
  NodeId node{};
  Status created = state_->create_nodes(labels, {&node, 1});
  if (!created) return fail(std::move(created).error());
  return node;
}

Status Transaction::set_properties(std::span<const NodeId> nodes, PropertyKeyId key,
                                   std::span<const Value> values) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Status done = state_->set_property(nodes[i], key, values[i]);
    if (!done) return done;
  }
  return {};
}

Status Transaction::set_property(NodeId node, PropertyKeyId key, const Value& value) {
  return state_->set_property(node, key, value);
}
Status Transaction::add_label(NodeId node, LabelId label) {
  return state_->set_label(node, label, true);
}
Status Transaction::remove_label(NodeId node, LabelId label) {
  return state_->set_label(node, label, false);
}
Status Transaction::delete_node(NodeId node) { return state_->delete_node(node); }

Status Transaction::create_relationships(RelationshipTypeId type, std::span<const NodeId> starts,
                                         std::span<const NodeId> ends,
                                         std::span<RelationshipId> out) {
  return state_->create_relationships(type, starts, ends, out);
}

Result<RelationshipId> Transaction::create_relationship(NodeId start, RelationshipTypeId type,
                                                        NodeId end) {
  RelationshipId id{};
  Status created = state_->create_relationships(type, {&start, 1}, {&end, 1}, {&id, 1});
  if (!created) return fail(std::move(created).error());
  return id;
}

Status Transaction::set_properties(std::span<const RelationshipId> relationships, PropertyKeyId key,
                                   std::span<const Value> values) {
  for (std::size_t i = 0; i < relationships.size(); ++i) {
    Status done = state_->set_property(relationships[i], key, values[i]);
    if (!done) return done;
  }
  return {};
}

Status Transaction::set_property(RelationshipId relationship, PropertyKeyId key,
                                 const Value& value) {
  return state_->set_property(relationship, key, value);
}
Status Transaction::delete_relationship(RelationshipId relationship) {
  return state_->delete_relationship(relationship);
}

Status Transaction::create_index(const IndexDefinition& definition) {
  return state_->create_index(definition);
}
Status Transaction::drop_index(std::string_view name) { return state_->drop_index(name); }

Status Transaction::put_record(Space space, std::string_view key, std::string_view value) {
  return state_->put_record(space, key, std::string(value));
}
Status Transaction::erase_record(Space space, std::string_view key) {
  return state_->put_record(space, key, std::nullopt);
}

Status Transaction::commit() { return state_->commit(); }
void Transaction::rollback() { state_->rollback(); }

}  // namespace yeon::graph
