#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::tools {

/// The whole of a file, or of standard input for "-".
/// Errors: NotFound, IoError (a folder, no permission), each naming the path.
Result<std::string> read_input(const std::filesystem::path& path);

/// Everything up to the end of a stream.
Result<std::string> read_all(std::FILE* stream, std::string_view name);

/// Writes to standard output. Errors: IoError (a full disk, a closed pipe).
Status write_output(std::string_view text);

/// Flushes standard output. Errors as write_output().
Status flush_output();

/// A file that appears under its name only when it is whole: written beside it, synced, renamed.
/// Left without finish(), or after a failure, it leaves no trace. "-" is standard output.
class OutputFile {
 public:
  static Result<OutputFile> create(const std::filesystem::path& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  /// Buffered; errors show at the latest in finish().
  Status write(std::string_view text);
  Status finish();

 private:
  OutputFile(std::FILE* stream, std::filesystem::path path, std::filesystem::path temporary);

  std::FILE* stream_;
  std::filesystem::path path_;       // empty: standard output
  std::filesystem::path temporary_;  // empty: standard output
};

}  // namespace yeon::tools
