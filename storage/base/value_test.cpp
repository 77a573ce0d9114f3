#include "yeon/base/value.h"

#include <doctest/doctest.h>

#include <limits>

namespace yeon {

TEST_CASE("Value: a copy shares large alternatives and stays 24 bytes") {
  static_assert(sizeof(Value) == 24);
  const Value text("knot");
  const Value copy = text;
  CHECK(&copy.string() == &text.string());
}

TEST_CASE("Value: same() tells kinds apart, and holds NaN and null equal to themselves") {
  CHECK_FALSE(same(Value(std::int64_t{1}), Value(1.0)));
  CHECK(same(Value(), Value()));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(same(Value(nan), Value(nan)));
  CHECK(same(Value(List{Value("a"), Value()}), Value(List{Value("a"), Value()})));
  CHECK_FALSE(same(Value(Map{{"a", Value(true)}}), Value(Map{{"a", Value(false)}})));
}

TEST_CASE("Kind: the order of kinds is the order of Value's alternatives") {
  CHECK(Value().kind() == Kind::kNull);
  CHECK(Value(Point{}).kind() == Kind::kPoint);
  CHECK(Value(NodeId{7}).kind() == Kind::kNode);
  CHECK(Value(Duration{}).kind() == Kind::kDuration);
  CHECK(name(Value(Date{}).kind()) == "DATE");
}

}  // namespace yeon
