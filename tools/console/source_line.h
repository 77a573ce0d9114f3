#pragma once

#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::tools {

/// The line of `text` that `where` points at, and below it carets under the place, aligned by
/// terminal cells; two lines without a final line break. Long lines are cut around the place.
/// Empty where `where` lies outside.
std::string source_line(std::string_view text, const SourceSpan& where);

}  // namespace yeon::tools
