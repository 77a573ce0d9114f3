#include "yeon/storage/value_codec.h"

#include <doctest/doctest.h>

#include <cmath>

#include "segment/sample_values.h"

using namespace yeon;
using namespace yeon::storage;

TEST_CASE("Every storable value comes back the same") {
  for (const Value& value : sample_values()) {
    ByteWriter out;
    encode_value(value, out);
    ByteReader in(out.view());
    CHECK(same(decode_value(in), value));
    CHECK(in.at_end());
  }
}

TEST_CASE("What cannot be stored is known beforehand") {
  CHECK(storable(Value(List{Value(std::int64_t{1}), Value("two")})));
  CHECK_FALSE(storable(Value()));
  CHECK_FALSE(storable(Value(Map{})));
  CHECK_FALSE(storable(Value(NodeId{1})));
  CHECK_FALSE(storable(Value(RelationshipId{1})));
  CHECK_FALSE(storable(Value(List{Value(Map{})})));
  CHECK_FALSE(storable(Value(List{Value(List{})})));
  CHECK_FALSE(storable(Value(List{Value()})));
}

TEST_CASE("Truncated values fail the reader") {
  for (const Value& value : sample_values()) {
    ByteWriter out;
    encode_value(value, out);
    for (std::size_t length = 0; length < out.size(); ++length) {
      const std::string cut(out.view().substr(0, length));
      ByteReader in(cut);
      decode_value(in);
      CHECK_FALSE(in.ok());
    }
  }
}

TEST_CASE("An unknown tag fails the reader") {
  ByteReader in("\x7f");
  decode_value(in);
  CHECK_FALSE(in.ok());
}
