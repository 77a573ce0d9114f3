#pragma once

#include <string>

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"

namespace yeon::ingest {

/// 32 hex digits that two graphs share when they are the same up to ids: nodes with their labels
/// and properties, relationships with their types, directions and properties. An article's `id` and
/// `retrieved` do not count, since they tell how it came and not what it says.
///
/// Method: colour refinement (Weisfeiler and Leman), three rounds; each node's colour is hashed
/// with the sum of its relationships' hashes, so that no order matters. Graphs that differ only
/// beyond what three rounds see, or by chance of 2^-64 a node, would be taken for the same.
/// Complexity: O(nodes + relationships) time, 16 bytes a node and 8 a relationship.
Result<std::string> digest(const graph::Snapshot& snapshot);

}  // namespace yeon::ingest
