// Laws of all segments: what is encoded comes back, damage is an error, and folding deltas is the
// same as applying them.
#include <doctest/doctest.h>

#include <random>

#include "segment/sample_values.h"
#include "yeon/storage/adjacency_segment.h"
#include "yeon/storage/column_segment.h"
#include "yeon/storage/fold.h"
#include "yeon/storage/frame.h"
#include "yeon/storage/label_segment.h"
#include "yeon/storage/relationship_segment.h"

using namespace yeon;
using namespace yeon::storage;

namespace {

using Random = std::mt19937_64;

Slot random_slot(Random& random) { return static_cast<Slot>(random() % kGroupSize); }

// Values mostly of one kind, so that every typed column comes up, and now and then of any.
Value random_value(Random& random, std::uint64_t flavour) {
  const auto number = static_cast<std::int64_t>(random() >> (random() % 60));
  switch (flavour % 7) {
    case 0:
      return Value(random() % 2 == 0);
    case 1:
      return Value(number);
    case 2:
      return Value(static_cast<double>(number) / 7);
    case 3:
      return Value(random() % 2 == 0 ? fmt::format("text {}", number) : std::string("common"));
    case 4:
      return Value(Date{number % 100000});
    case 5:
      return Value(LocalDateTime{number % 1000, 5});
    default: {
      const auto samples = sample_values();
      return samples[random() % samples.size()];
    }
  }
}

ColumnDelta random_column_delta(Random& random, std::uint64_t flavour, std::size_t size) {
  ColumnDelta delta;
  for (std::size_t i = 0; i < size; ++i) {
    delta.emplace_back(random_slot(random),
                       random() % 5 == 0 ? Value() : random_value(random, flavour));
  }
  return delta;
}

bool equal(const ColumnSegment& a, const ColumnSegment& b) {
  if (a.present != b.present) return false;
  bool all = true;
  a.present.for_each([&](Slot slot) { all = all && same(a.value(slot), b.value(slot)); });
  return all;
}

LabelDelta random_label_delta(Random& random, std::size_t size) {
  LabelDelta delta;
  for (std::size_t i = 0; i < size; ++i) {
    LabelChange change{random_slot(random), random() % 4 != 0, {}};
    for (std::uint32_t label = 0; change.live && label < 5; ++label) {
      if (random() % 2 == 0) change.labels.push_back(LabelId{label * 3});
    }
    delta.push_back(std::move(change));
  }
  return delta;
}

RelationshipDelta random_relationship_delta(Random& random, std::size_t size) {
  RelationshipDelta delta;
  for (std::size_t i = 0; i < size; ++i) {
    const bool live = random() % 4 != 0;
    delta.push_back({random_slot(random), live, NodeId{live ? random() % 100000 : 0},
                     NodeId{live ? random() % 100000 : 0}});
  }
  return delta;
}

std::vector<Tie> random_ties(Random& random, std::size_t size, std::uint64_t& next_relationship) {
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < size; ++i) {
    const Slot slot = random() % 3 == 0 ? Slot{7} : random_slot(random);
    ties.push_back({slot, NodeId{random() % 5000}, RelationshipId{next_relationship++}});
  }
  return ties;
}

template <class Decode>
void check_damage(const std::string& bytes, const Decode& decode, Random& random) {
  REQUIRE(decode(bytes));
  for (int i = 0; i < 200; ++i) {
    std::string damaged = bytes;
    const std::size_t bit = random() % (damaged.size() * 8);
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    CHECK_FALSE(decode(damaged));
    CHECK_FALSE(decode(bytes.substr(0, random() % bytes.size())));
  }
  // Bodies whose checksum is right and whose content is not must not crash; what they decode to is
  // unspecified.
  const Frame frame = *open_frame(bytes);
  for (int i = 0; i < 200; ++i) {
    std::string body(frame.body);
    if (!body.empty()) body[random() % body.size()] = static_cast<char>(random());
    if (random() % 2 == 0) body.resize(random() % (body.size() + 1));
    const auto count = random() % 2 == 0 ? frame.count : static_cast<std::uint32_t>(random());
    (void)decode(make_frame(frame.kind, count, body));
  }
}

}  // namespace

