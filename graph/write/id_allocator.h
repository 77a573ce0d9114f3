#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <unordered_map>

#include "read/committed_state.h"
#include "schema/id_set.h"

namespace yeon::graph {

/// Hands out ids, each once: node ids in groups of one label set, relationship ids in groups of
/// one type. Groups begun earlier are filled first. Ids of a transaction rolled back are lost
/// until the database is opened again.
///
/// Threads: all members from any thread.
class IdAllocator {
 public:
  /// Goes on where a committed version stopped.
  void resume(const CommittedState& state);

  void nodes(const IdSet<LabelId>& labels, std::span<NodeId> out);
  void relationships(RelationshipTypeId type, std::span<RelationshipId> out);

 private:
  struct Open {
    std::uint64_t next = 0;  // the next id
    std::uint64_t end = 0;   // of its group
  };
  static std::uint64_t take(Open& open, std::uint64_t& next_group);

  std::mutex mutex_;
  std::map<IdSet<LabelId>, Open> by_labels_;
  std::unordered_map<std::uint32_t, Open> by_type_;
  std::uint64_t next_node_group_ = 0;
  std::uint64_t next_relationship_group_ = 0;
};

}  // namespace yeon::graph
