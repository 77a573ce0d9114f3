#pragma once

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"
#include "yeon/graph/transaction.h"

namespace yeon::ingest::store {

/// Edits that hold even where somebody changed the graph by hand in between.

Result<bool> has_relationships(const graph::Snapshot& snapshot, NodeId node);

Status delete_if_there(graph::Transaction& transaction, NodeId node);
Status delete_if_there(graph::Transaction& transaction, RelationshipId relationship);

/// Deletes a node with every relationship it has.
Status detach_delete(graph::Transaction& transaction, NodeId node);

}  // namespace yeon::ingest::store
