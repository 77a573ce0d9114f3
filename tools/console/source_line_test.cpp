#include "console/source_line.h"

#include <doctest/doctest.h>

using yeon::SourceSpan;
using yeon::tools::source_line;

TEST_CASE("source line: the caret stands under the place, in terminal cells") {
  CHECK(source_line("RETURN x", {.offset = 7, .length = 1, .line = 1, .column = 8}) ==
        "  RETURN x\n"
        "         ^");
  CHECK(source_line("RETURN '카카오', xy", {.offset = 20, .length = 2}) ==
        "  RETURN '카카오', xy\n"
        "                   ^^");
}

TEST_CASE("source line: only the line meant is shown, and a long one is cut around the place") {
  CHECK(source_line("MATCH (n)\nRETURN m\nLIMIT 1", {.offset = 17, .length = 1, .line = 2}) ==
        "  RETURN m\n"
        "         ^");
  const std::string text = std::string(500, 'a') + "!" + std::string(500, 'b');
  const std::string shown = source_line(text, {.offset = 500, .length = 1});
  CHECK(shown.size() < 250);
  CHECK(shown.find('!') == 62);
}

TEST_CASE("source line: the end of the text is a place, beyond it is none") {
  CHECK(source_line("RETURN", {.offset = 6}) == "  RETURN\n        ^");
  CHECK(source_line("RETURN", {.offset = 7}).empty());
}
