#include "store/graph_edit.h"

#include <set>
#include <vector>

namespace yeon::ingest::store {
namespace {

/// All relationships of a node, a loop once; stops at the first where `any` will do.
Result<std::set<RelationshipId>> relationships_of(const graph::Snapshot& snapshot, NodeId node,
                                                  bool any) {
  std::set<RelationshipId> found;
  const GroupId group = group_of(node);
  for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
    for (const RelationshipTypeId type : snapshot.types(group, direction)) {
      auto adjacency = snapshot.adjacency(group, type, direction);
      if (!adjacency) return fail(std::move(adjacency).error());
      const auto relationships = adjacency->relationships(slot_of(node));
      found.insert(relationships.begin(), relationships.end());
      if (any && !found.empty()) return found;
    }
  }
  return found;
}

}  // namespace

Result<bool> has_relationships(const graph::Snapshot& snapshot, NodeId node) {
  auto found = relationships_of(snapshot, node, /*any=*/true);
  if (!found) return fail(std::move(found).error());
  return !found->empty();
}

Status delete_if_there(graph::Transaction& transaction, NodeId node) {
  auto exists = transaction.snapshot().exists(node);
  if (!exists) return fail(std::move(exists).error());
  return *exists ? transaction.delete_node(node) : Status{};
}

Status delete_if_there(graph::Transaction& transaction, RelationshipId relationship) {
  auto record = transaction.snapshot().relationship(relationship);
  if (!record) return fail(std::move(record).error());
  return *record ? transaction.delete_relationship(relationship) : Status{};
}

Status detach_delete(graph::Transaction& transaction, NodeId node) {
  auto relationships = relationships_of(transaction.snapshot(), node, /*any=*/false);
  if (!relationships) return fail(std::move(relationships).error());
  for (const RelationshipId relationship : *relationships) {
    Status status = transaction.delete_relationship(relationship);
    if (!status) return status;
  }
  return delete_if_there(transaction, node);
}

}  // namespace yeon::ingest::store
