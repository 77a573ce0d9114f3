#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Positions in UTF-8 text, counted in code points. Broken text does no harm: a stray
/// continuation byte belongs to the code point before it.
namespace yeon::query::utf8 {

constexpr bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

inline std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += starts_code_point(byte) ? 1 : 0;
  return count;
}

/// Where the next code point after `at` begins. Requires at < text.size().
inline std::size_t next(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && !starts_code_point(text[at]));
  return at;
}

/// The byte where code point `index` begins, or the end.
inline std::size_t offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  while (index > 0 && at < text.size()) {
    at = next(text, at);
    --index;
  }
  return at;
}

/// One code point read from text.
struct CodePoint {
  static constexpr std::uint32_t kInvalid = 0xFFFFFFFF;
  std::uint32_t value = kInvalid;
  std::size_t length = 1;  ///< bytes taken; 1 for an invalid one
};

/// The code point at `at`; overlong forms, surrogates and what lies beyond U+10FFFF are invalid.
/// Requires at < text.size().
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2);
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
  std::uint32_t value = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (starts_code_point(text[at + i])) return {};
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return {};
  return {value, length};
}

}  // namespace yeon::query::utf8