TEST_CASE("A column of any kind comes back from its bytes") {
  Random random(11);
  for (std::uint64_t round = 0; round < 140; ++round) {
    ColumnSegment column;
    apply_delta(random_column_delta(random, round, round * round % 3000), column);
    const auto back = decode_column(encode(column));
    CAPTURE(round);
    REQUIRE(back);
    CHECK(equal(*back, column));
    if (column.present.count() > 0) CHECK(back->type == column.type);
  }
}

TEST_CASE("A column stays typed while its values are of one kind, and mixes when they are not") {
  ColumnSegment column;
  column.set(3, Value(std::int64_t{1}));
  CHECK(column.type == ColumnType::kInteger);
  column.set(4, Value("two"));
  CHECK(column.type == ColumnType::kMixed);
  CHECK(column.value(3).integer() == 1);
  CHECK(column.value(4).string() == "two");
  column.set(3, Value());
  column.set(4, Value());
  column.set(5, Value(2.5));
  CHECK(column.type == ColumnType::kFloat);
}

TEST_CASE("A copied column leaves the first one's strings alone") {
  ColumnSegment first;
  for (int i = 0; i < 20; ++i) {
    ColumnSegment next = first;
    next.own_arena();
    next.set(static_cast<Slot>(i), Value(fmt::format("text {}", i)));
    first = next;
  }
  CHECK(first.arenas.size() < 10);
  for (int i = 0; i < 20; ++i) {
    CHECK(first.strings[static_cast<std::size_t>(i)] == fmt::format("text {}", i));
  }
}

TEST_CASE("An adjacency comes back from its bytes, sorted within each node") {
  Random random(12);
  std::uint64_t next = 0;
  for (const std::size_t size : {0u, 1u, 2u, 100u, 3000u, 40000u}) {
    const std::vector<Tie> ties = random_ties(random, size, next);
    const AdjacencySegment segment = AdjacencySegment::from_ties(ties);
    const auto back = decode_adjacency(encode(segment));
    REQUIRE(back);
    CHECK(back->offsets == segment.offsets);
    CHECK(back->neighbours == segment.neighbours);
    CHECK(back->relationships == segment.relationships);
    std::vector<Tie> sorted = ties;
    std::sort(sorted.begin(), sorted.end());
    CHECK(back->ties() == sorted);
  }
}

TEST_CASE("Labels and relationships come back from their bytes") {
  Random random(13);
  for (const std::size_t size : {0u, 1u, 50u, 2000u, 9000u}) {
    LabelSegment labels;
    apply_delta(random_label_delta(random, size), labels);
    const auto labels_back = decode_labels(encode(labels));
    REQUIRE(labels_back);
    CHECK(labels_back->live == labels.live);
    CHECK(labels_back->labels == labels.labels);
    RelationshipSegment relationships;
    apply_delta(random_relationship_delta(random, size), relationships);
    const auto back = decode_relationships(encode(relationships));
    REQUIRE(back);
    CHECK(back->live == relationships.live);
    relationships.live.for_each([&](Slot slot) {
      CHECK(back->starts[slot] == relationships.starts[slot]);
      CHECK(back->ends[slot] == relationships.ends[slot]);
    });
  }
}

