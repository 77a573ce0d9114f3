#include "yeon/base/compare.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace yeon {
namespace {

const double kNaN = std::numeric_limits<double>::quiet_NaN();

Value integer(std::int64_t value) { return Value(value); }
Value null() { return Value(); }
Value text(const char* value) { return Value(value); }
Value list(List values) { return Value(std::move(values)); }
Value map(Map entries) { return Value(std::move(entries)); }

std::string word(std::optional<bool> truth) {
  if (!truth) return "null";
  return *truth ? "true" : "false";
}

std::string sign(std::optional<std::partial_ordering> ordering) {
  if (!ordering) return "null";
  if (*ordering == std::partial_ordering::unordered) return "unordered";
  if (*ordering == 0) return "=";
  return *ordering < 0 ? "<" : ">";
}

struct Pair {
  Value a;
  Value b;
  std::string equal;
  std::string compared;
};

}  // namespace

TEST_CASE("equals and compare follow openCypher's three-valued logic") {
  constexpr std::int64_t kTwoTo53 = 9007199254740992;
  const Pair pairs[] = {
      {null(), null(), "null", "null"},
      {null(), integer(1), "null", "null"},
      {integer(1), Value(1.0), "true", "="},
      {integer(1), Value(1.5), "false", "<"},
      {Value(1.5), integer(1), "false", ">"},
      {integer(kTwoTo53 + 1), Value(9007199254740992.0), "false", ">"},
      {integer(std::numeric_limits<std::int64_t>::max()), Value(9223372036854775808.0), "false",
       "<"},
      {integer(-1), Value(-1.5), "false", ">"},
      {Value(kNaN), Value(kNaN), "false", "unordered"},
      {Value(kNaN), integer(1), "false", "unordered"},
      {Value(kNaN), text("a"), "false", "null"},
      {text("1"), integer(1), "false", "null"},
      {text("a"), text("b"), "false", "<"},
      {Value(false), Value(true), "false", "<"},
      {list({integer(1), integer(2)}), list({integer(1)}), "false", ">"},
      {list({null()}), list({integer(1)}), "null", "null"},
      {list({integer(1), null()}), list({integer(1)}), "false", ">"},
      {list({integer(1), integer(2)}), list({integer(3), null()}), "false", "<"},
      {list({integer(1)}), list({text("a")}), "false", "null"},
      {map({{"k", null()}}), map({{"k", null()}}), "null", "null"},
      {map({{"k", integer(1)}}), map({{"k", Value(1.0)}}), "true", "null"},
      {map({}), map({{"k", null()}}), "false", "null"},
      {map({{"k", integer(1)}, {"l", null()}}), map({{"k", null()}, {"l", integer(1)}}), "null",
       "null"},
      {Value(Date{1}), Value(Date{2}), "false", "<"},
      {Value(Time{0, 0}), Value(Time{3'600'000'000'000, 3600}), "false", "<"},
      {Value(Duration{1, 0, 0, 0}), Value(Duration{0, 30, 0, 0}), "false", "null"},
      {Value(Duration{1, 2, 3, 4}), Value(Duration{1, 2, 3, 4}), "true", "null"},
      {Value(Point{7203, 1, 2, 0}), Value(Point{4326, 1, 2, 0}), "false", "null"},
      {Value(NodeId{1}), Value(NodeId{1}), "true", "="},
      {Value(NodeId{1}), Value(RelationshipId{1}), "false", "null"},
  };
  for (std::size_t i = 0; i < std::size(pairs); ++i) {
    CAPTURE(i);
    CHECK(word(equals(pairs[i].a, pairs[i].b)) == pairs[i].equal);
    CHECK(word(equals(pairs[i].b, pairs[i].a)) == pairs[i].equal);
    CHECK(sign(compare(pairs[i].a, pairs[i].b)) == pairs[i].compared);
  }
}

TEST_CASE("order is total: map, node, relationship, list, path, temporals, ..., NaN, null") {
  const std::vector<Value> ascending = {
      map({}),
      map({{"a", integer(1)}}),
      map({{"a", integer(2)}}),
      map({{"b", integer(0)}}),
      Value(NodeId{1}),
      Value(NodeId{2}),
      Value(RelationshipId{0}),
      list({}),
      list({text("a")}),
      list({text("a"), integer(1)}),
      list({integer(1)}),
      list({integer(1), null()}),
      list({null(), integer(1)}),
      Value(Path{{NodeId{1}}, {}}),
      Value(Path{{NodeId{1}, NodeId{2}}, {RelationshipId{1}}}),
      Value(ZonedDateTime{10, 0, 0, ""}),
      Value(ZonedDateTime{10, 0, 3600, ""}),
      Value(ZonedDateTime{10, 0, 3600, "Europe/Stockholm"}),
      Value(LocalDateTime{0, 0}),
      Value(Date{0}),
      Value(Time{0, 0}),
      Value(LocalTime{0}),
      Value(Duration{0, 30, 0, 0}),
      Value(Duration{1, 0, 0, 0}),
      Value(Duration{0, 31, 0, 0}),
      Value(Duration{std::numeric_limits<std::int64_t>::max(), 0, 0, 0}),
      Value(Point{4326, 1, 2, 0}),
      Value(Point{7203, 1, 2, 0}),
      text(""),
      text("a"),
      Value(false),
      Value(true),
      Value(-std::numeric_limits<double>::infinity()),
      integer(1),
      Value(1.5),
      Value(std::numeric_limits<double>::infinity()),
      Value(kNaN),
      null(),
  };
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK((order(ascending[i], ascending[j]) < 0) == (i < j));
      CHECK(equivalent(ascending[i], ascending[j]) == (i == j));
    }
  }
}

TEST_CASE("Equivalent values hash alike") {
  const Pair pairs[] = {
      {integer(1), Value(1.0), "", ""},
      {Value(0.0), Value(-0.0), "", ""},
      {Value(kNaN), Value(-kNaN), "", ""},
      {null(), null(), "", ""},
      {list({integer(1), null()}), list({Value(1.0), null()}), "", ""},
      {map({{"k", integer(2)}}), map({{"k", Value(2.0)}}), "", ""},
  };
  for (const auto& [a, b, equal, compared] : pairs) {
    CHECK(equivalent(a, b));
    CHECK(hash_of(a) == hash_of(b));
  }
  CHECK(hash_of(integer(1)) != hash_of(integer(2)));
  CHECK(hash_of(list({integer(1)})) != hash_of(integer(1)));
}

}  // namespace yeon
