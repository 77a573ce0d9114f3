#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"

namespace yeon::ingest::jobs {

/// What tells without reading whether a file changed.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t changed_ns = 0;  ///< since 1970, UTC
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// No article is longer.
inline constexpr std::uint64_t kLongestArticle = std::uint64_t{32} << 20;

/// Errors: NotFound, IoError, InvalidInput for what is no regular file.
Result<FileStamp> stamp_of(const std::string& path);

/// Errors: those of stamp_of(); InvalidInput for a file longer than kLongestArticle.
Result<std::string> bytes_of(const std::string& path);

std::string absolute(const std::filesystem::path& path);

bool is_pattern(std::string_view source);

/// The files that a job's source means now, in order: a file, the *.txt below a folder, or what
/// matches a pattern ("*" and "?" within a name, "**" for any folders in between).
/// Errors: NotFound (not for a pattern), IoError.
Result<std::vector<std::string>> files_of(const std::string& source);

/// Whether a path matches a pattern of files_of().
bool matches(std::string_view path, std::string_view pattern);

}  // namespace yeon::ingest::jobs