TEST_CASE("Damaged segments and deltas are errors, never crashes") {
  Random random(14);
  for (std::uint64_t flavour = 0; flavour < 7; ++flavour) {
    ColumnSegment column;
    const ColumnDelta delta = random_column_delta(random, flavour, 500);
    apply_delta(delta, column);
    check_damage(encode(column), decode_column, random);
    check_damage(encode(delta), decode_column_delta, random);
  }
  std::uint64_t next = 0;
  const std::vector<Tie> ties = random_ties(random, 2000, next);
  check_damage(encode(AdjacencySegment::from_ties(ties)), decode_adjacency, random);
  check_damage(encode(AdjacencyDelta{ties, {ties[5]}}), decode_adjacency_delta, random);
  const LabelDelta label_delta = random_label_delta(random, 500);
  LabelSegment labels;
  apply_delta(label_delta, labels);
  check_damage(encode(labels), decode_labels, random);
  check_damage(encode(label_delta), decode_label_delta, random);
  const RelationshipDelta relationship_delta = random_relationship_delta(random, 500);
  RelationshipSegment relationships;
  apply_delta(relationship_delta, relationships);
  check_damage(encode(relationships), decode_relationships, random);
  check_damage(encode(relationship_delta), decode_relationship_delta, random);
}

namespace {

// Folding `deltas` at once, in two steps, and after joining the last ones must all agree.
void check_folds(const std::vector<std::string>& deltas, const std::string& expected) {
  const std::vector<std::string_view> views(deltas.begin(), deltas.end());
  const auto at_once = fold(std::nullopt, views);
  REQUIRE(at_once);
  CHECK(*at_once == expected);
  for (std::size_t split = 1; split < views.size(); ++split) {
    const std::span<const std::string_view> all(views);
    const auto base = fold(std::nullopt, all.first(split));
    REQUIRE(base);
    CHECK(*fold(*base, all.subspan(split)) == expected);
    const auto joined = join_deltas(all.subspan(split));
    REQUIRE(joined);
    const std::string_view one[] = {*joined};
    CHECK(*fold(*base, one) == expected);
  }
}

}  // namespace

TEST_CASE("Folding deltas is applying them, in whatever steps") {
  Random random(15);
  std::vector<std::string> deltas;
  LabelSegment labels;
  for (int i = 0; i < 6; ++i) {
    const LabelDelta delta = random_label_delta(random, 300);
    apply_delta(delta, labels);
    deltas.push_back(encode(delta));
  }
  check_folds(deltas, encode(labels));

  deltas.clear();
  RelationshipSegment relationships;
  for (int i = 0; i < 6; ++i) {
    const RelationshipDelta delta = random_relationship_delta(random, 300);
    apply_delta(delta, relationships);
    deltas.push_back(encode(delta));
  }
  check_folds(deltas, encode(relationships));

  deltas.clear();
  ColumnSegment column;
  for (int i = 0; i < 6; ++i) {
    const ColumnDelta delta = random_column_delta(random, 1, 300);
    apply_delta(delta, column);
    deltas.push_back(encode(delta));
  }
  check_folds(deltas, encode(column));

  deltas.clear();
  std::uint64_t next = 0;
  std::vector<Tie> there;
  for (int i = 0; i < 6; ++i) {
    AdjacencyDelta delta{random_ties(random, 300, next), {}};
    for (int j = 0; j < 50 && !there.empty(); ++j) {
      const std::size_t at = random() % there.size();
      delta.removed.push_back(there[at]);
      there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
    }
    there.insert(there.end(), delta.added.begin(), delta.added.end());
    deltas.push_back(encode(delta));
  }
  check_folds(deltas, encode(AdjacencySegment::from_ties(there)));
}

TEST_CASE("What cannot be folded is an error that names the reason") {
  const std::string good = encode(ColumnDelta{{1, Value(true)}});
  std::string bad = good;
  bad[7] = static_cast<char>(bad[7] ^ 1);
  const std::string other = encode(LabelDelta{});
  for (const std::string& wrong : {bad, other, std::string(), std::string("rubbish")}) {
    const std::string_view deltas[] = {good, wrong};
    CHECK(fold(std::nullopt, deltas).error().type == ErrorType::kCorruption);
    const std::string_view one[] = {good};
    CHECK(fold(wrong, one).error().type == ErrorType::kCorruption);
  }
  const std::string_view deltas[] = {good, bad};
  const std::string broken = make_broken("a reason", good, deltas);
  CHECK(decode_column(broken).error().type == ErrorType::kCorruption);
}
