// What a database promises, each promise in a test of its own.
#include <doctest/doctest.h>

#include <thread>

#include "test_folder.h"
#include "yeon/graph/database.h"

using namespace yeon;
using namespace yeon::graph;

namespace {

std::unique_ptr<Database> in_memory() { return std::move(*Database::open_in_memory({})); }

std::unique_ptr<Database> in_folder(const TestFolder& folder) {
  auto opened = Database::open(folder.path(), {.create_if_missing = true});
  REQUIRE(opened);
  return std::move(*opened);
}

NodeId firm(Transaction& tx, std::string_view name) {
  const LabelId label = tx.label("Firm");
  const NodeId node = *tx.create_node({&label, 1});
  REQUIRE(tx.set_property(node, tx.key("name"), Value(name)));
  return node;
}

/// A committed firm.
NodeId firm(Database& db, std::string_view name) {
  Transaction tx = *db.begin();
  const NodeId node = firm(tx, name);
  REQUIRE(tx.commit());
  return node;
}

std::string name_of(const Snapshot& snapshot, NodeId node) {
  const auto key = snapshot.catalog().find_key("name");
  const Value value = key ? *snapshot.property(node, *key) : Value();
  return value.is_null() ? "(none)" : value.string();
}

std::vector<NodeId> partners(const Snapshot& snapshot, NodeId node, Direction direction) {
  const auto type = snapshot.catalog().find_type("PARTNERS_WITH");
  if (!type) return {};
  const Adjacency adjacency = *snapshot.adjacency(group_of(node), *type, direction);
  const auto found = adjacency.neighbours(slot_of(node));
  return {found.begin(), found.end()};
}

ErrorType type_of(const Status& status) {
  REQUIRE_FALSE(status);
  return status.error().type;
}

}  // namespace

TEST_CASE("A transaction sees its own writes at once, others see them after the commit") {
  const auto db = in_memory();
  Transaction tx = *db->begin();
  const NodeId kakao = firm(tx, "Kakao");
  const NodeId openai = firm(tx, "OpenAI");
  const auto type = tx.type("PARTNERS_WITH");
  const RelationshipId tie = *tx.create_relationship(kakao, type, openai);
  CHECK(name_of(tx.snapshot(), kakao) == "Kakao");
  CHECK(partners(tx.snapshot(), kakao, Direction::kOutgoing) == std::vector{openai});
  CHECK(partners(tx.snapshot(), openai, Direction::kIncoming) == std::vector{kakao});
  CHECK(tx.snapshot().count_nodes() == 2);

  const Snapshot before = db->snapshot();
  CHECK_FALSE(*before.exists(kakao));
  REQUIRE(tx.commit());
  CHECK_FALSE(*before.exists(kakao));
  CHECK(before.count_nodes() == 0);
  const Snapshot after = db->snapshot();
  CHECK(name_of(after, kakao) == "Kakao");
  CHECK((*after.relationship(tie))->end == openai);
  CHECK(partners(after, openai, Direction::kIncoming) == std::vector{kakao});
}

TEST_CASE("A snapshot stays at its moment, whatever is committed after it") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "version 0");
  std::vector<Snapshot> kept = {db->snapshot()};
  for (int version = 1; version < 200; ++version) {
    Transaction tx = *db->begin();
    REQUIRE(tx.set_property(node, tx.key("name"), Value(fmt::format("version {}", version))));
    REQUIRE(tx.create_relationship(node, tx.type("PARTNERS_WITH"), node));
    REQUIRE(tx.commit());
    kept.push_back(db->snapshot());
  }
  for (std::size_t version = 0; version < kept.size(); ++version) {
    CHECK(name_of(kept[version], node) == fmt::format("version {}", version));
    CHECK(partners(kept[version], node, Direction::kOutgoing).size() == version);
  }
}

