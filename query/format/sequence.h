#pragma once

#include <string>
#include <string_view>

namespace yeon::query {

/// Calls `write(element)`, which appends to `out`, for each element, with `separator` between.
template <class Range, class Write>
void write_sequence(std::string& out, std::string_view separator, const Range& range,
                    Write&& write) {
  bool first = true;
  for (const auto& element : range) {
    if (!first) out += separator;
    first = false;
    write(element);
  }
}

}  // namespace yeon::query
