#pragma once

#include "yeon/graph/snapshot.h"

namespace yeon::graph {

/// Lets the module's own parts see what stands behind a snapshot.
class SnapshotAccess {
 public:
  static const SnapshotState& state(const Snapshot& snapshot) { return *snapshot.state_; }
};

}  // namespace yeon::graph
