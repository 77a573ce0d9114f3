#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "yeon/base/ids.h"
#include "yeon/base/value.h"

namespace yeon::graph {

/// A set of slots of one group, one bit each. 256 bytes, a plain value.
class SlotMask {
 public:
  static constexpr std::size_t kWords = kGroupSize / 64;

  bool test(Slot slot) const noexcept { return (words_[slot >> 6] >> (slot & 63)) & 1; }
  void set(Slot slot) noexcept { words_[slot >> 6] |= std::uint64_t{1} << (slot & 63); }
  void reset(Slot slot) noexcept { words_[slot >> 6] &= ~(std::uint64_t{1} << (slot & 63)); }

  std::size_t count() const noexcept {
    std::size_t bits = 0;
    for (const std::uint64_t word : words_) bits += static_cast<std::size_t>(std::popcount(word));
    return bits;
  }
  bool none() const noexcept {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  SlotMask& operator&=(const SlotMask& other) noexcept {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  SlotMask& operator|=(const SlotMask& other) noexcept {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
    return *this;
  }

  /// Calls `visit(Slot)` for each member, ascending.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < kWords; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<Slot>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  std::span<const std::uint64_t, kWords> words() const noexcept { return words_; }
  std::span<std::uint64_t, kWords> words() noexcept { return words_; }

  friend bool operator==(const SlotMask&, const SlotMask&) = default;

 private:
  std::array<std::uint64_t, kWords> words_{};
};

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
