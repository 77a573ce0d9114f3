#include "session/locations.h"

#include <fmt/format.h>

#include <cstdlib>

#include "build_config.h"

namespace yeon::tools {

namespace {

namespace fs = std::filesystem;

std::string given_or_environment(const std::string& given, const char* variable) {
  if (!given.empty()) return given;
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

// share/yeon of the prefix that the program was installed under.
fs::path shared_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path().parent_path() / "share" / "yeon";
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return !path.empty() && fs::is_directory(path, ignored);
}

bool is_dictionary(const fs::path& path) {
  std::error_code ignored;
  return !path.empty() && fs::exists(path / "sys.dic", ignored);
}

}  // namespace

Result<fs::path> find_data(const std::string& given) {
  const std::string named = given_or_environment(given, "YEON_DATA");
  if (!named.empty()) {
    if (is_folder(named)) return fs::path(named);
    return fail(ErrorType::kNotFound, fmt::format("no data folder {}", named),
                "name the folder of gazetteers and rules with --data");
  }
  for (const fs::path& candidate : {shared_folder(), fs::path(kSourceData)}) {
    if (is_folder(candidate)) return candidate;
  }
  return fail(ErrorType::kNotFound, "the folder of gazetteers and rules is missing",
              "name it with --data or YEON_DATA");
}

Result<fs::path> find_dictionary(const std::string& given) {
  const std::string named = given_or_environment(given, "YEON_DICTIONARY");
  if (named == "none") return fs::path();
  if (!named.empty()) {
    if (is_dictionary(named)) return fs::path(named);
    return fail(ErrorType::kNotFound, fmt::format("no compiled dictionary in {}", named),
                "name a folder that holds sys.dic, or `none`");
  }
  for (const fs::path& candidate : {shared_folder() / "dictionary", fs::path(kBuildDictionary)}) {
    if (is_dictionary(candidate)) return candidate;
  }
  return fs::path();
}

}  // namespace yeon::tools
