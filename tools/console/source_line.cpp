#include "console/source_line.h"

#include <algorithm>

#include "console/width.h"

namespace yeon::tools {

namespace {

constexpr std::size_t kBytesBefore = 60;
constexpr std::size_t kBytesAfter = 60;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The next boundary of a code point, at or after `at`.
std::size_t boundary(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return std::min(at, text.size());
}

}  // namespace

std::string source_line(std::string_view text, const SourceSpan& where) {
  if (where.offset > text.size()) return {};
  const std::size_t line_break =
      where.offset == 0 ? std::string_view::npos : text.rfind('\n', where.offset - 1);
  const std::size_t line_start = line_break == std::string_view::npos ? 0 : line_break + 1;
  std::size_t line_end = text.find('\n', where.offset);
  if (line_end == std::string_view::npos) line_end = text.size();

  std::size_t start = line_start;
  if (where.offset - line_start > kBytesBefore) {
    start = boundary(text, where.offset - kBytesBefore);
  }
  const std::size_t place_end =
      std::min<std::size_t>(line_end, std::size_t{where.offset} + where.length);
  const std::size_t end = boundary(text, std::min(line_end, place_end + kBytesAfter));

  const std::string before = printable(text.substr(start, where.offset - start));
  const std::string place = printable(text.substr(where.offset, place_end - where.offset));
  const std::string after = printable(text.substr(place_end, end - place_end));
  return "  " + before + place + after + "\n  " + std::string(display_width(before), ' ') +
         std::string(std::max<std::size_t>(1, display_width(place)), '^');
}

}  // namespace yeon::tools
