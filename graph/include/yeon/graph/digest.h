#pragma once

#include <string>

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"

namespace yeon::graph {

/// A hash of the graph's content, as 32 hexadecimal digits: names, values and who is tied to whom,
/// but not ids, the order of writing or anything else of storage. Two equal graphs have one digest;
/// two that differ have different ones, but for a chance of 2^-64 and for graphs that differ only
/// in how nodes alike in themselves and in their ties are joined further away.
///
/// Method: each node's hash is of its labels and properties, then of that and of its ties' types,
///         directions, properties and far ends; sums over all nodes do not see order.
/// Complexity: O(nodes + relationships) time, 16 bytes an id of memory.
Result<std::string> digest(const Snapshot& snapshot);

}  // namespace yeon::graph
