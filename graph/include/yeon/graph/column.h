#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "yeon/base/ids.h"
#include "yeon/base/slot_mask.h"
#include "yeon/base/value.h"

namespace yeon::graph {

using yeon::SlotMask;

/// How a column's values lie in memory.
enum class ColumnType : std::uint8_t {
  kEmpty,          ///< no slot has a value
  kBoolean,        ///< booleans()
  kInteger,        ///< integers()
  kFloat,          ///< floats()
  kString,         ///< string(slot)
  kDate,           ///< integers() as days
  kLocalDateTime,  ///< value(slot) only
  kMixed,          ///< value(slot) only: several kinds, lists, other temporal values
};

struct ColumnData;

/// The values of one property over one node or relationship group, as a snapshot sees them.
///
/// Shapes:  typed spans have kGroupSize entries; where present() lacks the slot, an entry is
///          unspecified.
/// Threads: immutable, so freely shared; a Column keeps its data alive, views live as long as it.
class Column {
 public:
  Column();  // empty
  explicit Column(std::shared_ptr<const ColumnData> data);
  Column(const Column&);
  Column(Column&&) noexcept;
  Column& operator=(const Column&);
  Column& operator=(Column&&) noexcept;
  ~Column();

  ColumnType type() const noexcept;
  const SlotMask& present() const noexcept;

  /// Each requires the type it names (integers() also kDate).
  std::span<const std::uint8_t> booleans() const noexcept;
  std::span<const std::int64_t> integers() const noexcept;
  std::span<const double> floats() const noexcept;
  /// Requires type() == kString and present().test(slot).
  std::string_view string(Slot slot) const noexcept;

  /// Any type; Null where absent. Copies, so not for hot loops.
  Value value(Slot slot) const;

 private:
  std::shared_ptr<const ColumnData> data_;
};

}  // namespace yeon::graph
