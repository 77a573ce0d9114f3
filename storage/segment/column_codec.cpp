#include "segment/mask_codec.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/column_segment.h"
#include "yeon/storage/frame.h"
#include "yeon/storage/pack.h"
#include "yeon/storage/value_codec.h"

// column := frame(kColumn, present slots) of: type:u8 mask body
// body   := boolean: packed | integer, date: integers | float: f64*
//           | string: 0:u8 lengths:packed bytes
//           | string: 1:u8 distinct:varint text* indexes:packed
//           | local date-time, mixed: value*
// Only present slots are stored, ascending.

namespace yeon::storage {
namespace {

enum class StringMode : std::uint8_t { kPlain = 0, kDictionary = 1 };

tl::unexpected<Error> corrupt(std::string_view what) {
  return fail(ErrorType::kCorruption, fmt::format("a column segment is damaged: {}", what));
}

void encode_plain_strings(const std::vector<std::string_view>& strings, ByteWriter& out) {
  out.u8(static_cast<std::uint8_t>(StringMode::kPlain));
  std::vector<std::uint64_t> lengths;
  for (const std::string_view text : strings) lengths.push_back(text.size());
  pack(lengths, out);
  for (const std::string_view text : strings) out.bytes(text);
}

void encode_strings(const std::vector<std::string_view>& strings, ByteWriter& out) {
  std::unordered_map<std::string_view, std::uint64_t> numbers;
  std::vector<std::string_view> distinct;
  std::vector<std::uint64_t> indexes;
  for (const std::string_view text : strings) {
    const auto [found, added] = numbers.try_emplace(text, distinct.size());
    if (added) distinct.push_back(text);
    indexes.push_back(found->second);
    if (distinct.size() > 16 && distinct.size() * 2 > strings.size()) {
      return encode_plain_strings(strings, out);
    }
  }
  out.u8(static_cast<std::uint8_t>(StringMode::kDictionary));
  out.varint(distinct.size());
  for (const std::string_view text : distinct) out.text(text);
  pack(indexes, out);
}

void decode_plain_strings(ByteReader& in, const std::vector<Slot>& slots, StringArena& arena,
                          ColumnSegment& column) {
  std::vector<std::uint64_t> lengths(slots.size());
  unpack(in, lengths);
  for (std::size_t i = 0; i < slots.size() && in.ok(); ++i) {
    column.strings[slots[i]] = arena.add(in.bytes(lengths[i]));
  }
}

void decode_dictionary(ByteReader& in, const std::vector<Slot>& slots, StringArena& arena,
                       ColumnSegment& column) {
  const std::uint64_t distinct = in.varint();
  if (distinct > in.remaining()) return in.fail();
  std::vector<std::string_view> words;
  words.reserve(static_cast<std::size_t>(distinct));
  for (std::uint64_t i = 0; i < distinct && in.ok(); ++i) words.push_back(arena.add(in.text()));
  std::vector<std::uint64_t> indexes(slots.size());
  unpack(in, indexes);
  for (std::size_t i = 0; i < slots.size() && in.ok(); ++i) {
    if (indexes[i] >= words.size()) return in.fail();
    column.strings[slots[i]] = words[static_cast<std::size_t>(indexes[i])];
  }
}

void decode_strings(ByteReader& in, const std::vector<Slot>& slots, ColumnSegment& column) {
  auto arena = std::make_shared<StringArena>();
  column.strings.resize(kGroupSize);
  const auto mode = static_cast<StringMode>(in.u8());
  if (mode == StringMode::kPlain) {
    decode_plain_strings(in, slots, *arena, column);
  } else if (mode == StringMode::kDictionary) {
    decode_dictionary(in, slots, *arena, column);
  } else {
    in.fail();
  }
  column.arenas.push_back(std::move(arena));
}

void encode_body(const ColumnSegment& column, ByteWriter& out) {
  switch (column.type) {
    case ColumnType::kEmpty:
      return;
    case ColumnType::kBoolean: {
      std::vector<std::uint64_t> bits;
      column.present.for_each([&](Slot slot) { bits.push_back(column.booleans[slot]); });
      return pack(bits, out);
    }
    case ColumnType::kInteger:
    case ColumnType::kDate: {
      std::vector<std::int64_t> dense;
      column.present.for_each([&](Slot slot) { dense.push_back(column.integers[slot]); });
      return pack_integers(dense, out);
    }
    case ColumnType::kFloat:
      return column.present.for_each([&](Slot slot) { out.f64(column.floats[slot]); });
    case ColumnType::kString: {
      std::vector<std::string_view> dense;
      column.present.for_each([&](Slot slot) { dense.push_back(column.strings[slot]); });
      return encode_strings(dense, out);
    }
    case ColumnType::kLocalDateTime:
    case ColumnType::kMixed:
      return column.present.for_each([&](Slot slot) { encode_value(column.values[slot], out); });
  }
}

void decode_numbers(ByteReader& in, const std::vector<Slot>& slots, ColumnSegment& column) {
  column.integers.resize(kGroupSize);
  std::vector<std::int64_t> dense(slots.size());
  unpack_integers(in, dense);
  for (std::size_t i = 0; i < slots.size(); ++i) column.integers[slots[i]] = dense[i];
}

void decode_body(ByteReader& in, const std::vector<Slot>& slots, ColumnSegment& column) {
  switch (column.type) {
    case ColumnType::kEmpty:
      if (!slots.empty()) in.fail();
      return;
    case ColumnType::kBoolean: {
      column.booleans.resize(kGroupSize);
      std::vector<std::uint64_t> bits(slots.size());
      unpack(in, bits);
      for (std::size_t i = 0; i < slots.size(); ++i) column.booleans[slots[i]] = bits[i] & 1;
      return;
    }
    case ColumnType::kInteger:
    case ColumnType::kDate:
      return decode_numbers(in, slots, column);
    case ColumnType::kFloat:
      column.floats.resize(kGroupSize);
      for (const Slot slot : slots) column.floats[slot] = in.f64();
      return;
    case ColumnType::kString:
      return decode_strings(in, slots, column);
    case ColumnType::kLocalDateTime:
    case ColumnType::kMixed:
      column.values.resize(kGroupSize);
      for (const Slot slot : slots) {
        column.values[slot] = decode_value(in);
        if (column.values[slot].is_null()) return in.fail();
        if (column.type == ColumnType::kLocalDateTime &&
            !column.values[slot].is(Kind::kLocalDateTime)) {
          return in.fail();
        }
      }
      return;
  }
  in.fail();
}

}  // namespace

std::string encode(const ColumnSegment& segment) {
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(segment.type));
  encode_mask(segment.present, out);
  encode_body(segment, out);
  return make_frame(FrameKind::kColumn, static_cast<std::uint32_t>(segment.present.count()),
                    out.view());
}

