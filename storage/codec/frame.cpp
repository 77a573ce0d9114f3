#include "yeon/storage/frame.h"

#include <xxhash.h>

#include "yeon/storage/bytes.h"

namespace yeon::storage {
namespace {

constexpr std::size_t kHeader = 6;
constexpr std::size_t kHash = 8;

}  // namespace

std::string make_frame(FrameKind kind, std::uint32_t count, std::string_view body) {
  ByteWriter out;
  out.buffer().reserve(kHeader + body.size() + kHash);
  out.u8(kFrameVersion);
  out.u8(static_cast<std::uint8_t>(kind));
  out.u32(count);
  out.bytes(body);
  out.u64(XXH64(out.view().data(), out.size(), 0));
  return out.take();
}

Result<Frame> open_frame(std::string_view bytes) {
  if (bytes.size() < kHeader + kHash) {
    return fail(ErrorType::kCorruption,
                fmt::format("a frame of {} bytes is too short", bytes.size()));
  }
  const std::string_view hashed = bytes.substr(0, bytes.size() - kHash);
  ByteReader tail(bytes.substr(hashed.size()));
  if (XXH64(hashed.data(), hashed.size(), 0) != tail.u64()) {
    return fail(ErrorType::kCorruption, "a checksum disagrees with its bytes");
  }
  ByteReader in(hashed);
  const std::uint8_t version = in.u8();
  if (version > kFrameVersion) {
    return fail(
        ErrorType::kFormatVersion,
        fmt::format("a segment has format {}, this program knows {}", version, kFrameVersion),
        "use a newer yeon");
  }
  Frame frame;
  frame.kind = static_cast<FrameKind>(in.u8());
  frame.count = in.u32();
  frame.body = in.bytes(in.remaining());
  return frame;
}

Result<Frame> open_frame(std::string_view bytes, FrameKind wanted) {
  Result<Frame> frame = open_frame(bytes);
  if (frame && frame->kind != wanted) {
    return fail(ErrorType::kCorruption,
                fmt::format("a frame of kind {} stands where kind {} belongs",
                            static_cast<int>(frame->kind), static_cast<int>(wanted)));
  }
  return frame;
}

}  // namespace yeon::storage
