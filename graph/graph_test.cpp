#include <doctest/doctest.h>

#include "yeon/graph/database.h"

using namespace yeon;
using namespace yeon::graph;

TEST_CASE("A database in memory keeps what a transaction wrote") {
  auto db = *Database::open_in_memory({});
  auto tx = *db->begin();
  const LabelId firm = tx.label("Firm");
  const PropertyKeyId key = tx.key("name");
  const NodeId a = *tx.create_node({{firm}});
  const NodeId b = *tx.create_node({{firm}});
  REQUIRE(tx.set_property(a, key, Value("Kakao")));
  const RelationshipTypeId type = tx.type("PARTNERS_WITH");
  const RelationshipId r = *tx.create_relationship(a, type, b);
  CHECK(tx.snapshot().property(a, key)->string() == "Kakao");
  CHECK(tx.snapshot()
            .adjacency(group_of(a), type, Direction::kOutgoing)
            ->neighbours(slot_of(a))
            .size() == 1);
  REQUIRE(tx.commit());
  const Snapshot now = db->snapshot();
  CHECK(now.count_nodes() == 2);
  CHECK(now.property(a, key)->string() == "Kakao");
  CHECK((*now.relationship(r))->end == b);
  REQUIRE(db->clear());
  CHECK(db->snapshot().count_nodes() == 0);
  CHECK(now.count_nodes() == 2);
}

TEST_CASE("A folder keeps what was committed, over closing and opening") {
  const auto folder = std::filesystem::temp_directory_path() / "yeon_graph_test";
  std::filesystem::remove_all(folder);
  NodeId a{};
  NodeId b{};
  {
    auto db = *Database::open(folder, {.create_if_missing = true});
    auto tx = *db->begin();
    a = *tx.create_node({{tx.label("Firm")}});
    b = *tx.create_node({{tx.label("Firm")}});
    REQUIRE(tx.set_property(a, tx.key("name"), Value("카카오")));
    REQUIRE(tx.create_relationship(a, tx.type("PARTNERS_WITH"), b));
    REQUIRE(tx.commit());
    auto again = *db->begin();
    REQUIRE(again.set_property(b, again.key("name"), Value("OpenAI")));
    REQUIRE(again.create_relationship(b, again.type("PARTNERS_WITH"), a));
    REQUIRE(again.commit());
    const auto locked = Database::open(folder, {});
    REQUIRE(!locked);
    CHECK(locked.error().type == ErrorType::kLocked);
    const auto beside = Database::open(folder, {.read_only = true});
    REQUIRE(beside);
    CHECK((*beside)->snapshot().count_relationships() == 2);
  }
  auto db = *Database::open(folder, {});
  const Snapshot now = db->snapshot();
  const auto name = *now.catalog().find_key("name");
  CHECK(now.property(a, name)->string() == "카카오");
  CHECK(now.property(b, name)->string() == "OpenAI");
  const auto type = *now.catalog().find_type("PARTNERS_WITH");
  CHECK(now.adjacency(group_of(a), type, Direction::kIncoming)->neighbours(slot_of(a))[0] == b);
  auto tx = *db->begin();
  CHECK(raw(*tx.create_node({{tx.label("Firm")}})) == raw(b) + 1);
  tx.rollback();
  db.reset();
  std::filesystem::remove_all(folder);
}
