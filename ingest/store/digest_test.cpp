#include "yeon/ingest/digest.h"

#include <doctest/doctest.h>

#include <string>

#include "store/news_fixture.h"

namespace yeon::ingest::store {
namespace {

std::string digest_of(const Story& story) {
  auto news = empty_news();
  tell(*news, story);
  return digest(news->snapshot()).value();
}

Story base(const char* path = "a.txt") {
  return Story(path, "2025-01-01")
      .text("text")
      .firm("A")
      .firm("B")
      .says("A", Predicate::kUses, "B");
}

}  // namespace

TEST_CASE("digest: changes with anything a graph tells") {
  const std::string plain = digest_of(base());
  CHECK(plain.size() == 32);
  CHECK(digest_of(base()) == plain);
  CHECK(digest_of(base().firm("C")) != plain);
  CHECK(digest_of(base().from({2024, 0, 0})) != plain);
  CHECK(digest_of(Story("a.txt", "2025-01-01")
                      .text("text")
                      .firm("A")
                      .firm("B")
                      .says("B", Predicate::kUses, "A")) != plain);
  CHECK(digest_of(Story("a.txt", "2025-01-01")
                      .text("text")
                      .firm("A")
                      .firm("B")
                      .says("A", Predicate::kSues, "B")) != plain);
  CHECK(digest_of(base("b.txt")) != plain);
}

TEST_CASE("digest: tells apart graphs that differ only in how their nodes hang together") {
  const auto ring = [](bool crossed) {
    Story story = Story("a.txt", "2025-01-01").text("text");
    for (const char* name : {"A", "B", "C", "D"}) story.firm(name);
    story.says("A", Predicate::kUses, crossed ? "D" : "B");
    story.says("C", Predicate::kUses, crossed ? "B" : "D");
    return digest_of(story);
  };
  CHECK(ring(false) != ring(true));
}

TEST_CASE("digest: an article's id and the time it was retrieved do not count") {
  auto one = empty_news();
  auto other = empty_news();
  REQUIRE(store_article(*one, base(), {"2025-01-01T00:00:00Z", false}));
  REQUIRE(store_article(*other, base(), {"2025-02-02T00:00:00Z", false}));
  CHECK(digest(one->snapshot()).value() == digest(other->snapshot()).value());
}

}  // namespace yeon::ingest::store
