#pragma once

#include <atomic>

#include "export/graph_source.h"
#include "yeon/graph/snapshot.h"

namespace yeon::tools {

/// A whole database as of one snapshot, read group by group: memory is bounded by one node group
/// and its relationships of one type, whatever the graph's size.
class SnapshotSource final : public GraphSource {
 public:
  /// Borrows `cancelled`, which stops a walk with Cancelled.
  SnapshotSource(graph::Snapshot snapshot, const std::atomic<bool>& cancelled);

  Status for_each_node(const NodeVisitor& visit) const override;
  Status for_each_relationship(const RelationshipVisitor& visit) const override;

 private:
  Status visit_nodes(GroupId group, const NodeVisitor& visit) const;
  Status visit_relationships(GroupId group, RelationshipTypeId type,
                             const RelationshipVisitor& visit) const;
  Status check_cancelled() const;

  graph::Snapshot snapshot_;
  const std::atomic<bool>& cancelled_;
};

}  // namespace yeon::tools
