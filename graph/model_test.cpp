// The whole interface against a naive model on random graphs: after every few steps, through
// commits, rollbacks, reopening and snapshots kept open, the two must say the same.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "test_folder.h"
#include "yeon/graph/check.h"
#include "yeon/graph/database.h"
#include "yeon/storage/value_codec.h"

using namespace yeon;
using namespace yeon::graph;

namespace {

using Random = std::mt19937_64;

struct ModelNode {
  std::set<LabelId> labels;
  std::map<PropertyKeyId, Value> properties;
};
struct ModelRelationship {
  RelationshipTypeId type{};
  NodeId start{};
  NodeId end{};
  std::map<PropertyKeyId, Value> properties;
};
struct Model {
  std::map<NodeId, ModelNode> nodes;
  std::map<RelationshipId, ModelRelationship> relationships;
  std::map<std::string, std::string> records;
};

using Ties = std::vector<std::pair<NodeId, RelationshipId>>;

Properties list(const std::map<PropertyKeyId, Value>& properties) {
  return {properties.begin(), properties.end()};
}

bool equal(const Properties& a, const Properties& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first || !same(a[i].second, b[i].second)) return false;
  }
  return true;
}

Value random_value(Random& random) {
  switch (random() % 6) {
    case 0:
      return Value(static_cast<std::int64_t>(random() % 50));
    case 1:
      return Value(static_cast<double>(random() % 50) / 2);
    case 2:
      return Value(random() % 2 == 0);
    case 3:
      return Value(List{Value(std::int64_t{1}), Value("x")});
    default:
      return Value(fmt::format("text {}", random() % 50));
  }
}

void check_nodes(const Snapshot& snapshot, const Model& model) {
  std::map<LabelId, std::uint64_t> counts;
  std::size_t wrong = 0;
  for (const auto& [id, node] : model.nodes) {
    const std::vector<LabelId> labels(node.labels.begin(), node.labels.end());
    wrong += !*snapshot.exists(id) || *snapshot.labels(id) != labels;
    wrong += !equal(*snapshot.properties(id), list(node.properties));
    for (const LabelId label : node.labels) ++counts[label];
  }
  CHECK(snapshot.count_nodes() == model.nodes.size());
  for (const auto& [label, count] : counts) CHECK(snapshot.count_nodes(label) == count);
  std::size_t found = 0;
  for (std::uint64_t g = 0; g < snapshot.node_group_count(); ++g) {
    const GroupId group{g};
    const SlotMask all = *snapshot.nodes(group, {});
    all.for_each([&](Slot slot) { wrong += !model.nodes.contains(node_at(group, slot)); });
    found += all.count();
    for (std::uint32_t label = 0; label < snapshot.catalog().label_count(); ++label) {
      const LabelId id{label};
      const SlotMask having = *snapshot.nodes(group, {&id, 1});
      having.for_each(
          [&](Slot slot) { wrong += !model.nodes.at(node_at(group, slot)).labels.contains(id); });
      if (!having.none()) CHECK(snapshot.may_hold(group, id));
    }
    for (const PropertyKeyId key : snapshot.node_keys(group)) {
      const Column column = *snapshot.node_column(group, key);
      column.present().for_each([&](Slot slot) {
        const Value& expected = model.nodes.at(node_at(group, slot)).properties.at(key);
        wrong += !same(column.value(slot), expected);
      });
    }
  }
  CHECK(found == model.nodes.size());
  CHECK(wrong == 0);
}

void check_relationships(const Snapshot& snapshot, const Model& model) {
  std::map<std::tuple<NodeId, RelationshipTypeId, Direction>, Ties> ties;
  for (const auto& [id, relationship] : model.relationships) {
    const auto record = *snapshot.relationship(id);
    REQUIRE(record);
    CHECK(record->type == relationship.type);
    CHECK(record->start == relationship.start);
    CHECK(record->end == relationship.end);
    CHECK(equal(*snapshot.properties(id), list(relationship.properties)));
    ties[{relationship.start, relationship.type, Direction::kOutgoing}].push_back(
        {relationship.end, id});
    ties[{relationship.end, relationship.type, Direction::kIncoming}].push_back(
        {relationship.start, id});
  }
  CHECK(snapshot.count_relationships() == model.relationships.size());
  std::size_t found = 0;
  for (std::uint64_t g = 0; g < snapshot.node_group_count(); ++g) {
    for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
      for (const RelationshipTypeId type : snapshot.types(GroupId{g}, direction)) {
        const Adjacency adjacency = *snapshot.adjacency(GroupId{g}, type, direction);
        std::size_t edges = 0;
        for (std::size_t i = 0; i < kGroupSize; ++i) {
          const auto slot = static_cast<Slot>(i);
          const auto neighbours = adjacency.neighbours(slot);
          const auto relationships = adjacency.relationships(slot);
          if (neighbours.empty() && adjacency.degree(slot) == 0) continue;
          CHECK(adjacency.degree(slot) == neighbours.size());
          Ties expected = ties[{node_at(GroupId{g}, slot), type, direction}];
          std::sort(expected.begin(), expected.end());
          Ties here;
          for (std::size_t j = 0; j < neighbours.size(); ++j) {
            here.push_back({neighbours[j], relationships[j]});
          }
          CHECK(here == expected);
          edges += here.size();
        }
        CHECK(adjacency.edge_count() == edges);
        if (!adjacency.offsets().empty()) {
          CHECK(adjacency.offsets().back() == edges);
          CHECK(adjacency.all_neighbours().size() == edges);
          CHECK(adjacency.all_relationships().size() == edges);
        }
        found += edges;
      }
    }
  }
  CHECK(found == 2 * model.relationships.size());
}

