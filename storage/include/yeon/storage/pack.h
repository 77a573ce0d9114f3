#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "yeon/storage/bytes.h"

namespace yeon::storage {

// packed := block*; block := width:u8 bits (up to 128 values of `width` bits, low bits first,
// padded to a whole byte). One large value so widens its own block only.

inline constexpr std::size_t kPackBlock = 128;

/// Appends `values`; the reader must know how many there are.
void pack(std::span<const std::uint64_t> values, ByteWriter& out);

/// Fills `values`. On short or malformed input the reader fails.
void unpack(ByteReader& in, std::span<std::uint64_t> values);

/// Reads one block of up to kPackBlock values. On short or malformed input the reader fails and
/// `block` is unspecified.
void unpack_block(ByteReader& in, std::span<std::uint64_t> block);

/// Calls `take(value)` for each of `count` packed values, without an array of them all. Stops when
/// the reader fails.
template <class Take>
void for_each_packed(ByteReader& in, std::size_t count, Take&& take) {
  std::array<std::uint64_t, kPackBlock> buffer;
  for (std::size_t done = 0; done < count;) {
    const std::span<std::uint64_t> block(buffer.data(), std::min(kPackBlock, count - done));
    unpack_block(in, block);
    if (!in.ok()) return;
    for (const std::uint64_t value : block) take(value);
    done += block.size();
  }
}

/// Bytes pack() would append. O(n).
std::size_t packed_size(std::span<const std::uint64_t> values);

/// Whether `count` packed values can be in what remains, so that a forged count allocates nothing.
inline bool may_unpack(const ByteReader& in, std::uint64_t count) {
  return (count + kPackBlock - 1) / kPackBlock <= in.remaining();
}

constexpr std::uint64_t zigzag(std::int64_t value) noexcept {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) noexcept {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// Integers by whichever is shorter: distance from the least, or difference from the one before.
void pack_integers(std::span<const std::int64_t> values, ByteWriter& out);
void unpack_integers(ByteReader& in, std::span<std::int64_t> values);

/// How pack_integers wrote its values: `mode:u8 first:u64 packed`.
enum class IntegerMode : std::uint8_t {
  kFromLeast = 0,    ///< packed: value - first
  kDifferences = 1,  ///< packed: zigzag(value - the one before, or first)
};

/// Calls `take(value)` for each of `count` values of pack_integers.
template <class Take>
void for_each_integer(ByteReader& in, std::size_t count, Take&& take) {
  if (count == 0) return;
  const auto mode = static_cast<IntegerMode>(in.u8());
  std::uint64_t first = in.u64();
  if (mode == IntegerMode::kFromLeast) {
    for_each_packed(in, count,
                    [&](std::uint64_t packed) { take(static_cast<std::int64_t>(first + packed)); });
  } else if (mode == IntegerMode::kDifferences) {
    for_each_packed(in, count, [&](std::uint64_t packed) {
      first += static_cast<std::uint64_t>(unzigzag(packed));
      take(static_cast<std::int64_t>(first));
    });
  } else {
    in.fail();
  }
}

}  // namespace yeon::storage
