#include "console/width.h"

#include <doctest/doctest.h>

using yeon::tools::display_width;
using yeon::tools::fit;
using yeon::tools::printable;

TEST_CASE("width: Hangul and Han take two cells, marks none") {
  CHECK(display_width("KT") == 2);
  CHECK(display_width("카카오") == 6);
  CHECK(display_width("株") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u1112\u1161\u11AB") == 2);
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("width: cutting never splits a wide character, and fills at most the cells") {
  CHECK(fit("카카오", 6) == "카카오");
  CHECK(fit("카카오", 5) == "카카…");
  CHECK(fit("카카오", 4) == "카…");
  CHECK(fit("abc", 0).empty());
}

TEST_CASE("width: control characters are shown, not obeyed") {
  CHECK(printable("a\nb\tc") == "a\\nb\\tc");
  CHECK(printable("\x1B[31m") == "\\u001B[31m");
  CHECK(printable("\u202Eabc") == "\\u202Eabc");
  CHECK(printable("\xC3(") == "\uFFFD(");
}
