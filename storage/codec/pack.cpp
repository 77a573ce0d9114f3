#include "yeon/storage/pack.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace yeon::storage {
namespace {

unsigned width_of(std::span<const std::uint64_t> block) {
  std::uint64_t bits = 0;
  for (const std::uint64_t value : block) bits |= value;
  return static_cast<unsigned>(std::bit_width(bits));
}

std::size_t block_bytes(std::size_t values, unsigned width) { return (values * width + 7) / 8; }

void pack_block(std::span<const std::uint64_t> block, unsigned width, ByteWriter& out) {
  std::uint64_t pending = 0;
  unsigned filled = 0;  // bits of `pending` in use, below 64
  const std::size_t end = out.size() + block_bytes(block.size(), width);
  for (const std::uint64_t value : block) {
    pending |= value << filled;
    filled += width;
    if (filled < 64) continue;
    out.u64(pending);
    filled -= 64;
    pending = filled == 0 ? 0 : value >> (width - filled);
  }
  for (; out.size() < end; pending >>= 8) out.u8(static_cast<std::uint8_t>(pending));
}

// Each value is a shift and a mask of one unaligned load; values that may reach into a ninth
// byte, and those near the end, take the careful way.
void unpack_bits(std::string_view bits, unsigned width, std::span<std::uint64_t> values) {
  const std::uint64_t mask = width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
  std::size_t i = 0;
  if (width <= 57 && bits.size() >= 8) {
    // Values that begin in a byte with seven more after it.
    const std::size_t last_bit = (bits.size() - 8) * 8 + 7;
    const std::size_t whole =
        width == 0 ? values.size() : std::min(values.size(), last_bit / width + 1);
    for (std::size_t bit = 0; i < whole; ++i, bit += width) {
      std::uint64_t word;
      std::memcpy(&word, bits.data() + bit / 8, 8);
      values[i] = (word >> (bit % 8)) & mask;
    }
  }
  for (; i < values.size(); ++i) {
    const std::size_t bit = i * width;
    std::uint64_t value = 0;
    unsigned have = 0;
    for (std::size_t byte = bit / 8; have < width + bit % 8 && byte < bits.size(); ++byte) {
      const auto next = static_cast<std::uint64_t>(static_cast<std::uint8_t>(bits[byte]));
      const unsigned shift = have;
      have += 8;
      if (shift >= bit % 8) {
        const unsigned at = shift - static_cast<unsigned>(bit % 8);
        if (at < 64) value |= next << at;
      } else {
        value |= next >> (bit % 8);
      }
    }
    values[i] = value & mask;
  }
}

}  // namespace

void pack(std::span<const std::uint64_t> values, ByteWriter& out) {
  for (std::size_t i = 0; i < values.size(); i += kPackBlock) {
    const auto block = values.subspan(i, std::min(kPackBlock, values.size() - i));
    const unsigned width = width_of(block);
    out.u8(static_cast<std::uint8_t>(width));
    pack_block(block, width, out);
  }
}

void unpack_block(ByteReader& in, std::span<std::uint64_t> block) {
  const unsigned width = in.u8();
  if (width > 64) in.fail();
  const std::string_view bits = in.bytes(block_bytes(block.size(), width));
  if (in.ok()) unpack_bits(bits, width, block);
}

void unpack(ByteReader& in, std::span<std::uint64_t> values) {
  for (std::size_t i = 0; i < values.size() && in.ok(); i += kPackBlock) {
    unpack_block(in, values.subspan(i, std::min(kPackBlock, values.size() - i)));
  }
}

std::size_t packed_size(std::span<const std::uint64_t> values) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < values.size(); i += kPackBlock) {
    const auto block = values.subspan(i, std::min(kPackBlock, values.size() - i));
    bytes += 1 + block_bytes(block.size(), width_of(block));
  }
  return bytes;
}

void pack_integers(std::span<const std::int64_t> values, ByteWriter& out) {
  if (values.empty()) return;
  const std::int64_t least = *std::min_element(values.begin(), values.end());
  std::vector<std::uint64_t> distances(values.size());
  std::vector<std::uint64_t> differences(values.size());
  auto before = static_cast<std::uint64_t>(values.front());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = static_cast<std::uint64_t>(values[i]);  // wraps, and wraps back
    distances[i] = value - static_cast<std::uint64_t>(least);
    differences[i] = zigzag(static_cast<std::int64_t>(value - before));
    before = value;
  }
  const bool differ = packed_size(differences) < packed_size(distances);
  out.u8(static_cast<std::uint8_t>(differ ? IntegerMode::kDifferences : IntegerMode::kFromLeast));
  out.u64(static_cast<std::uint64_t>(differ ? values.front() : least));
  pack(differ ? differences : distances, out);
}

void unpack_integers(ByteReader& in, std::span<std::int64_t> values) {
  std::size_t next = 0;
  for_each_integer(in, values.size(), [&](std::int64_t value) { values[next++] = value; });
}

}  // namespace yeon::storage
