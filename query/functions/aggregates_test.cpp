#include "functions/aggregates.h"

#include <doctest/doctest.h>

#include <limits>

#include "functions/testing.h"

namespace yeon::query {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the tables' words

using Rows = std::vector<std::vector<Value>>;

/// The aggregate of all rows, cut in two parts that are merged, as workers do.
std::string aggregated(std::string_view name, const Rows& rows, bool distinct = false) {
  const Aggregate* aggregate = find_aggregate(name);
  REQUIRE(aggregate != nullptr);
  const auto first = make_accumulator(*aggregate, distinct);
  const auto second = make_accumulator(*aggregate, distinct);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const Status status = (n < rows.size() / 2 ? first : second)->add(rows[n]);
    if (!status) return show(fail(status.error()));
  }
  const Status merged = first->merge(std::move(*second));
  if (!merged) return show(fail(merged.error()));
  return show(first->finish());
}

Rows column(const List& values) {
  Rows rows;
  for (const Value& value : values) rows.push_back({value});
  return rows;
}

Rows with(const List& values, double percentile) {
  Rows rows;
  for (const Value& value : values) rows.push_back({value, f(percentile)});
  return rows;
}

}  // namespace

TEST_CASE("nulls do not count, and nothing at all has a natural answer") {
  CHECK(aggregated("count", Rows(3, std::vector<Value>{})) == "3");
  CHECK(aggregated("count", column({i(1), null(), i(1)})) == "2");
  CHECK(aggregated("count", column({i(1), null(), i(1), f(1)}), true) == "1");
  CHECK(aggregated("collect", column({i(1), null(), s("a")})) == "[1, 'a']");
  CHECK(aggregated("collect", column({i(1), i(1), i(2)}), true) == "[1, 2]");
  CHECK(aggregated("sum", column({i(33), null(), i(42)})) == "75");
  CHECK(aggregated("sum", {}) == "0");
  CHECK(aggregated("avg", {}) == "null");
  CHECK(aggregated("max", {}) == "null");
  CHECK(aggregated("collect", {}) == "[]");
}

TEST_CASE("sums are exact where integers are, and do not depend on the order of floats") {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  CHECK(aggregated("sum", column({i(kMost), i(1), i(-1)})) == "9223372036854775807");
  CHECK(aggregated("sum", column({i(kMost), i(1)})) == "ArithmeticError IntegerOverflow");
  CHECK(aggregated("sum", column({f(1), f(1e100), f(1), f(-1e100)})) == "2.0");
  CHECK(aggregated("sum", column({i(1), f(0.5)})) == "1.5");
  CHECK(aggregated("sum", column({f(std::numeric_limits<double>::infinity()), f(1)})) ==
        "Infinity");
  CHECK(aggregated("avg", column({i(1), i(2)})) == "1.5");
  CHECK(aggregated("sum", column({s("a")})) == "TypeError InvalidArgumentType");
  CHECK(aggregated("sum", column({Value(Duration{0, 1, 0, 0}), Value(Duration{0, 2, 0, 0})})) ==
        "P3D");
  CHECK(aggregated("avg", column({Value(Duration{0, 1, 0, 0}), Value(Duration{0, 2, 0, 0})})) ==
        "P1DT12H");
  CHECK(aggregated("sum", column({i(1), Value(Duration{0, 1, 0, 0})})) ==
        "TypeError InvalidArgumentType");
}

TEST_CASE("min and max follow the order of all values") {
  const List mixed = {i(1), s("a"), null(), l({i(1), i(2)}), f(0.2), s("b")};
  CHECK(aggregated("min", column(mixed)) == "[1, 2]");
  CHECK(aggregated("max", column(mixed)) == "1");
}

TEST_CASE("percentiles") {
  const List prices = {f(30), f(10), f(20)};
  CHECK(aggregated("percentiledisc", with(prices, 0.0)) == "10.0");
  CHECK(aggregated("percentiledisc", with(prices, 0.5)) == "20.0");
  CHECK(aggregated("percentiledisc", with(prices, 1.0)) == "30.0");
  CHECK(aggregated("percentilecont", with(prices, 0.25)) == "15.0");
  CHECK(aggregated("percentilecont", with(prices, 1.0)) == "30.0");
  CHECK(aggregated("percentilecont", with(prices, 1.1)) == "ArgumentError NumberOutOfRange");
  CHECK(aggregated("percentiledisc", with(prices, -1)) == "ArgumentError NumberOutOfRange");
  CHECK(aggregated("percentiledisc", with({null()}, 0.5)) == "null");
}

TEST_CASE("standard deviations") {
  const List values = {i(2), i(4), i(4), i(4), i(5), i(5), i(7), i(9)};
  CHECK(aggregated("stdevp", column(values)) == "2.0");
  CHECK(aggregated("stdev", column({i(1), i(3)})) == "1.4142135623730951");
  CHECK(aggregated("stdev", column({i(1)})) == "0.0");
}

}  // namespace yeon::query
