#pragma once

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"
#include "yeon/query/result.h"

namespace yeon::query {

/// Adds to `result` an image of every node and relationship in its rows. What is no longer there
/// is taken from `before`, if that is given.
/// Cost: one look-up for each distinct entity.
Status add_images(QueryResult& result, const graph::Snapshot& snapshot,
                  const graph::Snapshot* before);

}  // namespace yeon::query
