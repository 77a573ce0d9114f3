#include "formats/result_format.h"

#include <doctest/doctest.h>

#include <limits>

using namespace yeon;
using namespace yeon::tools;

namespace {

query::QueryResult sample() {
  query::QueryResult result;
  result.columns = {"name", "n"};
  result.rows = {{Value("KT, \"케이티\""), Value(std::int64_t{7})}, {Value(), Value(2.5)}};
  return result;
}

}  // namespace

TEST_CASE("results: csv quotes what needs it and leaves null empty") {
  CHECK(render(sample(), ResultFormat::kCsv, {}) == "name,n\n\"KT, \"\"케이티\"\"\",7\n,2.5\n");
  query::QueryResult lists;
  lists.columns = {"x"};
  lists.rows = {{Value(List{Value("a"), Value(std::int64_t{1})})}, {Value("")}};
  CHECK(render(lists, ResultFormat::kCsv, {}) == "x\n\"[\"\"a\"\", 1]\"\n\"\"\n");
}

TEST_CASE("results: json and jsonl keep the columns' order") {
  CHECK(render(sample(), ResultFormat::kJsonl, {}) ==
        "{\"name\": \"KT, \\\"케이티\\\"\", \"n\": 7}\n{\"name\": null, \"n\": 2.5}\n");
  query::QueryResult none;
  none.columns = {"x"};
  CHECK(render(none, ResultFormat::kJson, {}) == "[]\n");
  CHECK(render(none, ResultFormat::kJsonl, {}).empty());
}

TEST_CASE("results: markdown escapes what would end a cell") {
  query::QueryResult result;
  result.columns = {"a|b"};
  result.rows = {{Value("x|y\nz")}};
  CHECK(render(result, ResultFormat::kMarkdown, {}) == "| a\\|b |\n| --- |\n| x\\|y\\\\nz |\n");
}

TEST_CASE("results: an update without columns prints nothing, its counters speak") {
  query::QueryResult update;
  update.counters.nodes_created = 1;
  update.counters.properties_set = 2;
  CHECK(render(update, ResultFormat::kTable, {}).empty());
  CHECK(summary(update.counters) == "1 node created, 2 properties set");
  CHECK(summary({}).empty());
}

TEST_CASE("results: an unknown format is refused by name") {
  CHECK(result_format("yaml").error().message == "unknown format yaml");
  CHECK(*result_format("csv") == ResultFormat::kCsv);
}
