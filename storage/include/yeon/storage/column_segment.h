#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/slot_mask.h"
#include "yeon/base/value.h"
#include "yeon/storage/string_arena.h"

namespace yeon::storage {

/// How a column's values lie in memory and on disk. The numbers are on disk.
enum class ColumnType : std::uint8_t {
  kEmpty = 0,
  kBoolean = 1,
  kInteger = 2,
  kFloat = 3,
  kString = 4,
  kDate = 5,
  kLocalDateTime = 6,
  kMixed = 7,
};

/// One property of one group, decoded. Of the vectors only the one of `type` is in use, with
/// kGroupSize entries: integers also for dates, values for kLocalDateTime and kMixed.
///
/// Threads: a plain value; a copy shares the strings' bytes.
struct ColumnSegment {
  ColumnType type = ColumnType::kEmpty;
  SlotMask present;
  std::vector<std::uint8_t> booleans{};
  std::vector<std::int64_t> integers{};
  std::vector<double> floats{};
  std::vector<std::string_view> strings{};  ///< point into `arenas`
  std::vector<Value> values{};
  std::vector<std::shared_ptr<StringArena>> arenas{};  ///< only the last may grow

  Value value(Slot slot) const;
  /// Null removes. O(1), but the first value of another type turns the column into kMixed.
  void set(Slot slot, const Value& value);
  /// From now on new strings go to an arena of this copy's own, so that copies shared with other
  /// threads are left alone. Rewrites the strings once their arenas are many.
  void own_arena();
  /// Memory held, about.
  std::size_t bytes() const noexcept;
};

/// Small write to a column: the slot's new value, Null where it was removed; later ones win.
using ColumnDelta = std::vector<std::pair<Slot, Value>>;

// Column segment: see column_codec.cpp. Delta: (slot:u16 value)*.
std::string encode(const ColumnSegment& segment);
Result<ColumnSegment> decode_column(std::string_view bytes);
std::string encode(const ColumnDelta& delta);
Result<ColumnDelta> decode_column_delta(std::string_view bytes);
void apply_delta(const ColumnDelta& delta, ColumnSegment& segment);

}  // namespace yeon::storage
