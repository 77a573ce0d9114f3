#include "analysis/data_file.h"

#include <fstream>
#include <iterator>

namespace yeon::ingest {
namespace {

constexpr std::string_view kBlank = " \t\r";

}  // namespace

Result<std::string> read_data_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return fail(ErrorType::kNotFound, fmt::format("data file `{}` is not there", file.string()),
                "give the folder that holds yeon's gazetteers and rules");
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), {});
  if (stream.bad() || !stream) {
    return fail(ErrorType::kIoError, fmt::format("cannot read `{}`", file.string()));
  }
  return text;
}

std::vector<DataLine> data_lines(std::string_view text) {
  std::vector<DataLine> lines;
  std::uint32_t number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    const std::string_view line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
    if (!trim(line).empty() && !line.starts_with('#')) lines.push_back({line, number});
  }
  return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (;;) {
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return words;
    const std::size_t end = text.find_first_of(kBlank, begin);
    words.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return words;
    text.remove_prefix(end);
  }
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

tl::unexpected<Error> data_error(std::string_view file, std::uint32_t line,
                                 std::string_view message) {
  return fail(ErrorType::kInvalidInput, fmt::format("{}:{}: {}", file, line, message),
              "docs/rules.md and ingest/data/README.md describe the formats");
}

}  // namespace yeon::ingest