Result<ColumnSegment> decode_column(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kColumn);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  ColumnSegment column;
  column.type = static_cast<ColumnType>(in.u8());
  column.present = decode_mask(in);
  if (!in.ok() || column.present.count() != frame->count) return corrupt("its count disagrees");
  std::vector<Slot> slots;
  slots.reserve(frame->count);
  column.present.for_each([&](Slot slot) { slots.push_back(slot); });
  decode_body(in, slots, column);
  if (!in.at_end()) return corrupt("its length disagrees");
  return column;
}

std::string encode(const ColumnDelta& delta) {
  ByteWriter out;
  for (const auto& [slot, value] : delta) {
    out.u16(slot);
    encode_value(value, out);
  }
  return make_frame(FrameKind::kColumnDelta, static_cast<std::uint32_t>(delta.size()), out.view());
}

Result<ColumnDelta> decode_column_delta(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kColumnDelta);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  ColumnDelta delta;
  for (std::uint32_t i = 0; i < frame->count && in.ok(); ++i) {
    const std::uint16_t slot = in.u16();
    if (slot >= kGroupSize) return corrupt("a slot is out of range");
    delta.emplace_back(slot, decode_value(in));
  }
  if (!in.at_end()) return corrupt("a delta's length disagrees");
  return delta;
}

}  // namespace yeon::storage
