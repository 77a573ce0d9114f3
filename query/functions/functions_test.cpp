#include "functions/functions.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>

#include "functions/testing.h"

namespace yeon::query {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the tables' words

struct Case {
  std::string_view function;
  std::vector<Value> arguments;
  std::string_view expected;
};

void check(const std::vector<Case>& cases) {
  for (std::size_t n = 0; n < cases.size(); ++n) {
    CAPTURE(n);
    CAPTURE(cases[n].function);
    CHECK(answer(cases[n].function, cases[n].arguments) == cases[n].expected);
  }
}

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
const double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("strings are counted and cut in characters, not bytes") {
  check({{"size", {s("한글a")}, "3"},
         {"left", {s("한글a"), i(2)}, "'한글'"},
         {"right", {s("한글a"), i(2)}, "'글a'"},
         {"right", {s("ab"), i(5)}, "'ab'"},
         {"substring", {s("hello"), i(1), i(3)}, "'ell'"},
         {"substring", {s("hello"), i(9)}, "''"},
         {"substring", {s("hello"), i(-1)}, "ArgumentError NumberOutOfRange"},
         {"reverse", {s("raksO")}, "'Oskar'"},
         {"reverse", {s("글한")}, "'한글'"},
         {"toupper", {s("straße")}, "'STRASSE'"},
         {"tolower", {s("ÅB")}, "'åb'"},
         {"trim", {s("\u3000 a b\t")}, "'a b'"},
         {"ltrim", {s(" a ")}, "'a '"},
         {"rtrim", {s(" a ")}, "' a'"},
         {"replace", {s("aXbXc"), s("X"), s("--")}, "'a--b--c'"},
         {"replace", {s("abc"), s(""), s("x")}, "'abc'"},
         {"split", {s("one1two"), s("1")}, "['one', 'two']"},
         {"split", {s("a,b;c"), l({s(","), s(";")})}, "['a', 'b', 'c']"},
         {"split", {s("한글"), s("")}, "['한', '글']"},
         {"split", {s(""), s(",")}, "['']"},
         {"left", {i(1), i(1)}, "TypeError InvalidArgumentType"}});
}

TEST_CASE("broken UTF-8 does no harm") {
  const std::string broken =
      "a\xFF\x80"
      "b";
  CHECK(answer("size", {s(broken)}) == "3");
  CHECK(ask("reverse", {s(broken)})->string().size() == broken.size());
  CHECK(ask("trim", {s(" \x80 ")}).has_value());
  CHECK(ask("toupper", {s(broken)}).has_value());
}

TEST_CASE("lists") {
  check({{"head", {l({i(1), i(2)})}, "1"},
         {"head", {l({})}, "null"},
         {"last", {l({i(1), i(2)})}, "2"},
         {"tail", {l({i(1), i(2)})}, "[2]"},
         {"tail", {l({})}, "[]"},
         {"reverse", {l({i(1), null(), s("a")})}, "['a', null, 1]"},
         {"size", {l({i(1), null()})}, "2"},
         {"isempty", {m({})}, "true"},
         {"coalesce", {null(), i(2), i(3)}, "2"},
         {"coalesce", {null(), null()}, "null"},
         {"size", {null()}, "null"},
         {"size", {i(1)}, "TypeError InvalidArgumentType"}});
}

TEST_CASE("range includes both ends, whatever its step") {
  check({{"range", {i(-1236), i(-1234)}, "[-1236, -1235, -1234]"},
         {"range", {i(0), i(-1)}, "[]"},
         {"range", {i(1381), i(-3412), i(-1298)}, "[1381, 83, -1215, -2513]"},
         {"range", {i(0), i(1), i(2)}, "[0]"},
         {"range", {i(kLeast), i(kLeast + 1)}, "[-9223372036854775808, -9223372036854775807]"},
         {"range", {i(5), i(0), i(kLeast)}, "[5]"},
         {"range", {i(2), i(8), i(0)}, "ArgumentError NumberOutOfRange"},
         {"range", {Value(true), i(1), i(1)}, "ArgumentError InvalidArgumentType"},
         {"range", {f(-0.0), i(1), i(1)}, "ArgumentError InvalidArgumentType"},
         {"range", {i(kLeast), i(1'000'000'000'000)}, "MemoryLimit "}});
}

TEST_CASE("numbers") {
  check({{"abs", {i(-3)}, "3"},
         {"abs", {f(-3.5)}, "3.5"},
         {"abs", {i(kLeast)}, "ArithmeticError IntegerOverflow"},
         {"sign", {i(-7)}, "-1"},
         {"sign", {f(0.0)}, "0"},
         {"ceil", {f(1.2)}, "2.0"},
         {"floor", {i(3)}, "3.0"},
         {"round", {f(-1.5)}, "-1.0"},
         {"round", {f(2.5)}, "3.0"},
         {"round", {f(0.49999999999999994)}, "0.0"},
         {"round", {f(3.14159), i(2)}, "3.14"},
         {"sqrt", {i(16)}, "4.0"},
         {"sqrt", {i(-1)}, "NaN"},
         {"atan2", {i(1), i(1)}, "0.7853981633974483"},
         {"isnan", {f(kNaN)}, "true"},
         {"log", {f(0)}, "-Infinity"},
         {"sin", {s("a")}, "TypeError InvalidArgumentType"},
         {"sin", {null()}, "null"}});
  const double random = ask("rand", {})->floating();
  CHECK((random >= 0 && random < 1));
  const std::string uuid = ask("randomuuid", {})->string();
  CHECK(uuid.size() == 36);
  CHECK(uuid[14] == '4');
}

TEST_CASE("conversions: null for a string that is no number, an error for another kind") {
  check({{"tointeger", {f(82.9)}, "82"},
         {"tointeger", {s("1.7")}, "1"},
         {"tointeger", {s("foo")}, "null"},
         {"tointeger", {s("")}, "null"},
         {"tointeger", {s("9223372036854775808")}, "null"},
         {"tointeger", {f(1e300)}, "null"},
         {"tointeger", {Value(true)}, "1"},
         {"tointeger", {l({})}, "TypeError InvalidArgumentValue"},
         {"tofloat", {s("5")}, "5.0"},
         {"tofloat", {s("-1e3")}, "-1000.0"},
         {"tofloat", {s("nan")}, "null"},
         {"tofloat", {Value(true)}, "TypeError InvalidArgumentValue"},
         {"toboolean", {s(" TRUE ")}, "true"},
         {"toboolean", {s("tru")}, "null"},
         {"toboolean", {i(1)}, "TypeError InvalidArgumentValue"},
         {"tostring", {f(2.3)}, "'2.3'"},
         {"tostring", {Value(Date{0})}, "'1970-01-01'"},
         {"tostring", {m({})}, "TypeError InvalidArgumentValue"},
         {"tointegerornull", {l({})}, "null"},
         {"tofloatlist", {l({s("1"), m({}), null()})}, "[1.0, null, null]"}});
}

TEST_CASE("points") {
  const Value here = *ask("point", {m({{"x", i(1)}, {"y", i(2)}})});
  const Value there = *ask("point", {m({{"x", i(4)}, {"y", i(6)}})});
  const Value seoul = *ask("point", {m({{"longitude", f(126.98)}, {"latitude", f(37.57)}})});
  const Value busan = *ask("point", {m({{"longitude", f(129.08)}, {"latitude", f(35.18)}})});
  check({{"tostring", {here}, R"('point({x: 1.0, y: 2.0, crs: \'cartesian\'})')"},
         {"point.distance", {here, there}, "5.0"},
         {"distance", {here, seoul}, "null"},
         {"point", {m({{"x", i(1)}, {"y", null()}})}, "null"},
         {"point", {m({{"x", i(1)}})}, "ArgumentError InvalidArgumentValue"},
         {"point",
          {m({{"x", i(1)}, {"y", i(1)}, {"crs", s("moon")}})},
          "ArgumentError InvalidArgumentValue"},
         {"point",
          {m({{"latitude", i(91)}, {"longitude", i(1)}})},
          "ArgumentError InvalidArgumentValue"},
         {"point.withinbbox", {here, here, there}, "true"}});
  const double metres = ask("point.distance", {seoul, busan})->floating();
  CHECK(metres == doctest::Approx(325'000).epsilon(0.01));
}

TEST_CASE("functions of the graph refuse other values") {
  check({{"labels", {i(1)}, "TypeError InvalidArgumentValue"},
         {"type", {s("T")}, "TypeError InvalidArgumentValue"},
         {"length", {l({})}, "TypeError InvalidArgumentValue"},
         {"length", {Value(Path{{NodeId{1}, NodeId{2}}, {RelationshipId{3}}})}, "1"},
         {"keys", {m({{"b", i(1)}, {"a", null()}})}, "['a', 'b']"},
         {"properties", {m({{"a", i(1)}})}, "{a: 1}"},
         {"id", {Value(NodeId{7})}, "7"},
         {"elementid", {Value(RelationshipId{7})}, "'7'"}});
}

TEST_CASE("every function is listed once, found by its lower-case name, and explains itself") {
  std::set<std::string_view> names;
  for (const Function* function : all_functions()) {
    CAPTURE(function->name);
    CHECK(names.insert(function->name).second);
    CHECK(function->signature.starts_with(function->name));
    CHECK(function->description.ends_with('.'));
    CHECK(function->min_arguments <= function->max_arguments);
    CHECK((function->call != nullptr));
  }
  CHECK(find_function("duration.between") != nullptr);
  CHECK(find_function("toInteger") == nullptr);
}

}  // namespace yeon::query
