#include "yeon/query/error_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace yeon::query {
namespace {

/// The line of the text that holds the byte at `offset`.
std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  std::size_t from = offset;
  while (from > 0 && text[from - 1] != '\n') --from;
  const std::size_t to = std::min(text.find('\n', offset), text.size());
  std::string_view line = text.substr(from, to - from);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Roughly how many cells a terminal gives a code point: two for Hangul, Han and the like.
std::size_t width_of(std::uint32_t point) {
  const bool wide = (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
                    (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
                    (point >= 0xFF00 && point <= 0xFF60) || (point >= 0x1F300 && point <= 0x1FAFF);
  return wide ? 2 : 1;
}

/// Blanks as wide as the first `columns` code points of a line; tabs stay tabs.
std::string blank_before(std::string_view line, std::size_t columns) {
  std::string out;
  std::size_t i = 0;
  for (std::size_t c = 0; c < columns && i < line.size(); ++c) {
    const auto first = static_cast<unsigned char>(line[i]);
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t point = bytes == 1 ? first : first & (0xFFU >> (bytes + 1));
    for (std::size_t k = 1; k < bytes && i + k < line.size(); ++k) {
      point = point << 6 | (static_cast<unsigned char>(line[i + k]) & 0x3FU);
    }
    if (first == '\t') {
      out += '\t';
    } else {
      out.append(width_of(point), ' ');
    }
    i += bytes;
  }
  return out;
}

}  // namespace

std::string show(const Error& error, std::string_view statement) {
  std::string out(name(error.type));
  if (!error.detail.empty()) out += fmt::format(" ({})", error.detail);
  out += ": " + error.message;
  if (error.where && error.where->offset <= statement.size()) {
    const std::string_view line = line_at(statement, error.where->offset);
    const std::string number = fmt::format("{}", error.where->line);
    const std::size_t column = error.where->column == 0 ? 0 : error.where->column - 1;
    out += fmt::format("\n  {} | {}\n  {} | {}^", number, line, std::string(number.size(), ' '),
                       blank_before(line, column));
  }
  if (!error.hint.empty()) out += "\n  " + error.hint;
  return out;
}

}  // namespace yeon::query
