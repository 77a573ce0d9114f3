#include "yeon/storage/value_codec.h"

namespace yeon::storage {
namespace {

// Stored kinds have their own numbers, so that the order of yeon::Kind may change.
enum class Tag : std::uint8_t {
  kNull = 0,
  kFalse = 1,
  kTrue = 2,
  kInteger = 3,
  kFloat = 4,
  kString = 5,
  kList = 6,
  kDate = 7,
  kLocalTime = 8,
  kTime = 9,
  kLocalDateTime = 10,
  kZonedDateTime = 11,
  kDuration = 12,
  kPoint = 13,
};

bool is_scalar(const Value& value) noexcept {
  switch (value.kind()) {
    case Kind::kNull:
    case Kind::kList:
    case Kind::kMap:
    case Kind::kNode:
    case Kind::kRelationship:
    case Kind::kPath:
      return false;
    default:
      return true;
  }
}

void tag(Tag value, ByteWriter& out) { out.u8(static_cast<std::uint8_t>(value)); }

std::int32_t small(std::int64_t value, ByteReader& in) {
  if (value < INT32_MIN || value > INT32_MAX) in.fail();
  return static_cast<std::int32_t>(value);
}

void encode_zoned(const ZonedDateTime& time, ByteWriter& out) {
  tag(Tag::kZonedDateTime, out);
  out.signed_varint(time.seconds);
  out.signed_varint(time.nanos);
  out.signed_varint(time.offset);
  out.text(time.zone);
}

void encode_duration(const Duration& duration, ByteWriter& out) {
  tag(Tag::kDuration, out);
  out.signed_varint(duration.months);
  out.signed_varint(duration.days);
  out.signed_varint(duration.seconds);
  out.signed_varint(duration.nanos);
}

void encode_point(const Point& point, ByteWriter& out) {
  tag(Tag::kPoint, out);
  out.signed_varint(point.srid);
  out.f64(point.x);
  out.f64(point.y);
  out.f64(point.z);
}

Value decode_list(ByteReader& in);

Value decode_scalar(Tag kind, ByteReader& in) {
  switch (kind) {
    case Tag::kFalse:
      return Value(false);
    case Tag::kTrue:
      return Value(true);
    case Tag::kInteger:
      return Value(in.signed_varint());
    case Tag::kFloat:
      return Value(in.f64());
    case Tag::kString:
      return Value(in.text());
    case Tag::kDate:
      return Value(Date{in.signed_varint()});
    case Tag::kLocalTime:
      return Value(LocalTime{in.signed_varint()});
    case Tag::kTime: {
      const std::int64_t nanos = in.signed_varint();
      return Value(Time{nanos, small(in.signed_varint(), in)});
    }
    case Tag::kLocalDateTime: {
      const std::int64_t seconds = in.signed_varint();
      return Value(LocalDateTime{seconds, small(in.signed_varint(), in)});
    }
    case Tag::kZonedDateTime: {
      ZonedDateTime time;
      time.seconds = in.signed_varint();
      time.nanos = small(in.signed_varint(), in);
      time.offset = small(in.signed_varint(), in);
      time.zone = in.text();
      return Value(std::move(time));
    }
    case Tag::kDuration: {
      Duration duration;
      duration.months = in.signed_varint();
      duration.days = in.signed_varint();
      duration.seconds = in.signed_varint();
      duration.nanos = small(in.signed_varint(), in);
      return Value(duration);
    }
    case Tag::kPoint: {
      Point point;
      point.srid = small(in.signed_varint(), in);
      point.x = in.f64();
      point.y = in.f64();
      point.z = in.f64();
      return Value(point);
    }
    default:
      in.fail();
      return {};
  }
}

Value decode_list(ByteReader& in) {
  const std::uint64_t count = in.varint();
  if (count > in.remaining()) {  // an element takes at least one byte
    in.fail();
    return {};
  }
  List list;
  list.reserve(static_cast<std::size_t>(count));
  for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
    list.push_back(decode_scalar(static_cast<Tag>(in.u8()), in));
  }
  return Value(std::move(list));
}

}  // namespace

bool storable(const Value& value) noexcept {
  if (!value.is(Kind::kList)) return is_scalar(value);
  for (const Value& element : value.list()) {
    if (!is_scalar(element)) return false;
  }
  return true;
}

void encode_value(const Value& value, ByteWriter& out) {
  switch (value.kind()) {
    case Kind::kBoolean:
      return tag(value.boolean() ? Tag::kTrue : Tag::kFalse, out);
    case Kind::kInteger:
      tag(Tag::kInteger, out);
      return out.signed_varint(value.integer());
    case Kind::kFloat:
      tag(Tag::kFloat, out);
      return out.f64(value.floating());
    case Kind::kString:
      tag(Tag::kString, out);
      return out.text(value.string());
    case Kind::kList:
      tag(Tag::kList, out);
      out.varint(value.list().size());
      for (const Value& element : value.list()) encode_value(element, out);
      return;
    case Kind::kDate:
      tag(Tag::kDate, out);
      return out.signed_varint(value.date().days);
    case Kind::kLocalTime:
      tag(Tag::kLocalTime, out);
      return out.signed_varint(value.local_time().nanos);
    case Kind::kTime:
      tag(Tag::kTime, out);
      out.signed_varint(value.time().nanos);
      return out.signed_varint(value.time().offset);
    case Kind::kLocalDateTime:
      tag(Tag::kLocalDateTime, out);
      out.signed_varint(value.local_date_time().seconds);
      return out.signed_varint(value.local_date_time().nanos);
    case Kind::kZonedDateTime:
      return encode_zoned(value.zoned_date_time(), out);
    case Kind::kDuration:
      return encode_duration(value.duration(), out);
    case Kind::kPoint:
      return encode_point(value.point(), out);
    default:
      return tag(Tag::kNull, out);
  }
}

Value decode_value(ByteReader& in) {
  const auto kind = static_cast<Tag>(in.u8());
  if (!in.ok() || kind == Tag::kNull) return {};
  return kind == Tag::kList ? decode_list(in) : decode_scalar(kind, in);
}

}  // namespace yeon::storage
