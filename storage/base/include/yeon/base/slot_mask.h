#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "yeon/base/ids.h"

namespace yeon {

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

}  // namespace yeon
