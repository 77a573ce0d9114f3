#include "text/utf8.h"

#include <unicode/utf8.h>

namespace yeon::ingest {

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  auto next = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, next, size, c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(next) - at};
}

CodePoint code_point_before(std::string_view text, std::size_t at) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto previous = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(bytes, 0, previous, c);
  return {static_cast<char32_t>(c), at - static_cast<std::size_t>(previous)};
}

void append_utf8(std::string& out, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  out.append(buffer, static_cast<std::size_t>(length));
}

std::uint32_t count_code_points(std::string_view text) noexcept {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

bool is_valid_utf8(std::string_view text) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace yeon::ingest
