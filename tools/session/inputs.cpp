#include "session/inputs.h"

#include <filesystem>
#include <system_error>

#include "yeon/ingest/ingest.h"

namespace yeon::tools {

Result<std::vector<std::string>> expand_inputs(std::span<const std::string> paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == "-" || !std::filesystem::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    auto below = ingest::articles_below(path);
    if (!below) return fail(std::move(below).error());
    files.insert(files.end(), below->begin(), below->end());
  }
  return files;
}

}  // namespace yeon::tools
