#pragma once

#include <cstddef>
#include <cstdio>

namespace yeon::tools {

/// What a stream is, found out once.
struct Terminal {
  bool interactive = false;  ///< a terminal, not a pipe or file
  bool colours = false;      ///< interactive, NO_COLOR unset, TERM not "dumb"
  std::size_t columns = 0;   ///< width in cells; 0: unbounded
};

Terminal terminal_of(std::FILE* stream);

}  // namespace yeon::tools
