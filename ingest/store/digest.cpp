#include "yeon/ingest/digest.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>
#include <vector>

namespace yeon::ingest {
namespace {

constexpr int kRounds = 3;

std::uint64_t hash_of_bytes(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t both[] = {a, b};
  return XXH3_64bits(static_cast<const void*>(both), sizeof(both));
}

std::uint64_t mix_signed(std::uint64_t a, std::int64_t b) {
  return mix(a, static_cast<std::uint64_t>(b));
}

/// The same for same values whatever the process or machine.
std::uint64_t hash_of_value(const Value& value) {
  const auto seed = static_cast<std::uint64_t>(value.kind()) + 1;
  switch (value.kind()) {
    case Kind::kBoolean:
      return mix(seed, value.boolean() ? 1 : 0);
    case Kind::kInteger:
      return mix_signed(seed, value.integer());
    case Kind::kFloat:
      return mix(seed, std::bit_cast<std::uint64_t>(value.floating()));
    case Kind::kString:
      return hash_of_bytes(value.string(), seed);
    case Kind::kDate:
      return mix_signed(seed, value.date().days);
    case Kind::kLocalTime:
      return mix_signed(seed, value.local_time().nanos);
    case Kind::kTime:
      return mix_signed(mix_signed(seed, value.time().nanos), value.time().offset);
    case Kind::kLocalDateTime: {
      const LocalDateTime time = value.local_date_time();
      return mix_signed(mix_signed(seed, time.seconds), time.nanos);
    }
    case Kind::kZonedDateTime: {
      const ZonedDateTime& time = value.zoned_date_time();
      return mix(mix_signed(mix_signed(mix_signed(seed, time.seconds), time.nanos), time.offset),
                 hash_of_bytes(time.zone, seed));
    }
    case Kind::kDuration: {
      const Duration& span = value.duration();
      return mix_signed(
          mix_signed(mix_signed(mix_signed(seed, span.months), span.days), span.seconds),
          span.nanos);
    }
    case Kind::kPoint: {
      const Point& point = value.point();
      std::uint64_t hash = mix_signed(seed, point.srid);
      for (const double x : {point.x, point.y, point.z}) {
        hash = mix(hash, std::bit_cast<std::uint64_t>(x));
      }
      return hash;
    }
    case Kind::kList: {
      std::uint64_t hash = seed;
      for (const Value& element : value.list()) hash = mix(hash, hash_of_value(element));
      return hash;
    }
    default:
      return seed;  // null; maps, entities and paths are no property values
  }
}

bool counts(std::string_view key, bool is_article) {
  return !is_article || (key != "id" && key != "retrieved");
}

std::uint64_t hash_of(const graph::Snapshot& snapshot, const graph::Properties& properties,
                      bool is_article) {
  std::uint64_t sum = 0;
  for (const auto& [key, value] : properties) {
    const std::string_view key_name = snapshot.catalog().name(key);
    if (counts(key_name, is_article)) sum += mix(hash_of_bytes(key_name, 0), hash_of_value(value));
  }
  return sum;
}

class Colouring {
 public:
  explicit Colouring(const graph::Snapshot& snapshot) : snapshot_(snapshot) {}

  Result<std::string> run() {
    Status status = each_group([&](GroupId group) { return begin(group); });
    for (int round = 0; round < kRounds && status; ++round) {
      next_ = colours_;
      status = each_group([&](GroupId group) { return refine(group); });
      colours_.swap(next_);
    }
    if (!status) return fail(std::move(status).error());
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    status = each_group([&](GroupId group) -> Status {
      auto nodes = snapshot_.nodes(group, {});
      if (!nodes) return fail(std::move(nodes).error());
      nodes->for_each([&](Slot slot) {
        low += mix(colours_[raw(node_at(group, slot))], 1);
        high += mix(colours_[raw(node_at(group, slot))], 2);
      });
      return {};
    });
    if (!status) return fail(std::move(status).error());
    return fmt::format("{:016x}{:016x}", mix(high, snapshot_.count_nodes()),
                       mix(low, snapshot_.count_relationships()));
  }

 private:
  template <class Visit>
  Status each_group(const Visit& visit) {
    colours_.resize(snapshot_.node_group_count() << kGroupBits);
    for (std::uint64_t group = 0; group < snapshot_.node_group_count(); ++group) {
      Status status = visit(GroupId{group});
      if (!status) return status;
    }
    return {};
  }

  /// First colours: labels and properties.
  Status begin(GroupId group) {
    auto nodes = snapshot_.nodes(group, {});
    if (!nodes) return fail(std::move(nodes).error());
    Status status;
    nodes->for_each([&](Slot slot) {
      const NodeId node = node_at(group, slot);
      if (status) status = begin(node);
    });
    return status;
  }

  Status begin(NodeId node) {
    auto labels = snapshot_.labels(node);
    if (!labels) return fail(std::move(labels).error());
    auto properties = snapshot_.properties(node);
    if (!properties) return fail(std::move(properties).error());
    std::uint64_t colour = 0;
    bool is_article = false;
    for (const LabelId label : *labels) {
      const std::string_view label_name = snapshot_.catalog().name(label);
      is_article = is_article || label_name == "Article";
      colour += hash_of_bytes(label_name, 3);
    }
    colours_[raw(node)] = mix(colour, hash_of(snapshot_, *properties, is_article));
    return {};
  }

  /// Each relationship tells both ends of the other; it is met once, where it starts.
  Status refine(GroupId group) {
    for (const RelationshipTypeId type : snapshot_.types(group, Direction::kOutgoing)) {
      auto adjacency = snapshot_.adjacency(group, type, Direction::kOutgoing);
      if (!adjacency) return fail(std::move(adjacency).error());
      const std::uint64_t type_hash = hash_of_bytes(snapshot_.catalog().name(type), 4);
      for (std::size_t slot = 0; slot < kGroupSize; ++slot) {
        const auto place = static_cast<Slot>(slot);
        Status status = refine(raw(node_at(group, place)), type_hash, adjacency->neighbours(place),
                               adjacency->relationships(place));
        if (!status) return status;
      }
    }
    return {};
  }

  Status refine(std::uint64_t start, std::uint64_t type_hash, std::span<const NodeId> ends,
                std::span<const RelationshipId> relationships) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      auto tie = hash_of_relationship(relationships[i]);
      if (!tie) return fail(std::move(tie).error());
      const std::uint64_t end = raw(ends[i]);
      const std::uint64_t hash = mix(type_hash, *tie);
      next_[start] += mix(mix(hash, 5), colours_[end]);
      next_[end] += mix(mix(hash, 6), colours_[start]);
    }
    return {};
  }

  /// Of the properties; reckoned once.
  Result<std::uint64_t> hash_of_relationship(RelationshipId id) {
    const std::uint64_t place = raw(id);
    if (place >= ties_.size()) ties_.resize(std::max<std::size_t>(place + 1, 2 * ties_.size()), 0);
    if (ties_[place] != 0) return ties_[place];
    auto properties = snapshot_.properties(id);
    if (!properties) return fail(std::move(properties).error());
    ties_[place] = hash_of(snapshot_, *properties, false) | 1;
    return ties_[place];
  }

  const graph::Snapshot& snapshot_;
  std::vector<std::uint64_t> colours_;
  std::vector<std::uint64_t> next_;
  std::vector<std::uint64_t> ties_;
};

}  // namespace

Result<std::string> digest(const graph::Snapshot& snapshot) { return Colouring(snapshot).run(); }

}  // namespace yeon::ingest
