#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "execute/batch.h"

namespace yeon::query {

/// A row of a list of batches.
struct RowRef {
  std::uint32_t batch = 0;
  std::uint32_t row = 0;
};

/// The rows at `refs`, of the columns of `live`, as one batch: typed where all are.
Batch collect_rows(const std::vector<Batch>& batches, std::span<const RowRef> refs,
                   std::span<const SlotId> live, std::size_t slots);

}  // namespace yeon::query
