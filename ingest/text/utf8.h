#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace yeon::ingest {

/// One code point and how many bytes it takes. Malformed bytes come out one by one as U+FFFD.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

/// Requires at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;

/// The code point that ends just before `at`. Requires 0 < at < 2^31.
CodePoint code_point_before(std::string_view text, std::size_t at) noexcept;

void append_utf8(std::string& out, char32_t code_point);

std::uint32_t count_code_points(std::string_view text) noexcept;

bool is_valid_utf8(std::string_view text) noexcept;

constexpr bool is_hangul(char32_t c) noexcept {
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0x3131 && c <= 0x318E);
}
constexpr bool is_ascii_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

}  // namespace yeon::ingest