void check_records(const Snapshot& snapshot, const Model& model) {
  const auto all = *snapshot.records(Space::kLedger, "");
  CHECK(std::map<std::string, std::string>(all.begin(), all.end()) == model.records);
  for (const auto& [key, value] : model.records) {
    CHECK(*snapshot.record(Space::kLedger, key) == value);
  }
}

void check_index(const Snapshot& snapshot, const Model& model, LabelId label, PropertyKeyId key) {
  std::map<std::string, std::vector<NodeId>> by_value;
  std::map<std::string, Value> values;
  for (const auto& [id, node] : model.nodes) {
    const auto found = node.properties.find(key);
    if (!node.labels.contains(label) || found == node.properties.end()) continue;
    storage::ByteWriter bytes;
    // 1 and 1.0 are one value to an index.
    const Value& value = found->second;
    storage::encode_value(value.is_number() ? Value(value.number()) : value, bytes);
    by_value[std::string(bytes.view())].push_back(id);
    values[std::string(bytes.view())] = value;
  }
  for (const auto& [bytes, nodes] : by_value) {
    CHECK(*snapshot.seek(label, key, values.at(bytes)) == nodes);
  }
}

void check(const Snapshot& snapshot, const Model& model) {
  check_nodes(snapshot, model);
  check_relationships(snapshot, model);
  check_records(snapshot, model);
}

/// Random writes to a transaction and to the model alike.
class Writer {
 public:
  Writer(Transaction& transaction, Model& model, Random& random)
      : tx_(transaction), model_(model), random_(random) {}

  void step() {
    switch (random_() % 20) {
      case 0:
      case 1:
      case 2:
      case 3:
        return create_nodes();
      case 4:
      case 5:
      case 6:
      case 7:
      case 8:
        return create_relationship();
      case 9:
      case 10:
      case 11:
        return set_node_property();
      case 12:
      case 13:
        return set_relationship_property();
      case 14:
      case 15:
        return change_label();
      case 16:
        return delete_relationship();
      case 17:
        return delete_node();
      default:
        return write_record();
    }
  }

 private:
  template <class Map>
  auto any(Map& map) {
    auto at = map.lower_bound(
        typename Map::key_type{random_() % (static_cast<std::uint64_t>(map.rbegin()->first) + 1)});
    return at;
  }
  LabelId random_label() { return tx_.label(fmt::format("Label{}", random_() % 4)); }
  PropertyKeyId random_key() { return tx_.key(fmt::format("key{}", random_() % 4)); }
  RelationshipTypeId random_type() { return tx_.type(fmt::format("TYPE{}", random_() % 2)); }

  void create_nodes() {
    std::set<LabelId> labels;
    for (std::uint64_t i = random_() % 3; i > 0; --i) labels.insert(random_label());
    const std::vector<LabelId> list(labels.begin(), labels.end());
    std::vector<NodeId> made(random_() % 40 == 0 ? 1500 : 1 + random_() % 3);
    REQUIRE(tx_.create_nodes(list, made));
    for (const NodeId id : made) {
      CHECK_FALSE(model_.nodes.contains(id));
      model_.nodes[id].labels = labels;
    }
  }

  void create_relationship() {
    if (model_.nodes.empty()) return;
    const NodeId start = any(model_.nodes)->first;
    const NodeId end = random_() % 3 == 0 ? model_.nodes.begin()->first : any(model_.nodes)->first;
    const RelationshipTypeId type = random_type();
    const auto made = tx_.create_relationship(start, type, end);
    REQUIRE(made);
    model_.relationships[*made] = {type, start, end, {}};
  }

  void set_node_property() {
    if (model_.nodes.empty()) return;
    const auto node = any(model_.nodes);
    const PropertyKeyId key = random_key();
    const Value value = random_() % 4 == 0 ? Value() : random_value(random_);
    REQUIRE(tx_.set_property(node->first, key, value));
    if (value.is_null()) {
      node->second.properties.erase(key);
    } else {
      node->second.properties[key] = value;
    }
  }

