#include "yeon/storage/frame.h"

#include <doctest/doctest.h>

using namespace yeon;
using namespace yeon::storage;

TEST_CASE("A frame gives back what was put in") {
  const std::string bytes = make_frame(FrameKind::kLabels, 7, "body");
  const auto frame = open_frame(bytes);
  REQUIRE(frame);
  CHECK(frame->kind == FrameKind::kLabels);
  CHECK(frame->count == 7);
  CHECK(frame->body == "body");
}

TEST_CASE("A frame shows every flipped bit and every missing byte") {
  const std::string bytes = make_frame(FrameKind::kColumn, 3, "some bytes that matter");
  for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
    std::string flipped = bytes;
    flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
    CHECK_FALSE(open_frame(flipped));
  }
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK(open_frame(bytes.substr(0, length)).error().type == ErrorType::kCorruption);
  }
}

TEST_CASE("A frame of another kind is refused where one kind is wanted") {
  const std::string bytes = make_frame(FrameKind::kColumn, 0, "");
  CHECK(open_frame(bytes, FrameKind::kColumn));
  CHECK(open_frame(bytes, FrameKind::kLabels).error().type == ErrorType::kCorruption);
}
