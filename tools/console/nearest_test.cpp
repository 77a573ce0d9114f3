#include "console/nearest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("nearest: a slip finds its word, a stranger finds none") {
  const std::vector<std::string> words = {"ingest", "extract", "query", "shell", "export"};
  CHECK(yeon::tools::nearest("qeury", words) == "query");
  CHECK(yeon::tools::nearest("exprot", words) == "export");
  CHECK(yeon::tools::nearest("shel", words) == "shell");
  CHECK(yeon::tools::nearest("frobnicate", words).empty());
  CHECK(yeon::tools::nearest("", words).empty());
}
