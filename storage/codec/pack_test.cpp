#include "yeon/storage/pack.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace yeon::storage;

namespace {

std::vector<std::uint64_t> random_values(std::mt19937_64& random, std::size_t count,
                                         unsigned width) {
  std::vector<std::uint64_t> values(count);
  for (auto& value : values) value = width == 0 ? 0 : random() >> (64 - width);
  return values;
}

}  // namespace

TEST_CASE("Packed values of every width and length come back") {
  std::mt19937_64 random(1);
  for (unsigned width = 0; width <= 64; ++width) {
    for (const std::size_t count : {0u, 1u, 2u, 7u, 127u, 128u, 129u, 1000u}) {
      const auto values = random_values(random, count, width);
      ByteWriter out;
      pack(values, out);
      CHECK(out.size() == packed_size(values));
      ByteReader in(out.view());
      std::vector<std::uint64_t> back(count);
      unpack(in, back);
      CAPTURE(width);
      CAPTURE(count);
      CHECK(in.at_end());
      CHECK(back == values);
    }
  }
}

TEST_CASE("One large value widens its own block only") {
  std::vector<std::uint64_t> values(4 * kPackBlock, 1);
  values[0] = ~std::uint64_t{0};
  CHECK(packed_size(values) == 4 + kPackBlock * 8 + 3 * kPackBlock / 8);
}

TEST_CASE("Integers come back, the extremes too") {
  std::mt19937_64 random(2);
  const auto least = std::numeric_limits<std::int64_t>::min();
  const auto most = std::numeric_limits<std::int64_t>::max();
  std::vector<std::vector<std::int64_t>> cases = {
      {}, {0}, {least}, {most}, {least, most, least}, {-1, 0, 1}, {5, 5, 5, 5}};
  for (int i = 0; i < 50; ++i) {
    std::vector<std::int64_t> values(random() % 300);
    for (auto& value : values) value = static_cast<std::int64_t>(random() >> (random() % 64));
    cases.push_back(values);
  }
  for (const auto& values : cases) {
    ByteWriter out;
    pack_integers(values, out);
    ByteReader in(out.view());
    std::vector<std::int64_t> back(values.size());
    unpack_integers(in, back);
    CHECK(in.at_end());
    CHECK(back == values);
  }
}

TEST_CASE("Ascending integers take the bits of their steps") {
  std::vector<std::int64_t> values;
  for (int i = 0; i < 2048; ++i) values.push_back(1'000'000'000 + i);
  ByteWriter out;
  pack_integers(values, out);
  CHECK(out.size() < 600);
}

TEST_CASE("Truncated packed values fail the reader and never read past the end") {
  const std::vector<std::uint64_t> values(300, 12345);
  ByteWriter out;
  pack(values, out);
  for (std::size_t length = 0; length < out.size(); ++length) {
    const std::string cut(out.view().substr(0, length));
    ByteReader in(cut);
    std::vector<std::uint64_t> back(values.size());
    unpack(in, back);
    CHECK_FALSE(in.ok());
  }
  ByteReader wide("\x41garbage");  // a width of 65 bits
  std::vector<std::uint64_t> back(1);
  unpack(wide, back);
  CHECK_FALSE(wide.ok());
}
