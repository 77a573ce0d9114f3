#pragma once

#include <string>
#include <vector>

#include "console/terminal.h"

namespace yeon::tools {

/// A table of finished texts, laid out in cells of the terminal.
struct TextTable {
  struct Cell {
    std::string text;    ///< printable, one line
    bool faint = false;  ///< null: dimmed where there are colours
  };
  std::vector<std::string> columns;
  std::vector<bool> right_aligned;      ///< one for each column
  std::vector<std::vector<Cell>> rows;  ///< each as long as columns
};

/// Header, rule and rows, each ending in a line break. Where the terminal has a width, the widest
/// columns are cut until the table fits; a pipe gets everything.
/// Complexity: O(cells).
std::string lay_out(const TextTable& table, const Terminal& terminal);

}  // namespace yeon::tools