TEST_CASE("A rollback, or the end of a transaction without a commit, leaves no trace") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  {
    Transaction tx = *db->begin();
    firm(tx, "forgotten");
    REQUIRE(tx.set_property(node, tx.key("name"), Value("changed")));
    tx.rollback();
    CHECK_FALSE(tx.commit());
  }
  {
    Transaction tx = *db->begin();
    REQUIRE(tx.delete_node(node));
  }
  CHECK(db->snapshot().count_nodes() == 1);
  CHECK(name_of(db->snapshot(), node) == "Kakao");
}

TEST_CASE("Null removes a property; a removed property is not there") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  Transaction tx = *db->begin();
  const PropertyKeyId key = tx.key("name");
  REQUIRE(tx.set_property(node, key, Value()));
  CHECK(tx.snapshot().properties(node)->empty());
  REQUIRE(tx.commit());
  CHECK(db->snapshot().property(node, key)->is_null());
  CHECK(db->snapshot().node_column(group_of(node), key)->type() == ColumnType::kEmpty);
}

TEST_CASE("What cannot be a property is refused with the TCK's words") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  Transaction tx = *db->begin();
  const Status refused = tx.set_property(node, tx.key("name"), Value(Map{}));
  CHECK(type_of(refused) == ErrorType::kTypeError);
  CHECK(refused.error().detail == "InvalidPropertyType");
}

TEST_CASE("Writing on what is not there is EntityNotFound") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  Transaction tx = *db->begin();
  const NodeId nowhere{999'999};
  CHECK(type_of(tx.set_property(nowhere, tx.key("name"), Value(true))) ==
        ErrorType::kEntityNotFound);
  CHECK(type_of(tx.add_label(nowhere, tx.label("Firm"))) == ErrorType::kEntityNotFound);
  CHECK(type_of(tx.delete_node(nowhere)) == ErrorType::kEntityNotFound);
  CHECK(type_of(tx.delete_relationship(RelationshipId{7})) == ErrorType::kEntityNotFound);
  CHECK(tx.create_relationship(node, tx.type("PARTNERS_WITH"), nowhere).error().type ==
        ErrorType::kEntityNotFound);
  REQUIRE(tx.delete_node(node));
  CHECK(type_of(tx.delete_node(node)) == ErrorType::kEntityNotFound);
}

TEST_CASE("A node with relationships cannot be deleted, unless they are deleted too") {
  const auto db = in_memory();
  Transaction setup = *db->begin();
  const NodeId a = firm(setup, "a");
  const NodeId b = firm(setup, "b");
  const RelationshipId tie = *setup.create_relationship(a, setup.type("PARTNERS_WITH"), b);
  REQUIRE(setup.commit());
  for (const NodeId end : {a, b}) {
    Transaction tx = *db->begin();
    REQUIRE(tx.delete_node(end));
    const Status refused = tx.commit();
    CHECK(type_of(refused) == ErrorType::kConstraintValidationFailed);
    CHECK(refused.error().detail == "DeleteConnectedNode");
  }
  Transaction tx = *db->begin();
  REQUIRE(tx.delete_node(a));
  REQUIRE(tx.delete_relationship(tie));  // after the node, as DETACH DELETE may
  REQUIRE(tx.commit());
  const Snapshot now = db->snapshot();
  CHECK(now.count_nodes() == 1);
  CHECK(now.count_relationships() == 0);
  CHECK(now.labels(a)->empty());
  CHECK(now.properties(a)->empty());
  CHECK(partners(now, b, Direction::kIncoming).empty());
}

TEST_CASE("The first committer of two that write one node wins") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  Transaction first = *db->begin();
  Transaction second = *db->begin();
  REQUIRE(first.set_property(node, first.key("name"), Value("first")));
  REQUIRE(second.set_property(node, second.key("name"), Value("second")));
  REQUIRE(first.commit());
  CHECK(type_of(second.commit()) == ErrorType::kWriteConflict);
  CHECK(name_of(db->snapshot(), node) == "first");
}

