#include "yeon/graph/check.h"

#include <doctest/doctest.h>

#include "check/snapshot_access.h"
#include "read/index_seek.h"
#include "test_folder.h"
#include "yeon/graph/database.h"
#include "yeon/graph/digest.h"

using namespace yeon;
using namespace yeon::graph;

namespace {

/// A ring of firms with an index; `order` says in which order they are made.
void make_ring(Database& db, const std::vector<int>& order) {
  Transaction tx = *db.begin();
  const LabelId label = tx.label("Firm");
  std::vector<NodeId> nodes(order.size());
  for (const int i : order) {
    nodes[static_cast<std::size_t>(i)] = *tx.create_node({&label, 1});
    REQUIRE(tx.set_property(nodes[static_cast<std::size_t>(i)], tx.key("name"),
                            Value(fmt::format("firm {}", i))));
  }
  for (const int i : order) {
    const std::size_t next = (static_cast<std::size_t>(i) + 1) % nodes.size();
    const auto tie = *tx.create_relationship(nodes[static_cast<std::size_t>(i)],
                                             tx.type("PARTNERS_WITH"), nodes[next]);
    REQUIRE(tx.set_property(tie, tx.key("since"), Value(std::int64_t{i})));
  }
  REQUIRE(tx.create_index({"names", "Firm", "name", true}));
  REQUIRE(tx.commit());
}

/// Writes to the stored bytes behind the graph's back.
void tamper(Database& db, storage::Batch& batch) {
  const Snapshot snapshot = db.snapshot();
  REQUIRE(SnapshotAccess::state(snapshot).committed().source->engine->write(batch, true));
}

CheckReport report(const Database& db) { return *check(db.snapshot(), nullptr); }

}  // namespace

TEST_CASE("A sound graph checks clean, and the report says what was looked at") {
  auto db = *Database::open_in_memory({});
  make_ring(*db, {0, 1, 2, 3});
  const CheckReport found = report(*db);
  CHECK(found.clean());
  CHECK(found.nodes == 4);
  CHECK(found.relationships == 4);
  CHECK(found.index_entries == 4);
  CHECK(found.segments == 6);
}

TEST_CASE("A check finds each sort of damage") {
  const storage::SegmentKey places[] = {
      labels_key(GroupId{0}), node_column_key(GroupId{0}, PropertyKeyId{0}),
      relationships_key(GroupId{0}),
      adjacency_key(GroupId{0}, RelationshipTypeId{0}, Direction::kOutgoing),
      adjacency_key(GroupId{0}, RelationshipTypeId{0}, Direction::kIncoming)};
  for (const storage::SegmentKey& place : places) {
    for (const bool gone : {true, false}) {
      const TestFolder folder("check");
      auto db = *Database::open(folder.path(), {.create_if_missing = true});
      make_ring(*db, {0, 1, 2});
      storage::Batch batch;
      if (gone) {
        batch.erase(storage::Family::kSegments, storage::encode(place));
      } else {
        batch.merge(storage::encode(place), "no delta");
      }
      tamper(*db, batch);
      db.reset();
      db = *Database::open(folder.path(), {});  // nothing is cached now
      CAPTURE(static_cast<int>(place.kind));
      CAPTURE(gone);
      CHECK_FALSE(report(*db).clean());
    }
  }
}

TEST_CASE("A check finds index entries too many and too few") {
  auto db = *Database::open_in_memory({});
  make_ring(*db, {0, 1, 2});
  storage::Batch batch;
  const Snapshot before = db->snapshot();
  const IndexInfo& index = SnapshotAccess::state(before).indexes().front();
  batch.put(storage::Family::kIndex, index_entry(index, Value("nobody"), NodeId{1}), "");
  tamper(*db, batch);
  // The state's own snapshot is of before; a commit makes one of after.
  Transaction tx = *db->begin();
  REQUIRE(tx.put_record(Space::kJobs, "a", "b"));
  REQUIRE(tx.commit());
  CHECK_FALSE(report(*db).clean());
}

TEST_CASE("A check can be stopped") {
  auto db = *Database::open_in_memory({});
  make_ring(*db, {0, 1, 2});
  const auto stopped = check(db->snapshot(), [](double) { return false; });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().type == ErrorType::kCancelled);
}

TEST_CASE("Equal graphs have one digest, whatever the order they were written in") {
  auto forward = *Database::open_in_memory({});
  auto shuffled = *Database::open_in_memory({});
  {
    Transaction lost = *shuffled->begin();  // other ids, and names in another order
    const LabelId label = lost.label("Firm");
    lost.key("since");
    REQUIRE(lost.create_node({&label, 1}));
  }
  make_ring(*forward, {0, 1, 2, 3, 4});
  make_ring(*shuffled, {3, 0, 4, 2, 1});
  const std::string one = *digest(forward->snapshot());
  CHECK(one.size() == 32);
  CHECK(one == *digest(shuffled->snapshot()));

  Transaction tx = *forward->begin();
  REQUIRE(tx.set_property(RelationshipId{0}, tx.key("since"), Value(std::int64_t{99})));
  REQUIRE(tx.commit());
  CHECK(one != *digest(forward->snapshot()));
}
