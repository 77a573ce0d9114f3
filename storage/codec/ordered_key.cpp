#include "yeon/storage/ordered_key.h"

#include <bit>
#include <cmath>

namespace yeon::storage {
namespace {

enum class Family : char {
  kBoolean = 1,
  kNumber = 2,
  kNaN = 3,
  kString = 4,
  kList = 5,
  kDate = 6,
  kLocalTime = 7,
  kTime = 8,
  kLocalDateTime = 9,
  kZonedDateTime = 10,
  kDuration = 11,
  kPoint = 12,
};

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

void append_signed(std::int64_t value, std::string& out) {
  append_big_endian(static_cast<std::uint64_t>(value) ^ kSignBit, out);
}

void append_double(double value, std::string& out) {
  if (value == 0) value = 0;  // -0.0 equals 0.0
  const auto bits = std::bit_cast<std::uint64_t>(value);
  append_big_endian((bits & kSignBit) != 0 ? ~bits : bits | kSignBit, out);
}

void append_rest(std::int64_t rest, std::string& out) {
  const auto biased = static_cast<std::uint16_t>(rest + 0x8000);
  out.push_back(static_cast<char>(biased >> 8));
  out.push_back(static_cast<char>(biased & 0xff));
}

void append_integer(std::int64_t value, std::string& out) {
  const auto nearest = static_cast<double>(value);
  append_double(nearest, out);
  // 2^63 is the one rounding that leaves the range of int64.
  if (nearest >= 0x1p63) {
    append_rest(value - INT64_MAX - 1, out);
  } else {
    append_rest(value - static_cast<std::int64_t>(nearest), out);
  }
}

void append_escaped(std::string_view bytes, std::string& out) {
  for (const char byte : bytes) {
    out.push_back(byte);
    if (byte == '\0') out.push_back('\xff');
  }
}

void append_string(std::string_view bytes, std::string& out) {
  append_escaped(bytes, out);
  out.append(2, '\0');
}

void append_point(const Point& point, std::string& out) {
  append_signed(point.srid, out);
  append_double(point.x, out);
  append_double(point.y, out);
  if (point.has_z()) append_double(point.z, out);
}

void append_duration(const Duration& duration, std::string& out) {
  append_signed(duration.months, out);
  append_signed(duration.days, out);
  append_signed(duration.seconds, out);
  append_signed(duration.nanos, out);
}

}  // namespace

void append_big_endian(std::uint32_t value, std::string& out) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

void append_big_endian(std::uint64_t value, std::string& out) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

std::uint64_t read_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

char ordered_family(const Value& value) {
  switch (value.kind()) {
    case Kind::kBoolean:
      return static_cast<char>(Family::kBoolean);
    case Kind::kFloat:
      return static_cast<char>(std::isnan(value.floating()) ? Family::kNaN : Family::kNumber);
    case Kind::kInteger:
      return static_cast<char>(Family::kNumber);
    case Kind::kString:
      return static_cast<char>(Family::kString);
    case Kind::kList:
      return static_cast<char>(Family::kList);
    case Kind::kDate:
      return static_cast<char>(Family::kDate);
    case Kind::kLocalTime:
      return static_cast<char>(Family::kLocalTime);
    case Kind::kTime:
      return static_cast<char>(Family::kTime);
    case Kind::kLocalDateTime:
      return static_cast<char>(Family::kLocalDateTime);
    case Kind::kZonedDateTime:
      return static_cast<char>(Family::kZonedDateTime);
    case Kind::kDuration:
      return static_cast<char>(Family::kDuration);
    case Kind::kPoint:
      return static_cast<char>(Family::kPoint);
    default:
      return 0;
  }
}

void append_ordered(const Value& value, std::string& out) {
  out.push_back(ordered_family(value));
  switch (value.kind()) {
    case Kind::kBoolean:
      return out.push_back(value.boolean() ? 1 : 0);
    case Kind::kInteger:
      return append_integer(value.integer(), out);
    case Kind::kFloat:
      if (std::isnan(value.floating())) return;
      append_double(value.floating(), out);
      return append_rest(0, out);
    case Kind::kString:
      return append_string(value.string(), out);
    case Kind::kList:
      for (const Value& element : value.list()) {
        out.push_back(1);
        append_ordered(element, out);
      }
      return out.push_back(0);
    case Kind::kDate:
      return append_signed(value.date().days, out);
    case Kind::kLocalTime:
      return append_signed(value.local_time().nanos, out);
    case Kind::kTime: {
      // By the moment, then by the offset.
      const Time time = value.time();
      append_signed(time.nanos - std::int64_t{time.offset} * 1'000'000'000, out);
      return append_signed(time.offset, out);
    }
    case Kind::kLocalDateTime:
      append_signed(value.local_date_time().seconds, out);
      return append_signed(value.local_date_time().nanos, out);
    case Kind::kZonedDateTime: {
      const ZonedDateTime& time = value.zoned_date_time();
      append_signed(time.seconds, out);
      append_signed(time.nanos, out);
      append_signed(time.offset, out);
      return append_string(time.zone, out);
    }
    case Kind::kDuration:
      return append_duration(value.duration(), out);
    case Kind::kPoint:
      return append_point(value.point(), out);
    default:
      return;
  }
}

void append_ordered_prefix(std::string_view prefix, std::string& out) {
  out.push_back(static_cast<char>(Family::kString));
  append_escaped(prefix, out);
}

std::optional<std::string> after_prefix(std::string_view prefix) {
  std::string next(prefix);
  while (!next.empty() && next.back() == '\xff') next.pop_back();
  if (next.empty()) return std::nullopt;
  next.back() = static_cast<char>(static_cast<std::uint8_t>(next.back()) + 1);
  return next;
}

}  // namespace yeon::storage
