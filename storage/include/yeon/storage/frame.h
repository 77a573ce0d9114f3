#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::storage {

// frame := version:u8 kind:u8 count:u32 body:bytes xxh64:u64
// (little-endian; the hash is of all bytes before it)

/// The version of segments and records written by this program.
inline constexpr std::uint8_t kFrameVersion = 1;

/// What a frame's body holds. The numbers are on disk: never changed, never given again.
enum class FrameKind : std::uint8_t {
  kColumn = 1,
  kColumnDelta = 2,
  kAdjacency = 3,
  kAdjacencyDelta = 4,
  kLabels = 5,
  kLabelsDelta = 6,
  kRelationships = 7,
  kRelationshipsDelta = 8,
  kRecord = 9,
  kBroken = 10,  ///< what could not be folded, kept whole for repair
};

struct Frame {
  FrameKind kind{};
  std::uint32_t count = 0;
  std::string_view body;  ///< borrowed from the bytes given to open_frame
};

/// Wraps a body.
std::string make_frame(FrameKind kind, std::uint32_t count, std::string_view body);

/// Checks length, version and hash.
/// Errors: Corruption, and FormatVersion for a frame of a newer program.
Result<Frame> open_frame(std::string_view bytes);

/// open_frame, and Corruption unless the kind is `wanted`.
Result<Frame> open_frame(std::string_view bytes, FrameKind wanted);

}  // namespace yeon::storage
