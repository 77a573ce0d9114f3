#include "formats/text_table.h"

#include <doctest/doctest.h>

#include "console/width.h"

using namespace yeon::tools;

namespace {

TextTable firms() {
  return {.columns = {"firm", "n"},
          .right_aligned = {false, true},
          .rows = {{{"카카오"}, {"12"}}, {{"KT"}, {"3"}}, {{"null", true}, {"null", true}}}};
}

}  // namespace

TEST_CASE("table: columns align by terminal cells, numbers to the right") {
  CHECK(lay_out(firms(), {}) ==
        "firm       n\n"
        "──────  ────\n"
        "카카오    12\n"
        "KT         3\n"
        "null    null\n");
}

TEST_CASE("table: a terminal narrower than the table cuts its widest column") {
  const TextTable table{.columns = {"a", "b"},
                        .right_aligned = {false, false},
                        .rows = {{{"0123456789abcdef"}, {"short"}}}};
  CHECK(lay_out(table, {.interactive = true, .columns = 17}) ==
        "a           b\n"
        "──────────  ─────\n"
        "012345678…  short\n");
}

TEST_CASE("table: colours only where the terminal has them") {
  CHECK(lay_out(firms(), {}).find('\x1B') == std::string::npos);
  CHECK(lay_out(firms(), {.interactive = true, .colours = true, .columns = 80}).find("\x1B[2m") !=
        std::string::npos);
}
