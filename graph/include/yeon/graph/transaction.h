#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/snapshot.h"

namespace yeon::graph {

class TransactionState;

/// What a unique constraint, an existence constraint or an index is declared on.
struct IndexDefinition {
  std::string name;
  std::string label;
  std::string property;
  bool unique = false;
  friend bool operator==(const IndexDefinition&, const IndexDefinition&) = default;
};

/// One atomic set of writes over the snapshot of its beginning.
///
/// All or nothing: commit() makes every write visible and durable at once; rollback(), or
/// destruction without commit(), leaves no trace.
/// Errors:  WriteConflict from commit() when another transaction changed the same node,
///          relationship or unique key since the beginning: run the work again.
///          EntityNotFound from a write on what is not there; TypeError for a value that cannot be
///          stored; ConstraintValidationFailed for a unique key taken.
/// Threads: one thread. Several transactions may write at once.
class Transaction {
 public:
  explicit Transaction(std::unique_ptr<TransactionState> state);
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) noexcept;
  ~Transaction();

  /// The graph as this transaction sees it: its own writes show at once.
  const Snapshot& snapshot() const;

  // --- Names: found or added. At most 2^32 each.
  LabelId label(std::string_view name);
  RelationshipTypeId type(std::string_view name);
  PropertyKeyId key(std::string_view name);

  // --- Nodes, in batches of equal labels. Returned ids fill `out`.
  Status create_nodes(std::span<const LabelId> labels, std::span<NodeId> out);
  Result<NodeId> create_node(std::span<const LabelId> labels);
  /// nodes[i] gets values[i]; Null removes.
  Status set_properties(std::span<const NodeId> nodes, PropertyKeyId key,
                        std::span<const Value> values);
  Status set_property(NodeId node, PropertyKeyId key, const Value& value);
  Status add_label(NodeId node, LabelId label);
  Status remove_label(NodeId node, LabelId label);
  /// Fails with ConstraintValidationFailed / DeleteConnectedNode while relationships remain,
  /// checked at commit(), so that they may be deleted after it.
  Status delete_node(NodeId node);

  // --- Relationships, in batches of one type: starts, ends and out have equal sizes.
  Status create_relationships(RelationshipTypeId type, std::span<const NodeId> starts,
                              std::span<const NodeId> ends, std::span<RelationshipId> out);
  Result<RelationshipId> create_relationship(NodeId start, RelationshipTypeId type, NodeId end);
  Status set_properties(std::span<const RelationshipId> relationships, PropertyKeyId key,
                        std::span<const Value> values);
  Status set_property(RelationshipId relationship, PropertyKeyId key, const Value& value);
  Status delete_relationship(RelationshipId relationship);

  // --- Schema.
  Status create_index(const IndexDefinition& definition);
  Status drop_index(std::string_view name);

  // --- Records beside the graph, in the same atomic commit.
  Status put_record(Space space, std::string_view key, std::string_view value);
  Status erase_record(Space space, std::string_view key);

  Status commit();
  void rollback();

 private:
  std::unique_ptr<TransactionState> state_;
};

}  // namespace yeon::graph
