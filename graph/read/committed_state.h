#pragma once

#include <cstdint>
#include <memory>

#include "read/active_sequences.h"
#include "schema/counts.h"
#include "schema/directory.h"
#include "schema/group_records.h"
#include "schema/index_info.h"
#include "segments/segment_cache.h"
#include "yeon/graph/catalog.h"
#include "yeon/storage/engine.h"

namespace yeon::graph {

/// What segments are read from. Shared by every version of one database's content.
struct SegmentSource {
  SegmentSource(std::shared_ptr<storage::Engine> from, std::uint64_t cache_bytes)
      : engine(std::move(from)), cache(cache_bytes) {}

  std::shared_ptr<storage::Engine> engine;
  SegmentCache cache;
};

/// One committed version of the database: all that is small, and the moment at which to read what
/// is large. Immutable once published; shared by the snapshots of its moment.
struct CommittedState {
  explicit CommittedState(std::shared_ptr<ActiveSequences> among) : active(std::move(among)) {}
  CommittedState(const CommittedState&) = delete;
  CommittedState& operator=(const CommittedState&) = delete;
  ~CommittedState() {
    if (entered) active->leave(sequence);
  }

  /// Once `sequence` is set: from now on its versions are kept.
  void enter() {
    active->enter(sequence);
    entered = true;
  }

  std::uint64_t sequence = 0;
  storage::SharedEngineSnapshot engine_snapshot;
  std::shared_ptr<SegmentSource> source;
  Catalog catalog;
  Directory<NodeGroup> node_groups;
  Directory<RelationshipGroup> relationship_groups;
  Counts counts;
  std::shared_ptr<const Indexes> indexes;
  std::uint64_t schema_sequence = 0;  ///< of the last commit that changed `indexes`

 private:
  std::shared_ptr<ActiveSequences> active;
  bool entered = false;
};

}  // namespace yeon::graph