  void set_relationship_property() {
    if (model_.relationships.empty()) return;
    const auto relationship = any(model_.relationships);
    const PropertyKeyId key = random_key();
    const Value value = random_() % 4 == 0 ? Value() : random_value(random_);
    REQUIRE(tx_.set_property(relationship->first, key, value));
    if (value.is_null()) {
      relationship->second.properties.erase(key);
    } else {
      relationship->second.properties[key] = value;
    }
  }

  void change_label() {
    if (model_.nodes.empty()) return;
    const auto node = any(model_.nodes);
    const LabelId label = random_label();
    if (random_() % 2 == 0) {
      REQUIRE(tx_.add_label(node->first, label));
      node->second.labels.insert(label);
    } else {
      REQUIRE(tx_.remove_label(node->first, label));
      node->second.labels.erase(label);
    }
  }

  void delete_relationship() {
    if (model_.relationships.empty()) return;
    const auto relationship = any(model_.relationships);
    REQUIRE(tx_.delete_relationship(relationship->first));
    model_.relationships.erase(relationship);
  }

  void delete_node() {
    if (model_.nodes.empty()) return;
    const auto node = any(model_.nodes);
    for (auto at = model_.relationships.begin(); at != model_.relationships.end();) {
      if (at->second.start != node->first && at->second.end != node->first) {
        ++at;
        continue;
      }
      REQUIRE(tx_.delete_relationship(at->first));
      at = model_.relationships.erase(at);
    }
    REQUIRE(tx_.delete_node(node->first));
    model_.nodes.erase(node);
  }

  void write_record() {
    const std::string key = fmt::format("key {}", random_() % 20);
    if (random_() % 3 == 0) {
      REQUIRE(tx_.erase_record(Space::kLedger, key));
      model_.records.erase(key);
    } else {
      const std::string value = fmt::format("value {}", random_());
      REQUIRE(tx_.put_record(Space::kLedger, key, value));
      model_.records[key] = value;
    }
  }

  Transaction& tx_;
  Model& model_;
  Random& random_;
};

struct Kept {
  Snapshot snapshot;
  Model model;
};

void run(std::uint64_t seed, const std::filesystem::path& folder, std::uint64_t memory_bytes) {
  CAPTURE(seed);
  Random random(seed);
  const DatabaseOptions options{
      .create_if_missing = true, .memory_bytes = memory_bytes, .durability = Durability::kAsync};
  auto db = folder.empty() ? *Database::open_in_memory(options) : *Database::open(folder, options);
  Model model;
  std::vector<Kept> kept;
  bool indexed = false;
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    Transaction tx = *db->begin();
    Model attempt = model;
    Writer writer(tx, attempt, random);
    for (std::uint64_t i = random() % 60; i > 0; --i) {
      writer.step();
      if (random() % 200 == 0) check(tx.snapshot(), attempt);
    }
    if (!indexed && random() % 10 == 0) {
      REQUIRE(tx.create_index({"an index", "Label1", "key1", false}));
      indexed = true;
    }
    if (random() % 4 == 0) {
      check(tx.snapshot(), attempt);
      if (indexed) check_index(tx.snapshot(), attempt, tx.label("Label1"), tx.key("key1"));
    }
    if (random() % 5 == 0) {
      tx.rollback();
      indexed = !db->indexes().empty();
    } else {
      REQUIRE(tx.commit());
      model = attempt;
    }
    if (random() % 6 == 0) kept.push_back({db->snapshot(), model});
    if (random() % 6 == 0) check(db->snapshot(), model);
    for (const Kept& old : kept) {
      if (random() % 8 == 0) check(old.snapshot, old.model);
    }
    if (kept.size() > 4) kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(random() % 4));
    if (!folder.empty() && random() % 12 == 0) {
      kept.clear();
      { const Transaction gone = std::move(tx); }
      db.reset();
      db = *Database::open(folder, options);
      check(db->snapshot(), model);
    }
  }
  check(db->snapshot(), model);
  const auto report = yeon::graph::check(db->snapshot(), nullptr);
  REQUIRE(report);
  CHECK(report->clean());
  for (const std::string& problem : report->problems) MESSAGE(problem);
  if (indexed) {
    const Snapshot now = db->snapshot();
    check_index(now, model, *now.catalog().find_label("Label1"), *now.catalog().find_key("key1"));
  }
}

}  // namespace

TEST_CASE("A database in memory says what the model says") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) run(seed, {}, 0);
}

TEST_CASE("A folder says what the model says, opened again and again") {
  for (std::uint64_t seed = 101; seed <= 105; ++seed) {
    const TestFolder folder("model");
    run(seed, folder.path(), 0);
  }
}

TEST_CASE("A cache far too small changes nothing but speed") {
  for (std::uint64_t seed = 201; seed <= 204; ++seed) {
    const TestFolder folder("small_cache");
    run(seed, folder.path(), 1);
  }
}
