#include "functions/operators.h"

#include <doctest/doctest.h>

#include <limits>

#include "functions/testing.h"

namespace yeon::query {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the tables' words

using Binary = Result<Value> (*)(const Value&, const Value&);

struct Case {
  Binary operation;
  Value a;
  Value b;
  std::string_view expected;
};

void check(const std::vector<Case>& cases) {
  for (std::size_t n = 0; n < cases.size(); ++n) {
    CAPTURE(n);
    CHECK(show(cases[n].operation(cases[n].a, cases[n].b)) == cases[n].expected);
  }
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

Value yes() { return Value(true); }
Value no() { return Value(false); }

}  // namespace

TEST_CASE("integers stay integers, and overflow is an error") {
  check({{op::add, i(1), i(2), "3"},
         {op::add, i(1), f(2), "3.0"},
         {op::add, i(kMost), i(1), "ArithmeticError IntegerOverflow"},
         {op::subtract, i(kLeast), i(1), "ArithmeticError IntegerOverflow"},
         {op::multiply, i(kMost), i(2), "ArithmeticError IntegerOverflow"},
         {op::divide, i(7), i(-2), "-3"},
         {op::divide, i(kLeast), i(-1), "ArithmeticError IntegerOverflow"},
         {op::divide, i(1), i(0), "ArithmeticError DivisionByZero"},
         {op::divide, f(1), i(0), "Infinity"},
         {op::divide, f(0), f(0), "NaN"},
         {op::modulo, i(-7), i(3), "-1"},
         {op::modulo, i(kLeast), i(-1), "0"},
         {op::modulo, i(1), i(0), "ArithmeticError DivisionByZero"},
         {op::power, i(2), i(10), "1024.0"},
         {op::add, i(1), null(), "null"},
         {op::add, i(1), yes(), "TypeError InvalidArgumentType"},
         {op::subtract, s("a"), s("b"), "TypeError InvalidArgumentType"}});
  CHECK(show(op::negate(i(kLeast))) == "ArithmeticError IntegerOverflow");
  CHECK(show(op::negate(f(1))) == "-1.0");
  CHECK(show(op::negate(s("a"))) == "TypeError InvalidArgumentType");
}

TEST_CASE("+ joins strings and lists") {
  check({{op::add, s("a"), s("b"), "'ab'"},
         {op::add, s("a"), i(1), "'a1'"},
         {op::add, f(1.5), s("a"), "'1.5a'"},
         {op::add, s("a"), yes(), "TypeError InvalidArgumentType"},
         {op::add, l({i(1)}), l({i(2)}), "[1, 2]"},
         {op::add, l({i(1)}), i(2), "[1, 2]"},
         {op::add, i(0), l({i(1)}), "[0, 1]"},
         {op::add, l({no(), yes()}), no(), "[false, true, false]"},
         {op::add, l({}), null(), "null"}});
}

TEST_CASE("three-valued logic") {
  check({{op::logical_and, yes(), null(), "null"},
         {op::logical_and, no(), null(), "false"},
         {op::logical_and, yes(), yes(), "true"},
         {op::logical_or, yes(), null(), "true"},
         {op::logical_or, no(), null(), "null"},
         {op::logical_xor, yes(), no(), "true"},
         {op::logical_xor, yes(), null(), "null"},
         {op::logical_and, i(1), yes(), "TypeError InvalidArgumentType"},
         {op::logical_or, yes(), s("x"), "TypeError InvalidArgumentType"}});
  CHECK(show(op::logical_not(no())) == "true");
  CHECK(show(op::logical_not(null())) == "null");
  CHECK(show(op::logical_not(i(0))) == "TypeError InvalidArgumentType");
}

TEST_CASE("IN finds equal elements, and is unknown where a null might have been one") {
  check({{op::in, i(1), l({i(1), null()}), "true"},
         {op::in, i(5), l({i(1), null()}), "null"},
         {op::in, null(), l({}), "false"},
         {op::in, null(), l({i(1)}), "null"},
         {op::in, i(1), null(), "null"},
         {op::in, l({i(1), null()}), l({l({i(1), i(2)})}), "null"},
         {op::in, i(1), l({f(1)}), "true"},
         {op::in, i(1), i(1), "TypeError InvalidArgumentType"}});
}

TEST_CASE("string searches are null on anything but strings") {
  CHECK(show(op::starts_with(s("abc"), s("ab"))) == "true");
  CHECK(show(op::ends_with(s("abc"), s("ab"))) == "false");
  CHECK(show(op::contains(s("abc"), s(""))) == "true");
  CHECK(show(op::contains(i(1), s("a"))) == "null");
}

TEST_CASE("=~ matches the whole text, in linear time") {
  FunctionContext context;
  CHECK(show(op::matches(s("Naver"), s("N.*r"), context)) == "true");
  CHECK(show(op::matches(s("Naver"), s("N.*e"), context)) == "false");
  CHECK(show(op::matches(s("네이버"), s("(?i)네.버"), context)) == "true");
  CHECK(show(op::matches(s("a"), s("("), context)) == "SyntaxError InvalidRegularExpression");
  CHECK(show(op::matches(s("a"), null(), context)) == "null");
  // Backtracking matchers take 2^30 steps here.
  CHECK(show(op::matches(s(std::string(30, 'a')), s("(a+)+b"), context)) == "false");
}

TEST_CASE("elements, slices and components") {
  FunctionContext context;
  const Value list = l({i(1), i(2), i(3)});
  CHECK(show(op::index(list, i(0), context)) == "1");
  CHECK(show(op::index(list, i(-1), context)) == "3");
  CHECK(show(op::index(list, i(3), context)) == "null");
  CHECK(show(op::index(list, s("a"), context)) == "TypeError ListElementAccessByNonInteger");
  CHECK(show(op::index(m({{"k", i(1)}}), s("k"), context)) == "1");
  CHECK(show(op::index(m({}), i(0), context)) == "TypeError MapElementAccessByNonString");
  CHECK(show(op::index(i(100), i(0), context)) == "TypeError InvalidArgumentType");
  CHECK(show(op::index(null(), i(0), context)) == "null");

  const Value one = i(1);
  const Value far = i(-5);
  const Value none = null();
  CHECK(show(op::slice(list, &one, nullptr)) == "[2, 3]");
  CHECK(show(op::slice(list, &far, &one)) == "[1]");
  CHECK(show(op::slice(list, nullptr, &none)) == "null");
  CHECK(show(op::slice(list, &one, &one)) == "[]");
  CHECK(show(op::slice(one, &one, &one)) == "TypeError InvalidArgumentType");

  CHECK(show(op::component(m({{"a", i(1)}}), "b")) == "null");
  CHECK(show(op::component(Value(Point{4326, 1, 2, 0}), "longitude")) == "1.0");
  CHECK(show(op::component(Value(Point{7203, 1, 2, 0}), "crs")) == "'cartesian'");
  CHECK(show(op::component(i(1), "num")) == "TypeError InvalidArgumentType");
}

}  // namespace yeon::query
