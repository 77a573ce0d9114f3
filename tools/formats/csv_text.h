#pragma once

#include <string>
#include <string_view>

namespace yeon::tools {

/// A CSV field as RFC 4180 writes it: in quotes where it holds a comma, quote, line break or edge
/// blank, or is empty (an empty field without quotes is null), else as it is.
std::string csv_quoted(std::string_view text);

}  // namespace yeon::tools
