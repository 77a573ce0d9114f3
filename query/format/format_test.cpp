#include "yeon/query/format.h"

#include <doctest/doctest.h>

#include <bit>
#include <limits>
#include <random>

#include "format/number.h"
#include "functions/testing.h"
#include "yeon/query/typed_json.h"

namespace yeon::query {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the tables' words

/// (#1:Firm {name: 'KT'})-[#5:PARTNERS_WITH {since: 2024}]->(#2), and an unnamed #3.
QueryResult images() {
  QueryResult result;
  result.nodes[1] = {{"Firm"}, {{"name", s("KT")}}};
  result.nodes[2] = {};
  result.relationships[5] = {"PARTNERS_WITH", NodeId{1}, NodeId{2}, {{"since", i(2024)}}};
  return result;
}

const double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("floats are the shortest text that reads back the same") {
  struct Case {
    double value;
    std::string_view text;
  };
  constexpr Case kCases[] = {
      {1, "1.0"},           {0.1, "0.1"},           {-0.0, "-0.0"},
      {100, "100.0"},       {1234567, "1234567.0"}, {12345678, "1.2345678E7"},
      {1e10, "1.0E10"},     {0.001, "0.001"},       {0.0001, "1.0E-4"},
      {5e-324, "5.0E-324"}, {3.2e9, "3.2E9"},
  };
  for (const Case& c : kCases) CHECK(float_to_text(c.value) == c.text);
  CHECK(float_to_text(-kInfinity) == "-Infinity");

  std::mt19937_64 random(7);
  for (int n = 0; n < 10'000; ++n) {
    const auto value = std::bit_cast<double>(random());
    if (value != value) continue;
    const auto read = parse_float(float_to_text(value));
    REQUIRE(read);
    CHECK(std::bit_cast<std::uint64_t>(*read) == std::bit_cast<std::uint64_t>(value));
  }
}

TEST_CASE("numbers are read whole or not at all") {
  CHECK(parse_float("-4.5e2") == -450.0);
  CHECK(parse_float("+.5") == 0.5);
  for (const char* text : {"", "-", "1x", "inf", "nan", "0x10", "1e999", " 1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_float(text));
  }
  CHECK(parse_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  for (const char* text : {"", "+", "+-1", "9223372036854775808", "1.0", "1 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_integer(text));
  }
}

TEST_CASE("text for people") {
  const QueryResult result = images();
  CHECK(to_text(s("it's"), result) == "it's");
  CHECK(to_text(l({s("it's\n"), i(1), null()}), result) == R"(['it\'s\n', 1, null])");
  CHECK(to_text(m({{"a b", i(1)}, {"c", f(2)}}), result) == "{`a b`: 1, c: 2.0}");
  CHECK(to_text(Value(NodeId{1}), result) == "(:Firm {name: 'KT'})");
  CHECK(to_text(Value(NodeId{2}), result) == "()");
  CHECK(to_text(Value(NodeId{3}), result) == "(#3)");
  CHECK(to_text(Value(RelationshipId{5}), result) == "[:PARTNERS_WITH {since: 2024}]");
  CHECK(to_text(Value(Path{{NodeId{2}, NodeId{1}}, {RelationshipId{5}}}), result) ==
        "<()<-[:PARTNERS_WITH {since: 2024}]-(:Firm {name: 'KT'})>");
  CHECK(to_text(Value(Date{1}), result) == "1970-01-02");
}

TEST_CASE("plain JSON is valid whatever the values") {
  const QueryResult result = images();
  CHECK(to_json(l({Value(true), i(-1), f(1.5), f(kInfinity), null()}), result) ==
        R"([true, -1, 1.5, "Infinity", null])");
  CHECK(to_json(s("a\"\\\x01\xFF한"), result) == "\"a\\\"\\\\\\u0001\xEF\xBF\xBD한\"");
  CHECK(to_json(Value(NodeId{1}), result) ==
        R"({"id": "1", "labels": ["Firm"], "properties": {"name": "KT"}})");
  CHECK(to_json(Value(RelationshipId{5}), result) ==
        R"({"id": "5", "type": "PARTNERS_WITH", "start": "1", "end": "2", )"
        R"("properties": {"since": 2024}})");
  CHECK(to_json(Value(Point{9157, 1, 2, 3}), result) ==
        R"({"srid": 9157, "x": 1.0, "y": 2.0, "z": 3.0})");
  QueryResult rows;
  rows.columns = {"n", "a\"b"};
  rows.rows = {{i(1), s("x")}};
  CHECK(row_to_json(rows, 0) == R"({"n": 1, "a\"b": "x"})");
}

TEST_CASE("typed JSON loses nothing") {
  const Value values[] = {
      null(),
      Value(true),
      i(std::numeric_limits<std::int64_t>::min()),
      f(0.1),
      f(kInfinity),
      f(std::numeric_limits<double>::quiet_NaN()),
      s("한 \"글\"\n"),
      l({i(1), l({})}),
      m({{"a", i(1)}, {"b", m({})}}),
      Value(Date{16'637}),
      Value(LocalTime{1}),
      Value(Time{0, 3'600}),
      Value(LocalDateTime{1, 500}),
      Value(ZonedDateTime{1'448'138'432, 142'000'000, 0, ""}),
      Value(ZonedDateTime{1'448'138'432, 142'000'000, 3'600, "Europe/Stockholm"}),
      Value(Duration{14, -2, 3, 4}),
      Value(Point{4979, 1, 2, 3}),
      Value(Point{7203, 1.5, -2, 0}),
  };
  for (const Value& value : values) {
    const std::string json = to_typed_json(value, QueryResult());
    CAPTURE(json);
    const Result<Value> read = parse_typed_json(json);
    REQUIRE(read);
    CHECK(same(*read, value));
  }
}

TEST_CASE("typed JSON of results and errors") {
  QueryResult result = images();
  result.columns = {"n"};
  result.rows = {{Value(NodeId{1})}};
  CHECK(to_typed_json(result).starts_with(
      R"({"columns":["n"],"rows":[[{"$type":"Node","_value":{"_element_id":"1",)"
      R"("_labels":["Firm"],"_properties":{"name":{"$type":"String","_value":"KT"}}}}]],)"
      R"("counters":{)"));
  const Error error = {.type = ErrorType::kSyntaxError,
                       .phase = ErrorPhase::kCompileTime,
                       .detail = "UndefinedVariable",
                       .message = "variable `g` is not defined",
                       .where = SourceSpan{22, 1, 1, 23}};
  CHECK(to_typed_json(error) ==
        R"({"error":{"type":"SyntaxError","phase":"compile time","detail":"UndefinedVariable",)"
        R"("message":"variable `g` is not defined","line":1,"column":23}})");
}

TEST_CASE("broken JSON is refused") {
  constexpr const char* kBroken[] = {
      "",
      "{",
      "1",
      R"j({"$type":"Integer"})j",
      R"j({"$type":"Integer","_value":"x"})j",
      R"j({"$type":"Integer","_value":1})j",
      R"j({"$type":"Node","_value":{}})j",
      R"j({"$type":"Nonsense","_value":"x"})j",
      R"j({"$type":"List","_value":[1]})j",
      R"j({"$type":"Point","_value":"SRID=7203;POINT (1.0)"})j",
      R"j({"$type":"Point","_value":"SRID=7203"})j",
      R"j({"$type":"Date","_value":"2015-13"})j",
  };
  for (const char* json : kBroken) {
    CAPTURE(json);
    CHECK_FALSE(parse_typed_json(json));
  }
  CHECK_FALSE(parse_typed_json(std::string(100'000, '[')));
  std::string deep;
  for (int n = 0; n < 1'000; ++n) deep += R"j({"$type":"List","_value":[)j";
  CHECK_FALSE(parse_typed_json(deep));
}

TEST_CASE("plain JSON is read as people write it") {
  CHECK(show(parse_plain_json(R"j({"b": [1, 2.0, null], "a": "x"})j")) ==
        "{a: 'x', b: [1, 2.0, null]}");
  CHECK_FALSE(parse_plain_json("9223372036854775808"));
}

}  // namespace yeon::query
