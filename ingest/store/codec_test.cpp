#include "store/codec.h"

#include <doctest/doctest.h>

#include <string>

namespace yeon::ingest::store {
namespace {

std::string sample() {
  RecordWriter writer(1);
  writer.number(0);
  writer.number(~std::uint64_t{0});
  writer.text("연");
  writer.float64(-0.5);
  return writer.take();
}

}  // namespace

TEST_CASE("RecordReader: gives back what RecordWriter was told") {
  const std::string bytes = sample();
  RecordReader reader(bytes, 1);
  CHECK(reader.number() == 0);
  CHECK(reader.number() == ~std::uint64_t{0});
  CHECK(reader.text() == "연");
  CHECK(reader.float64() == -0.5);
  CHECK(reader.finish("a record"));
}

TEST_CASE("RecordReader: every truncation is found, none crashes") {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    RecordReader reader(std::string_view(bytes).substr(0, size), 1);
    reader.number();
    reader.number();
    reader.text();
    reader.float64();
    const Status status = reader.finish("a record");
    REQUIRE_FALSE(status);
    CHECK(status.error().type == ErrorType::kCorruption);
  }
}

TEST_CASE("RecordReader: bytes left over, counts too large and endless numbers are corruption") {
  const auto corrupt = [](std::string bytes, auto read) {
    RecordReader reader(bytes, 1);
    read(reader);
    const Status status = reader.finish("a record");
    return !status && status.error().type == ErrorType::kCorruption;
  };
  CHECK(corrupt(sample() + "x", [](RecordReader& r) {
    r.number();
    r.number();
    r.text();
    r.float64();
  }));
  CHECK(corrupt(std::string("\x01\x7F"), [](RecordReader& r) { CHECK(r.count() == 0); }));
  CHECK(corrupt("\x01" + std::string(12, '\xFF'), [](RecordReader& r) { r.number(); }));
}

TEST_CASE("RecordReader: a record of a newer program is refused as such") {
  std::string bytes = sample();
  bytes[0] = 9;
  RecordReader reader(bytes, 1);
  const Status status = reader.finish("a record");
  REQUIRE_FALSE(status);
  CHECK(status.error().type == ErrorType::kFormatVersion);
}

}  // namespace yeon::ingest::store