TEST_CASE("Writers of different nodes in one group do not disturb each other") {
  const auto db = in_memory();
  const NodeId a = firm(*db, "a");
  const NodeId b = firm(*db, "b");
  REQUIRE(group_of(a) == group_of(b));
  Transaction first = *db->begin();
  Transaction second = *db->begin();
  REQUIRE(first.set_property(a, first.key("name"), Value("a changed")));
  REQUIRE(second.set_property(b, second.key("name"), Value("b changed")));
  REQUIRE(second.set_property(b, second.key("founded"), Value(std::int64_t{2006})));
  REQUIRE(first.create_relationship(a, first.type("PARTNERS_WITH"), b));
  REQUIRE(second.create_relationship(b, second.type("PARTNERS_WITH"), a));
  REQUIRE(first.commit());
  REQUIRE(second.commit());
  const Snapshot now = db->snapshot();
  CHECK(name_of(now, a) == "a changed");
  CHECK(name_of(now, b) == "b changed");
  CHECK(partners(now, a, Direction::kOutgoing) == std::vector{b});
  CHECK(partners(now, a, Direction::kIncoming) == std::vector{b});
}

TEST_CASE("Deleting a node conflicts with giving it a relationship, whoever commits first") {
  const auto db = in_memory();
  for (const bool delete_first : {true, false}) {
    const NodeId a = firm(*db, "a");
    const NodeId b = firm(*db, "b");
    Transaction deleting = *db->begin();
    Transaction attaching = *db->begin();
    REQUIRE(deleting.delete_node(b));
    REQUIRE(attaching.create_relationship(a, attaching.type("PARTNERS_WITH"), b));
    REQUIRE((delete_first ? deleting : attaching).commit());
    CHECK(type_of((delete_first ? attaching : deleting).commit()) == ErrorType::kWriteConflict);
  }
}

TEST_CASE("The first committer of two that write one relationship, or one record, wins") {
  const auto db = in_memory();
  const NodeId a = firm(*db, "a");
  Transaction setup = *db->begin();
  const RelationshipId tie = *setup.create_relationship(a, setup.type("PARTNERS_WITH"), a);
  REQUIRE(setup.commit());
  Transaction first = *db->begin();
  Transaction second = *db->begin();
  Transaction third = *db->begin();
  REQUIRE(first.set_property(tie, first.key("since"), Value(std::int64_t{1})));
  REQUIRE(first.put_record(Space::kJobs, "cursor", "1"));
  REQUIRE(second.delete_relationship(tie));
  REQUIRE(third.put_record(Space::kJobs, "cursor", "2"));
  REQUIRE(first.commit());
  CHECK(type_of(second.commit()) == ErrorType::kWriteConflict);
  CHECK(type_of(third.commit()) == ErrorType::kWriteConflict);
}

TEST_CASE("Records are read by key and by prefix, a transaction's own among them") {
  const auto db = in_memory();
  Transaction setup = *db->begin();
  REQUIRE(setup.put_record(Space::kText, "a/1", "one"));
  REQUIRE(setup.put_record(Space::kText, "a/2", "two"));
  REQUIRE(setup.put_record(Space::kText, "b/1", "three"));
  REQUIRE(setup.commit());
  Transaction tx = *db->begin();
  REQUIRE(tx.erase_record(Space::kText, "a/1"));
  REQUIRE(tx.put_record(Space::kText, "a/3", "four"));
  using Records = std::vector<std::pair<std::string, std::string>>;
  CHECK(*tx.snapshot().records(Space::kText, "a/") == Records{{"a/2", "two"}, {"a/3", "four"}});
  CHECK_FALSE(*tx.snapshot().record(Space::kText, "a/1"));
  CHECK(*db->snapshot().records(Space::kText, "a/") == Records{{"a/1", "one"}, {"a/2", "two"}});
  CHECK(db->snapshot().records(Space::kLedger, "")->empty());
}

