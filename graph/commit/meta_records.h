#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/index_info.h"
#include "yeon/base/result.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"

namespace yeon::graph {

// The small records of the meta family, each a frame(kRecord, 1).

inline std::string text_record(std::string_view text) {
  return storage::make_frame(storage::FrameKind::kRecord, 1, text);
}

inline std::string number_record(std::uint64_t number) {
  storage::ByteWriter out;
  out.u64(number);
  return text_record(out.view());
}

inline Result<std::string> read_text_record(std::string_view bytes) {
  return storage::open_frame(bytes, storage::FrameKind::kRecord)
      .map([](const storage::Frame& frame) { return std::string(frame.body); });
}

inline Result<std::uint64_t> read_number_record(std::string_view bytes) {
  const auto frame = storage::open_frame(bytes, storage::FrameKind::kRecord);
  if (!frame) return fail(frame.error());
  storage::ByteReader in(frame->body);
  const std::uint64_t number = in.u64();
  if (!in.at_end()) return fail(ErrorType::kCorruption, "a number's record is damaged");
  return number;
}

// index := label:u32 key:u32 unique:u8 name:text
inline std::string index_record(const IndexInfo& index) {
  storage::ByteWriter out;
  out.u32(raw(index.label));
  out.u32(raw(index.key));
  out.u8(index.unique ? 1 : 0);
  out.text(index.name);
  return text_record(out.view());
}

inline Result<IndexInfo> read_index_record(std::uint32_t id, std::string_view bytes) {
  const auto frame = storage::open_frame(bytes, storage::FrameKind::kRecord);
  if (!frame) return fail(frame.error());
  storage::ByteReader in(frame->body);
  IndexInfo index;
  index.id = id;
  index.label = LabelId{in.u32()};
  index.key = PropertyKeyId{in.u32()};
  index.unique = in.u8() != 0;
  index.name = in.text();
  if (!in.at_end()) return fail(ErrorType::kCorruption, "an index's record is damaged");
  return index;
}

}  // namespace yeon::graph
