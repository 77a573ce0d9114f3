#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace yeon::storage {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

/// Appends numbers and byte strings to a growing buffer, little-endian.
class ByteWriter {
 public:
  void u8(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void u16(std::uint16_t value) { fixed(value); }
  void u32(std::uint32_t value) { fixed(value); }
  void u64(std::uint64_t value) { fixed(value); }
  void f64(double value) { fixed(value); }

  /// Seven bits a byte, low bits first.
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) u8(static_cast<std::uint8_t>(value | 0x80));
    u8(static_cast<std::uint8_t>(value));
  }
  /// Zigzag, so that small negative numbers are short.
  void signed_varint(std::int64_t value) {
    varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void bytes(std::string_view value) { out_.append(value); }
  /// A length, then the bytes.
  void text(std::string_view value) {
    varint(value.size());
    bytes(value);
  }

  std::size_t size() const noexcept { return out_.size(); }
  std::string_view view() const noexcept { return out_; }
  std::string take() { return std::move(out_); }
  std::string& buffer() noexcept { return out_; }

 private:
  template <class T>
  void fixed(T value) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    out_.append(raw, sizeof(T));
  }

  std::string out_;
};

/// Reads what ByteWriter wrote. Never reads past the end: the first short read makes ok() false
/// for good and every later read gives zero, so that callers check once, and bound each count by
/// remaining() before they allocate.
class ByteReader {
 public:
  explicit ByteReader(std::string_view data) : data_(data) {}

  bool ok() const noexcept { return ok_; }
  bool at_end() const noexcept { return ok_ && position_ == data_.size(); }
  std::size_t remaining() const noexcept { return ok_ ? data_.size() - position_ : 0; }
  void fail() noexcept { ok_ = false; }

  std::uint8_t u8() { return fixed<std::uint8_t>(); }
  std::uint16_t u16() { return fixed<std::uint16_t>(); }
  std::uint32_t u32() { return fixed<std::uint32_t>(); }
  std::uint64_t u64() { return fixed<std::uint64_t>(); }
  double f64() { return fixed<double>(); }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = u8();
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    ok_ = false;
    return 0;
  }
  std::int64_t signed_varint() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
  }
  std::string_view bytes(std::uint64_t length) {
    if (length > remaining()) {
      ok_ = false;
      return {};
    }
    const std::string_view taken = data_.substr(position_, static_cast<std::size_t>(length));
    position_ += static_cast<std::size_t>(length);
    return taken;
  }
  std::string_view text() { return bytes(varint()); }

 private:
  template <class T>
  T fixed() {
    T value{};
    if (sizeof(T) > remaining()) {
      ok_ = false;
      return value;
    }
    std::memcpy(&value, data_.data() + position_, sizeof(T));
    position_ += sizeof(T);
    return value;
  }

  std::string_view data_;
  std::size_t position_ = 0;
  bool ok_ = true;
};

}  // namespace yeon::storage
