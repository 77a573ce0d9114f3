#pragma once

#include <string>
#include <string_view>

namespace yeon::ingest {

/// UTF-8 to code points; malformed bytes become U+FFFD one by one.
std::u32string to_points(std::string_view utf8);
std::string to_utf8(std::u32string_view points);

}  // namespace yeon::ingest
