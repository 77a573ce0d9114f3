#include "yeon/ingest/history.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "store/news_fixture.h"

namespace yeon::ingest::store {
namespace {

using Lines = std::vector<std::string>;

std::string name_at(const graph::Snapshot& snapshot, NodeId node) {
  return snapshot.property(node, snapshot.catalog().find_key("name").value()).value().string();
}

Lines as_of(const graph::Snapshot& snapshot, const char* day) {
  Lines lines;
  const Status status = facts_as_of(snapshot, day, [&](const DatedTie& tie) -> Status {
    lines.push_back(fmt::format("{} {} {} {}", name_at(snapshot, tie.subject),
                                name(tie.state.predicate), name_at(snapshot, tie.object),
                                name(tie.state.modality)));
    return {};
  });
  REQUIRE(status);
  std::sort(lines.begin(), lines.end());
  return lines;
}

RelationshipId relationship_of(const graph::Snapshot& snapshot, const char* type) {
  const auto id = snapshot.catalog().find_type(type);
  REQUIRE(id);
  for (std::uint64_t group = 0; group < snapshot.node_group_count(); ++group) {
    const auto adjacency = snapshot.adjacency(GroupId{group}, *id, Direction::kOutgoing).value();
    for (std::size_t slot = 0; slot < kGroupSize; ++slot) {
      const auto found = adjacency.relationships(static_cast<Slot>(slot));
      if (!found.empty()) return found[0];
    }
  }
  FAIL("no relationship of type ", type);
  return {};
}

std::unique_ptr<graph::Database> takeover() {
  auto news = empty_news();
  const auto told = [&](const char* path, const char* day, Predicate predicate, Modality modality) {
    tell(*news, Story(path, day)
                    .firm("Oakmere")
                    .firm("Brightfen")
                    .says("Oakmere", predicate, "Brightfen", modality));
  };
  told("3.txt", "2025-03-10", Predicate::kAcquired, Modality::kAsserted);
  told("1.txt", "2025-01-10", Predicate::kMayAcquire, Modality::kRumored);
  told("2.txt", "2025-02-10", Predicate::kMayAcquire, Modality::kDenied);
  return news;
}

}  // namespace

TEST_CASE("facts_as_of: what was believed on a day") {
  const auto news = takeover();
  const graph::Snapshot snapshot = news->snapshot();
  CHECK(as_of(snapshot, "2025-01-09") == Lines{});
  CHECK(as_of(snapshot, "2025-01-10") == Lines{"Oakmere MAY_ACQUIRE Brightfen rumored"});
  CHECK(as_of(snapshot, "2025-02-20") == Lines{"Oakmere MAY_ACQUIRE Brightfen denied"});
  CHECK(as_of(snapshot, "2025-12-31") ==
        Lines{"Oakmere ACQUIRED Brightfen asserted", "Oakmere MAY_ACQUIRE Brightfen denied"});
}

TEST_CASE("facts_as_of: an article without a day is known from when it was retrieved") {
  auto news = empty_news();
  REQUIRE(store_article(*news,
                        Story("1.txt", "").firm("A").firm("B").says("A", Predicate::kSues, "B"),
                        {"2025-05-05T10:00:00Z", false}));
  CHECK(as_of(news->snapshot(), "2025-05-04").empty());
  CHECK(as_of(news->snapshot(), "2025-05-05").size() == 1);
}

TEST_CASE("facts_as_of: what is no day is refused, and a failing visitor ends it") {
  const auto news = takeover();
  for (const char* day : {"", "2025", "2025-1-1", "2025-13-01", "yesterday!", "2025-01-0x"}) {
    const Status status =
        facts_as_of(news->snapshot(), day, [](const DatedTie&) -> Status { return {}; });
    REQUIRE_FALSE(status);
    CHECK(status.error().type == ErrorType::kArgumentError);
  }
  const Status status = facts_as_of(news->snapshot(), "2026-01-01", [](const DatedTie&) -> Status {
    return fail(ErrorType::kCancelled, "enough");
  });
  REQUIRE_FALSE(status);
  CHECK(status.error().type == ErrorType::kCancelled);
}

TEST_CASE("explain: the claims behind a relationship, with quotes and rules, as they were read") {
  const auto news = takeover();
  const graph::Snapshot snapshot = news->snapshot();
  const auto history = explain(snapshot, relationship_of(snapshot, "ACQUIRED"));
  REQUIRE(history);
  REQUIRE(history->size() == 3);
  const ExplainedClaim& first = history->front();
  CHECK(first.claim.said_on == "2025-01-10");
  CHECK(first.claim.modality == Modality::kRumored);
  CHECK(first.quote == "Oakmere MAY_ACQUIRE Brightfen");
  CHECK(first.rule == "test.rule");
  CHECK(first.url == "1.txt");
  CHECK(first.title == "the title of 1.txt");
  CHECK(first.sentence == 1);
  CHECK(first.end == 9);
  CHECK(name_at(snapshot, first.subject) == "Oakmere");
  CHECK(history->back().claim.predicate == Predicate::kAcquired);
}

TEST_CASE("explain: refuses what is not derived from claims") {
  const auto news = takeover();
  const graph::Snapshot snapshot = news->snapshot();
  const auto mention = explain(snapshot, relationship_of(snapshot, "MENTIONS"));
  REQUIRE_FALSE(mention);
  CHECK(mention.error().type == ErrorType::kArgumentError);
  const auto none = explain(snapshot, RelationshipId{1U << 20});
  REQUIRE_FALSE(none);
  CHECK(none.error().type == ErrorType::kNotFound);
}

}  // namespace yeon::ingest::store
