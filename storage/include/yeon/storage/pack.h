#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "yeon/storage/bytes.h"

namespace yeon::storage {

// packed := block*; block := width:u8 bits (up to 128 values of `width` bits, low bits first,
// padded to a whole byte). One large value so widens its own block only.

inline constexpr std::size_t kPackBlock = 128;

/// Appends `values`; the reader must know how many there are.
void pack(std::span<const std::uint64_t> values, ByteWriter& out);

/// Fills `values`. On short or malformed input the reader fails.
void unpack(ByteReader& in, std::span<std::uint64_t> values);

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

}  // namespace yeon::storage
