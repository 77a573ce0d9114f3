#pragma once

#include <span>
#include <string>
#include <vector>

#include "yeon/base/result.h"

namespace yeon::tools {

/// The articles that command-line arguments mean, in order: a file or "-" is itself, as given; a
/// folder gives the articles below it. A path that is not there stays, so that reading it reports
/// why.
/// Errors: IoError for a folder that cannot be listed.
Result<std::vector<std::string>> expand_inputs(std::span<const std::string> paths);

}  // namespace yeon::tools
