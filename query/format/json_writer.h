#pragma once

#include <string>
#include <string_view>

namespace yeon::query {

/// Text as a JSON string, in quotes. Control characters are escaped; what is not UTF-8 becomes
/// U+FFFD, so that the output always is.
std::string json_string(std::string_view text);

}  // namespace yeon::query
