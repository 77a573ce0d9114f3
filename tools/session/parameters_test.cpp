#include "session/parameters.h"

#include <doctest/doctest.h>

#include <vector>

#include "session/session.h"

using namespace yeon;
using namespace yeon::tools;

TEST_CASE("parameters: JSON where it is JSON, else text") {
  CHECK(parse_parameter("n=3")->second.integer() == 3);
  CHECK(parse_parameter("x=2.5")->second.floating() == 2.5);
  CHECK(parse_parameter("firm=KT")->second.string() == "KT");
  CHECK(parse_parameter("firm=\"KT\"")->second.string() == "KT");
  CHECK(parse_parameter("list=[1,2]")->second.list().size() == 2);
  CHECK(parse_parameter("eq=a=b")->second.string() == "a=b");
  CHECK(parse_parameter("none=null")->second.is_null());
  CHECK(parse_parameter("empty=")->second.string().empty());
}

TEST_CASE("parameters: no name or no equals sign is refused") {
  CHECK(parse_parameter("=3").error().type == ErrorType::kInvalidInput);
  CHECK(parse_parameter("firm").error().type == ErrorType::kInvalidInput);
}

TEST_CASE("parameters: sorted by name, the last of one name counts") {
  const std::vector<std::string> texts = {"b=1", "a=2", "b=3"};
  const Map map = *parse_parameters(texts);
  REQUIRE(map.size() == 2);
  CHECK(map[0].first == "a");
  CHECK(map[1].second.integer() == 3);
}

TEST_CASE("sizes: K, M and G are powers of 1024; overflow and words are refused") {
  CHECK(*parse_bytes("512M") == 512ull << 20);
  CHECK(*parse_bytes("7") == 7);
  CHECK_FALSE(parse_bytes("much"));
  CHECK_FALSE(parse_bytes("5X"));
  CHECK_FALSE(parse_bytes("99999999999G"));
}
