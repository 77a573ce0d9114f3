#include "console/report.h"

#include <unicode/unistr.h>

#include <cstdio>

#include "console/width.h"
#include "yeon/query/error_text.h"

namespace yeon::tools {

namespace {

// A statement is shown as it was given; what is no UTF-8 in it becomes U+FFFD.
std::string valid_utf8(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).toUTF8String(out);
  return out;
}

}  // namespace

std::string one_line(const Error& error) {
  std::string line = printable(error.message.empty() ? name(error.type) : error.message);
  if (!error.hint.empty()) line += "; " + printable(error.hint);
  return line;
}

void report(const Error& error) { say("yeon: " + one_line(error)); }

void report(const Error& error, std::string_view statement) {
  say("yeon: " + valid_utf8(query::show(error, statement)));
}

void say(std::string_view line) {
  std::string text(line);
  text += '\n';
  // Standard output may hold rows that belong before this line.
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace yeon::tools
