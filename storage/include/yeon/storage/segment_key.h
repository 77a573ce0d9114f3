#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yeon/base/ids.h"

namespace yeon::storage {

// key := kind:u8 name:u32 group:u64 (big-endian, so that one column's segments lie together, in
// the order of their groups)

/// What a segment holds. The numbers are on disk.
enum class SegmentKind : std::uint8_t {
  kNodeLabels = 1,          ///< LabelSegment
  kNodeColumn = 2,          ///< ColumnSegment; name: property key
  kOutgoing = 3,            ///< AdjacencySegment; name: relationship type
  kIncoming = 4,            ///< AdjacencySegment; name: relationship type
  kRelationships = 5,       ///< RelationshipSegment of a relationship group
  kRelationshipColumn = 6,  ///< ColumnSegment of a relationship group; name: property key
};

/// Names one segment.
struct SegmentKey {
  SegmentKind kind{};
  std::uint32_t name = 0;
  std::uint64_t group = 0;
  friend bool operator==(const SegmentKey&, const SegmentKey&) = default;
};

std::string encode(const SegmentKey& key);
std::optional<SegmentKey> decode_segment_key(std::string_view bytes);

struct SegmentKeyHash {
  std::size_t operator()(const SegmentKey& key) const noexcept {
    std::uint64_t mixed = key.group * 0x9e3779b97f4a7c15ULL;
    mixed ^= (static_cast<std::uint64_t>(key.name) << 8 | static_cast<std::uint64_t>(key.kind)) *
             0xc2b2ae3d27d4eb4fULL;
    mixed ^= mixed >> 29;
    return static_cast<std::size_t>(mixed * 0xbf58476d1ce4e5b9ULL);
  }
};

}  // namespace yeon::storage
