#include "write/overlay.h"

namespace yeon::graph {

void PrivateAdjacency::settle() {
  const std::span<const storage::Tie> added(log.added);
  const std::span<const storage::Tie> removed(log.removed);
  if (settled_added == added.size() && settled_removed == removed.size()) return;
  if (data.use_count() > 1) data = std::make_shared<AdjacencyData>(*data);
  data->apply(added.subspan(settled_added), removed.subspan(settled_removed));
  settled_added = added.size();
  settled_removed = removed.size();
}

}  // namespace yeon::graph
