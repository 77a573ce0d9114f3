#include "execute/operators/stored_rows.h"

#include <optional>

namespace yeon::query {
namespace {

/// The type all batches have for a slot, if they agree on one that words can hold.
std::optional<VectorType> common_type(const std::vector<Batch>& batches, SlotId slot) {
  std::optional<VectorType> found;
  for (const Batch& batch : batches) {
    if (!batch[slot]) return std::nullopt;
    const VectorType type = batch[slot].vector->type();
    if (type == VectorType::kValue || (found && found != type)) return std::nullopt;
    found = type;
  }
  return found;
}

}  // namespace

Batch collect_rows(const std::vector<Batch>& batches, std::span<const RowRef> refs,
                   std::span<const SlotId> live, std::size_t slots) {
  Batch out(refs.size(), slots);
  for (const SlotId slot : live) {
    bool there = false;
    for (const Batch& batch : batches) there |= static_cast<bool>(batch[slot]);
    if (!there) continue;
    if (const std::optional<VectorType> type = common_type(batches, slot)) {
      std::vector<std::uint64_t> words;
      std::vector<std::uint8_t> nulls;
      words.reserve(refs.size());
      for (const RowRef& ref : refs) {
        const Column& column = batches[ref.batch][slot];
        const std::size_t at = column.position(ref.row);
        if (!column.vector->nulls().empty()) {
          nulls.resize(refs.size());
          nulls[words.size()] = column.vector->nulls()[at];
        }
        words.push_back(column.vector->words()[at]);
      }
      out.set(slot, Column::of(Vector(*type, std::move(words), std::move(nulls))));
      continue;
    }
    std::vector<Value> values;
    values.reserve(refs.size());
    for (const RowRef& ref : refs) values.push_back(batches[ref.batch][slot].at(ref.row));
    out.set(slot, Column::of(Vector(std::move(values))));
  }
  return out;
}

}  // namespace yeon::query
