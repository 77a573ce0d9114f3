#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"

namespace yeon::ingest {

/// The whole file. Errors: NotFound, IoError, naming the path.
Result<std::string> read_data_file(const std::filesystem::path& file);

/// A line of a data file without its end, and its number from 1. Lines that are empty or begin
/// with '#' are left out.
struct DataLine {
  std::string_view text;
  std::uint32_t number = 0;
};
std::vector<DataLine> data_lines(std::string_view text);

/// The pieces between separators, empty ones too.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The pieces between runs of spaces and tabs.
std::vector<std::string_view> split_words(std::string_view text);
std::string_view trim(std::string_view text);

/// "ko/frames.txt:12: message", as every complaint about a data file reads.
tl::unexpected<Error> data_error(std::string_view file, std::uint32_t line,
                                 std::string_view message);

}  // namespace yeon::ingest
