#include "yeon/storage/ordered_key.h"

#include <doctest/doctest.h>

#include <random>

#include "yeon/base/compare.h"

using namespace yeon;
using namespace yeon::storage;

namespace {

std::string key(const Value& value) {
  std::string out;
  append_ordered(value, out);
  return out;
}

// The byte order of two keys of one family must be the order of their values.
void check_order(const Value& a, const Value& b) {
  const auto bytes = key(a) <=> key(b);
  const auto values = order(a, b);
  CHECK((bytes < 0) == (values < 0));
  CHECK((bytes == 0) == (values == 0));
}

}  // namespace

TEST_CASE("Number keys sort as numbers, whole or not") {
  std::vector<Value> numbers;
  const std::int64_t whole[] = {
      INT64_MIN, INT64_MIN + 1,   -(1LL << 53) - 1, -2,       -1, 0, 1, 2, (1LL << 53) - 1,
      1LL << 53, (1LL << 53) + 1, INT64_MAX - 1,    INT64_MAX};
  for (const std::int64_t number : whole) {
    numbers.emplace_back(number);
    numbers.emplace_back(static_cast<double>(number));
  }
  for (const double number : {-1.5, -0.0, 0.0, 0.5, 1e300, -1e300, 9.3e18}) {
    numbers.emplace_back(number);
  }
  for (const Value& a : numbers) {
    for (const Value& b : numbers) check_order(a, b);
  }
}

TEST_CASE("One and one point nought have one key") {
  CHECK(key(Value(std::int64_t{1})) == key(Value(1.0)));
  CHECK(key(Value(0.0)) == key(Value(-0.0)));
  CHECK(key(Value((std::int64_t{1} << 53) + 1)) != key(Value(0x1p53)));
}

TEST_CASE("String keys sort as strings and none is a prefix of another") {
  const std::string texts[] = {"",
                               "a",
                               "aa",
                               "ab",
                               "b",
                               std::string("a\0", 2),
                               std::string("a\0\xff", 3),
                               std::string("a\xff", 2),
                               "카",
                               "카카오"};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      check_order(Value(a), Value(b));
      if (a != b) CHECK_FALSE(key(Value(b)).starts_with(key(Value(a))));
    }
  }
}

TEST_CASE("A prefix's key starts the keys of all strings that start with it, and no others") {
  std::string prefix;
  append_ordered_prefix("카카", prefix);
  CHECK(key(Value("카카")).starts_with(prefix));
  CHECK(key(Value("카카오")).starts_with(prefix));
  CHECK_FALSE(key(Value("카")).starts_with(prefix));
  CHECK_FALSE(key(Value("네이버")).starts_with(prefix));
}

TEST_CASE("Dates and local times sort as moments") {
  check_order(Value(Date{-5}), Value(Date{3}));
  check_order(Value(Date{3}), Value(Date{3}));
  check_order(Value(LocalTime{5}), Value(LocalTime{6}));
  check_order(Value(LocalDateTime{-1, 5}), Value(LocalDateTime{-1, 6}));
  check_order(Value(LocalDateTime{-1, 5}), Value(LocalDateTime{0, 0}));
}

TEST_CASE("After a prefix comes the first string that does not start with it") {
  CHECK(after_prefix("ab") == "ac");
  CHECK(after_prefix(std::string("a\xff", 2)) == "b");
  CHECK_FALSE(after_prefix("\xff\xff"));
  CHECK_FALSE(after_prefix(""));
}
