#include "execute/batch.h"

namespace yeon::query {

Batch gather(const Batch& batch, std::vector<std::uint32_t> rows, std::span<const SlotId> live) {
  Batch out(rows.size(), batch.columns.size());
  const RowIndex plain = std::make_shared<const std::vector<std::uint32_t>>(std::move(rows));
  std::vector<std::pair<const void*, RowIndex>> composed;
  for (const SlotId slot : live) {
    const Column& column = batch.columns[slot];
    if (!column) continue;
    if (column.constant) {
      out.columns[slot] = column;
      continue;
    }
    if (!column.index) {
      out.columns[slot] = {column.vector, plain, false};
      continue;
    }
    RowIndex index;
    for (const auto& [from, to] : composed) {
      if (from == column.index.get()) index = to;
    }
    if (!index) {
      std::vector<std::uint32_t> merged(plain->size());
      const std::vector<std::uint32_t>& inner = *column.index;
      for (std::size_t i = 0; i < merged.size(); ++i) merged[i] = inner[(*plain)[i]];
      index = std::make_shared<const std::vector<std::uint32_t>>(std::move(merged));
      composed.emplace_back(column.index.get(), index);
    }
    out.columns[slot] = {column.vector, std::move(index), false};
  }
  return out;
}

}  // namespace yeon::query