TEST_CASE("Ids are never given again, and a group begun is gone on with") {
  const TestFolder folder("ids");
  NodeId last{};
  {
    const auto db = in_folder(folder);
    last = firm(*db, "first");
    Transaction tx = *db->begin();
    REQUIRE(tx.delete_node(last));
    REQUIRE(tx.commit());
  }
  const auto db = in_folder(folder);
  CHECK(raw(firm(*db, "second")) == raw(last) + 1);
}

TEST_CASE("A group holds nodes of one label set and relationships of one type") {
  const auto db = in_memory();
  Transaction tx = *db->begin();
  const LabelId a = tx.label("A");
  const LabelId b = tx.label("B");
  const NodeId one = *tx.create_node({&a, 1});
  const NodeId other = *tx.create_node({&b, 1});
  CHECK(group_of(one) != group_of(other));
  CHECK(group_of(*tx.create_node({&a, 1})) == group_of(one));
  CHECK_FALSE(tx.snapshot().may_hold(group_of(one), b));
  const auto first = *tx.create_relationship(one, tx.type("X"), other);
  const auto second = *tx.create_relationship(one, tx.type("Y"), other);
  CHECK(group_of(first) != group_of(second));
}

TEST_CASE("A column handed out keeps its values while the transaction goes on writing") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "before");
  Transaction tx = *db->begin();
  const PropertyKeyId key = tx.key("name");
  REQUIRE(tx.set_property(node, key, Value("own")));
  const Column column = *tx.snapshot().node_column(group_of(node), key);
  const auto type = tx.type("PARTNERS_WITH");
  REQUIRE(tx.create_relationship(node, type, node));
  const Adjacency adjacency = *tx.snapshot().adjacency(group_of(node), type, Direction::kOutgoing);
  REQUIRE(tx.set_property(node, key, Value("later")));
  REQUIRE(tx.create_relationship(node, type, node));
  CHECK(column.string(slot_of(node)) == "own");
  CHECK(adjacency.neighbours(slot_of(node)).size() == 1);
  CHECK(partners(tx.snapshot(), node, Direction::kOutgoing).size() == 2);
}

TEST_CASE("Emptying a database leaves nothing but snapshots of before") {
  const auto db = in_memory();
  const NodeId node = firm(*db, "Kakao");
  Transaction tx = *db->begin();
  REQUIRE(tx.create_index({"names", "Firm", "name", true}));
  REQUIRE(tx.put_record(Space::kJobs, "a", "b"));
  REQUIRE(tx.commit());
  const Snapshot before = db->snapshot();
  REQUIRE(db->clear());
  const Snapshot after = db->snapshot();
  CHECK(after.count_nodes() == 0);
  CHECK(after.node_group_count() == 0);
  CHECK(after.catalog().label_count() == 0);
  CHECK(db->indexes().empty());
  CHECK(after.records(Space::kJobs, "")->empty());
  CHECK(name_of(before, node) == "Kakao");
  const NodeId again = firm(*db, "again");
  CHECK(name_of(db->snapshot(), again) == "again");
}

TEST_CASE("A second process is refused as a writer and let in as a reader") {
  const TestFolder folder("lock");
  const auto db = in_folder(folder);
  const NodeId node = firm(*db, "Kakao");
  CHECK(Database::open(folder.path(), {}).error().type == ErrorType::kLocked);
  const auto reader = *Database::open(folder.path(), {.read_only = true});
  CHECK(name_of(reader->snapshot(), node) == "Kakao");
  CHECK(reader->begin().error().type == ErrorType::kReadOnly);
  CHECK(reader->clear().error().type == ErrorType::kReadOnly);
  firm(*db, "OpenAI");
  CHECK(reader->snapshot().count_nodes() == 1);
}

