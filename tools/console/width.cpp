#include "console/width.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace yeon::tools {

namespace {

constexpr std::string_view kEllipsis = "…";

// The next code point; ill-formed bytes give a negative value.
UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 code_point = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), offset, text.size(), code_point);
  return code_point;
}

std::size_t cells_of(UChar32 code_point) {
  if (code_point < 0) return 1;
  if (code_point < 0x300) return 1;
  const auto category = static_cast<UCharCategory>(u_charType(code_point));
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return 0;
  }
  // Vowels and finals of conjoining Hangul stand in the cells of their initial.
  if (code_point >= 0x1160 && code_point <= 0x11FF) return 0;
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_control(UChar32 code_point) {
  return code_point >= 0 && (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0));
}

// Bidirectional overrides can make a line read as something else.
bool is_unsafe_format(UChar32 code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    cells += cells_of(next_code_point(text, offset));
  }
  return cells;
}

std::string fit(std::string_view text, std::size_t cells) {
  if (display_width(text) <= cells) return std::string(text);
  if (cells == 0) return {};
  std::size_t used = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t after = offset;
    const std::size_t width = cells_of(next_code_point(text, after));
    if (used + width > cells - 1) break;
    used += width;
    offset = after;
  }
  return std::string(text.substr(0, offset)) + std::string(kEllipsis);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const UChar32 code_point = next_code_point(text, offset);
    if (code_point == '\n') {
      out += "\\n";
    } else if (code_point == '\t') {
      out += "\\t";
    } else if (code_point == '\r') {
      out += "\\r";
    } else if (code_point < 0) {
      out += "\uFFFD";
    } else if (is_control(code_point) || is_unsafe_format(code_point)) {
      out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(code_point));
    } else {
      out += text.substr(start, offset - start);
    }
  }
  return out;
}

}  // namespace yeon::tools
