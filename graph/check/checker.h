#pragma once

#include "read/snapshot_state.h"
#include "yeon/graph/check.h"

namespace yeon::graph {

/// One run of check(): each step looks at one sort of thing and adds to the report.
class Checker {
 public:
  Checker(const SnapshotState& state, const CheckProgress& progress)
      : state_(state), progress_(progress) {}

  Result<CheckReport> run();

 private:
  Status check_segments();
  void check_segment(const storage::SegmentKey& key, std::string_view value);
  Status check_nodes();
  Status check_node_group(GroupId id, const NodeGroup& group);
  Status check_edges_of(GroupId id, const NodeGroup& group, Direction direction);
  Status check_relationships();
  Status check_relationship_group(GroupId id, const RelationshipGroup& group);
  Status check_ends(RelationshipId id, RelationshipTypeId type, NodeId start, NodeId end);
  void check_counts();
  Status check_index(const IndexInfo& index);
  Status expected_entries(const IndexInfo& index, std::uint64_t& count);

  /// For what fails to read: Corruption is a problem, anything else ends the check.
  Status failed(const Error& error, std::string_view where);
  void problem(std::string line);
  Status advance(double done) const;

  const SnapshotState& state_;
  const CheckProgress& progress_;
  CheckReport report_;
  Counts found_;
  std::uint64_t ties_[2] = {0, 0};  // by direction
};

}  // namespace yeon::graph