TEST_CASE("Two nodes of a unique key are refused, within and between transactions") {
  const auto db = in_memory();
  Transaction schema = *db->begin();
  REQUIRE(schema.create_index({"names", "Firm", "name", true}));
  REQUIRE(schema.commit());
  const NodeId kakao = firm(*db, "Kakao");
  {
    Transaction tx = *db->begin();
    firm(tx, "Kakao");
    CHECK(type_of(tx.commit()) == ErrorType::kConstraintValidationFailed);
  }
  {
    Transaction first = *db->begin();
    Transaction second = *db->begin();
    firm(first, "Naver");
    firm(second, "Naver");
    REQUIRE(first.commit());
    CHECK(type_of(second.commit()) == ErrorType::kWriteConflict);
  }
  Transaction swap = *db->begin();
  REQUIRE(swap.delete_node(kakao));
  firm(swap, "Kakao");
  CHECK(swap.commit());
}

TEST_CASE("An index cannot be made unique over values that are not") {
  const auto db = in_memory();
  firm(*db, "Kakao");
  firm(*db, "Kakao");
  Transaction tx = *db->begin();
  const Status made = tx.create_index({"names", "Firm", "name", true});
  CHECK(type_of(made ? tx.commit() : made) == ErrorType::kConstraintValidationFailed);
}

TEST_CASE("An index finds by value, range and prefix what is there, as each reader sees it") {
  const auto db = in_memory();
  std::vector<NodeId> nodes;
  for (const char* name : {"가", "가나", "나", "다"}) nodes.push_back(firm(*db, name));
  Transaction schema = *db->begin();
  REQUIRE(schema.create_index({"names", "Firm", "name", false}));
  const LabelId label = schema.label("Firm");
  const PropertyKeyId key = schema.key("name");
  REQUIRE(schema.commit());
  const Snapshot before = db->snapshot();
  CHECK(before.has_index(label, key));

  Transaction tx = *db->begin();
  const NodeId added = firm(tx, "가다");
  REQUIRE(tx.set_property(nodes[0], key, Value("하")));
  REQUIRE(tx.remove_label(nodes[2], label));
  const auto check = [&](const Snapshot& snapshot) {
    CHECK(snapshot.seek(label, key, Value("가"))->empty());
    CHECK(*snapshot.seek(label, key, Value("하")) == std::vector{nodes[0]});
    CHECK(*snapshot.seek_prefix(label, key, "가", 10) == std::vector{nodes[1], added});
    CHECK(*snapshot.seek_prefix(label, key, "가", 1) == std::vector{nodes[1]});
    CHECK(*snapshot.seek_range(label, key, Bound{Value("가나"), false}, std::nullopt, 10) ==
          std::vector{added, nodes[3], nodes[0]});
    CHECK(*snapshot.seek_range(label, key, Bound{Value("가나")}, Bound{Value("다"), false}, 10) ==
          std::vector{nodes[1], added});
    CHECK(
        snapshot.seek_range(label, key, Bound{Value(std::int64_t{1})}, std::nullopt, 10)->empty());
    CHECK(snapshot.seek(label, key, Value())->empty());
  };
  check(tx.snapshot());
  REQUIRE(tx.commit());
  check(db->snapshot());
  CHECK(*before.seek(label, key, Value("가")) == std::vector{nodes[0]});
  CHECK(before.seek_prefix(label, key, "", 10)->size() == 4);

  Transaction drop = *db->begin();
  REQUIRE(drop.drop_index("names"));
  CHECK_FALSE(drop.drop_index("names"));
  REQUIRE(drop.commit());
  CHECK_FALSE(db->snapshot().has_index(label, key));
}

TEST_CASE("An index made while others write misses none of their writes") {
  const auto db = in_memory();
  firm(*db, "a");
  Transaction writing = *db->begin();
  Transaction indexing = *db->begin();
  firm(writing, "b");
  REQUIRE(indexing.create_index({"names", "Firm", "name", false}));
  REQUIRE(indexing.commit());
  CHECK(type_of(writing.commit()) == ErrorType::kWriteConflict);

  Transaction dropping = *db->begin();
  firm(*db, "c");
  REQUIRE(dropping.drop_index("names"));
  CHECK(type_of(dropping.commit()) == ErrorType::kWriteConflict);
}

