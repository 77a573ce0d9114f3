#include "console/report.h"

#include <fmt/format.h>

#include <cstdio>

#include "console/source_line.h"
#include "console/width.h"

namespace yeon::tools {

std::string one_line(const Error& error) {
  std::string line = printable(error.message.empty() ? name(error.type) : error.message);
  if (!error.hint.empty()) line += "; " + printable(error.hint);
  return line;
}

void report(const Error& error) { say("yeon: " + one_line(error)); }

void report(const Error& error, std::string_view statement) {
  std::string text = "yeon: " + one_line(error);
  if (error.where) {
    text += fmt::format(" (line {}, column {})", error.where->line, error.where->column);
    const std::string place = source_line(statement, *error.where);
    if (!place.empty()) text += "\n" + place;
  }
  say(text);
}

void say(std::string_view line) {
  std::string text(line);
  text += '\n';
  // Standard output may hold rows that belong before this line.
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace yeon::tools
