#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bind/expr.h"
#include "execute/vector.h"

namespace yeon::query {

/// As many rows as a node group has slots, so that a scanned group is one batch.
inline constexpr std::size_t kBatchRows = kGroupSize;

/// Some rows: one column per slot of the statement. Copying shares the columns.
struct Batch {
  std::size_t rows = 0;
  std::vector<Column> columns;

  Batch() = default;
  Batch(std::size_t row_count, std::size_t slots) : rows(row_count), columns(slots) {}

  const Column& operator[](SlotId slot) const { return columns[slot]; }
  void set(SlotId slot, Column column) { columns[slot] = std::move(column); }
};

/// The rows of `batch` at `rows`, in that order and as often as they occur; only the columns of
/// `live` are kept. Costs one index per distinct index, not per column.
Batch gather(const Batch& batch, std::vector<std::uint32_t> rows, std::span<const SlotId> live);

}  // namespace yeon::query