TEST_CASE("Sums stay right while threads move amounts and readers add them up") {
  const auto db = in_memory();
  constexpr int kAccounts = 8;
  constexpr std::int64_t kEach = 100;
  std::vector<NodeId> accounts(kAccounts);
  Transaction setup = *db->begin();
  const LabelId label = setup.label("Account");
  const PropertyKeyId key = setup.key("amount");
  REQUIRE(setup.create_nodes({&label, 1}, accounts));
  for (const NodeId account : accounts) REQUIRE(setup.set_property(account, key, Value(kEach)));
  REQUIRE(setup.commit());

  std::atomic<int> wrong = 0;
  std::atomic<int> moved = 0;
  std::atomic<bool> done = false;
  const auto read = [&](const Snapshot& snapshot, NodeId account) {
    return snapshot.property(account, key)->integer();
  };
  std::vector<std::thread> threads;
  for (unsigned worker = 0; worker < 4; ++worker) {
    threads.emplace_back([&, worker] {
      unsigned random = worker * 7919 + 1;
      for (int i = 0; i < 300; ++i) {
        random = random * 1664525 + 1013904223;
        const NodeId from = accounts[(random >> 8) % kAccounts];
        const NodeId to = accounts[(random >> 16) % kAccounts];
        if (from == to) continue;
        Transaction tx = *db->begin();
        const std::int64_t left = read(tx.snapshot(), from) - 1;
        const std::int64_t right = read(tx.snapshot(), to) + 1;
        (void)tx.set_property(from, key, Value(left));
        (void)tx.set_property(to, key, Value(right));
        if (tx.commit()) ++moved;
      }
    });
  }
  std::thread reader([&] {
    while (!done) {
      const Snapshot snapshot = db->snapshot();
      std::int64_t sum = 0;
      for (const NodeId account : accounts) sum += read(snapshot, account);
      if (sum != kAccounts * kEach) ++wrong;
    }
  });
  for (std::thread& thread : threads) thread.join();
  done = true;
  reader.join();
  CHECK(wrong == 0);
  CHECK(moved > 0);
  std::int64_t sum = 0;
  for (const NodeId account : accounts) sum += read(db->snapshot(), account);
  CHECK(sum == kAccounts * kEach);
}

TEST_CASE("Threads that create at the same time lose nothing") {
  const TestFolder folder("threads");
  constexpr int kThreads = 4;
  constexpr int kEach = 50;
  {
    const auto db = in_folder(folder);
    const NodeId hub = firm(*db, "hub");
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    for (int worker = 0; worker < kThreads; ++worker) {
      threads.emplace_back([&] {
        for (int i = 0; i < kEach; ++i) {
          Transaction tx = *db->begin();
          const LabelId label = tx.label("Firm");
          const NodeId node = *tx.create_node({&label, 1});
          (void)tx.set_property(node, tx.key("number"), Value(std::int64_t{i}));
          (void)tx.create_relationship(node, tx.type("PARTNERS_WITH"), hub);
          if (!tx.commit()) ++failed;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(failed == 0);
    CHECK(partners(db->snapshot(), hub, Direction::kIncoming).size() == kThreads * kEach);
  }
  const auto db = in_folder(folder);
  const Snapshot now = db->snapshot();
  CHECK(now.count_nodes() == kThreads * kEach + 1);
  CHECK(now.count_relationships() == kThreads * kEach);
  CHECK(partners(now, NodeId{0}, Direction::kIncoming).size() == kThreads * kEach);
  const GroupId group{0};
  CHECK(now.node_column(group, *now.catalog().find_key("number"))->present().count() ==
        kThreads * kEach);
}
