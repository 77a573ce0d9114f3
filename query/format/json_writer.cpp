#include "format/json_writer.h"

#include <fmt/format.h>

#include "functions/utf8.h"

namespace yeon::query {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      } else {
        out += c;
      }
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  out.reserve(text.size() + 2);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (point.value == utf8::CodePoint::kInvalid) {
      out += kReplacement;
    } else if (point.value < 0x80) {
      append_ascii(out, text[at]);
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  out += '"';
  return out;
}

}  // namespace yeon::query
