#pragma once

#include "yeon/graph/column.h"
#include "yeon/storage/column_segment.h"

namespace yeon::graph {

/// What a Column shares.
struct ColumnData {
  storage::ColumnSegment segment;
};

}  // namespace yeon::graph
