#pragma once

#include <filesystem>
#include <string>

#include "yeon/base/result.h"

namespace yeon::tools {

/// The extractor's gazetteers and rules: `given` (--data), else YEON_DATA, else share/yeon beside
/// the program, else the source tree it was built from.
/// Errors: NotFound where none of them is there.
Result<std::filesystem::path> find_data(const std::string& given);

/// The compiled Korean dictionary: `given` (--dictionary), else YEON_DICTIONARY, else
/// share/yeon/dictionary beside the program, else the one it was built with. The word "none", or
/// having none, gives an empty path: Korean is then read by particle stripping.
/// Errors: NotFound where a dictionary was named and is not there.
Result<std::filesystem::path> find_dictionary(const std::string& given);

}  // namespace yeon::tools
