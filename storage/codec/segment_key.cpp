#include "yeon/storage/segment_key.h"

#include "yeon/storage/ordered_key.h"

namespace yeon::storage {

std::string encode(const SegmentKey& key) {
  std::string out;
  out.reserve(13);
  out.push_back(static_cast<char>(key.kind));
  append_big_endian(key.name, out);
  append_big_endian(key.group, out);
  return out;
}

std::optional<SegmentKey> decode_segment_key(std::string_view bytes) {
  if (bytes.size() != 13) return std::nullopt;
  SegmentKey key;
  key.kind = static_cast<SegmentKind>(bytes[0]);
  key.name = static_cast<std::uint32_t>(read_big_endian(bytes.substr(1, 4)));
  key.group = read_big_endian(bytes.substr(5, 8));
  return key;
}

}  // namespace yeon::storage
