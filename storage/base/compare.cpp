#include "yeon/base/compare.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>

namespace yeon {
namespace {

__extension__ using Int128 = __int128;

// A mean month of the Gregorian calendar: 400 years are 146,097 days.
constexpr std::int64_t kSecondsPerMonth = 2'629'746;
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

// Exact, also where the integer has no double of its own.
std::partial_ordering compare_mixed(std::int64_t integer, double floating) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (std::isnan(floating)) return std::partial_ordering::unordered;
  if (floating >= kTwoTo63) return std::partial_ordering::less;
  if (floating < -kTwoTo63) return std::partial_ordering::greater;
  const double whole = std::trunc(floating);
  const auto rounded = static_cast<std::int64_t>(whole);
  if (integer != rounded) return integer <=> rounded;
  return 0.0 <=> floating - whole;
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  const bool whole_a = a.is(Kind::kInteger);
  const bool whole_b = b.is(Kind::kInteger);
  if (whole_a && whole_b) return a.integer() <=> b.integer();
  if (whole_a) return compare_mixed(a.integer(), b.floating());
  if (whole_b) return 0 <=> compare_mixed(b.integer(), a.floating());
  return a.floating() <=> b.floating();
}

// The same moment on different clocks: the offset decides, so that order agrees with equality.
std::weak_ordering order_times(const Time& a, const Time& b) {
  const auto instant = [](const Time& t) { return t.nanos - t.offset * kNanosPerSecond; };
  if (const auto by_instant = instant(a) <=> instant(b); by_instant != 0) return by_instant;
  return a.offset <=> b.offset;
}

std::weak_ordering order_zoned(const ZonedDateTime& a, const ZonedDateTime& b) {
  if (const auto by = a.seconds <=> b.seconds; by != 0) return by;
  if (const auto by = a.nanos <=> b.nanos; by != 0) return by;
  if (const auto by = a.offset <=> b.offset; by != 0) return by;
  return a.zone <=> b.zone;
}

// By mean length; components settle ties.
std::weak_ordering order_durations(const Duration& a, const Duration& b) {
  const auto seconds = [](const Duration& d) {
    return Int128{d.months} * kSecondsPerMonth + Int128{d.days} * kSecondsPerDay + d.seconds;
  };
  if (const auto by = seconds(a) <=> seconds(b); by != 0) return by;
  if (const auto by = a.nanos <=> b.nanos; by != 0) return by;
  if (const auto by = a.months <=> b.months; by != 0) return by;
  return a.days <=> b.days;
}

// NaN is the greatest number and equal to itself.
std::weak_ordering total(std::partial_ordering partial, bool nan_a, bool nan_b) {
  if (partial == std::partial_ordering::less) return std::weak_ordering::less;
  if (partial == std::partial_ordering::greater) return std::weak_ordering::greater;
  if (partial == std::partial_ordering::equivalent) return std::weak_ordering::equivalent;
  return nan_a <=> nan_b;
}

std::weak_ordering order_doubles(double a, double b) {
  return total(a <=> b, std::isnan(a), std::isnan(b));
}

bool is_nan(const Value& value) { return value.is(Kind::kFloat) && std::isnan(value.floating()); }

std::weak_ordering order_numbers(const Value& a, const Value& b) {
  return total(compare_numbers(a, b), is_nan(a), is_nan(b));
}

std::weak_ordering order_points(const Point& a, const Point& b) {
  if (const auto by = a.srid <=> b.srid; by != 0) return by;
  if (const auto by = order_doubles(a.x, b.x); by != 0) return by;
  if (const auto by = order_doubles(a.y, b.y); by != 0) return by;
  return order_doubles(a.z, b.z);
}

// A path is ordered as the list of its nodes and relationships in turn.
std::weak_ordering order_paths(const Path& a, const Path& b) {
  for (std::size_t i = 0;; ++i) {
    const bool end_a = i == a.nodes.size();
    const bool end_b = i == b.nodes.size();
    if (end_a || end_b) return end_b <=> end_a;
    if (const auto by = raw(a.nodes[i]) <=> raw(b.nodes[i]); by != 0) return by;
    const bool last_a = i == a.relationships.size();
    const bool last_b = i == b.relationships.size();
    if (last_a || last_b) return last_b <=> last_a;
    if (const auto by = raw(a.relationships[i]) <=> raw(b.relationships[i]); by != 0) return by;
  }
}

std::weak_ordering order_lists(const List& a, const List& b) {
  const std::size_t shared = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shared; ++i) {
    if (const auto by = order(a[i], b[i]); by != 0) return by;
  }
  return a.size() <=> b.size();
}

// By size, then keys, then values.
std::weak_ordering order_maps(const Map& a, const Map& b) {
  if (const auto by = a.size() <=> b.size(); by != 0) return by;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const auto by = a[i].first <=> b[i].first; by != 0) return by;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const auto by = order(a[i].second, b[i].second); by != 0) return by;
  }
  return std::weak_ordering::equivalent;
}

/// The place of each kind in orderability; integers and floats share one.
int rank(Kind kind) {
  switch (kind) {
    case Kind::kMap:
      return 0;
    case Kind::kNode:
      return 1;
    case Kind::kRelationship:
      return 2;
    case Kind::kList:
      return 3;
    case Kind::kPath:
      return 4;
    case Kind::kZonedDateTime:
      return 5;
    case Kind::kLocalDateTime:
      return 6;
    case Kind::kDate:
      return 7;
    case Kind::kTime:
      return 8;
    case Kind::kLocalTime:
      return 9;
    case Kind::kDuration:
      return 10;
    case Kind::kPoint:
      return 11;
    case Kind::kString:
      return 12;
    case Kind::kBoolean:
      return 13;
    case Kind::kInteger:
    case Kind::kFloat:
      return 14;
    case Kind::kNull:
      return 15;
  }
  return 15;
}

/// Requires equal ranks.
std::weak_ordering order_within(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::kNull:
      return std::weak_ordering::equivalent;
    case Kind::kBoolean:
      return a.boolean() <=> b.boolean();
    case Kind::kInteger:
    case Kind::kFloat:
      return order_numbers(a, b);
    case Kind::kString:
      return a.string() <=> b.string();
    case Kind::kList:
      return order_lists(a.list(), b.list());
    case Kind::kMap:
      return order_maps(a.map(), b.map());
    case Kind::kNode:
      return raw(a.node()) <=> raw(b.node());
    case Kind::kRelationship:
      return raw(a.relationship()) <=> raw(b.relationship());
    case Kind::kPath:
      return order_paths(a.path(), b.path());
    case Kind::kDate:
      return a.date() <=> b.date();
    case Kind::kLocalTime:
      return a.local_time() <=> b.local_time();
    case Kind::kTime:
      return order_times(a.time(), b.time());
    case Kind::kLocalDateTime:
      return a.local_date_time() <=> b.local_date_time();
    case Kind::kZonedDateTime:
      return order_zoned(a.zoned_date_time(), b.zoned_date_time());
    case Kind::kDuration:
      return order_durations(a.duration(), b.duration());
    case Kind::kPoint:
      return order_points(a.point(), b.point());
  }
  return std::weak_ordering::equivalent;
}

std::optional<bool> equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::optional<bool> element = equals(a[i], b[i]);
    if (element == false) return false;
    unknown = unknown || !element;
  }
  if (unknown) return std::nullopt;
  return true;
}

std::optional<bool> equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first) return false;
  }
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::optional<bool> entry = equals(a[i].second, b[i].second);
    if (entry == false) return false;
    unknown = unknown || !entry;
  }
  if (unknown) return std::nullopt;
  return true;
}

// The first pair that differs decides; one that is unknown makes the whole unknown.
std::optional<std::partial_ordering> compare_lists(const List& a, const List& b) {
  const std::size_t shared = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shared; ++i) {
    if (equals(a[i], b[i]) == true) continue;
    return compare(a[i], b[i]);
  }
  return a.size() <=> b.size();
}

std::size_t mix(std::size_t seed, std::size_t value) {
  std::uint64_t x = (seed ^ value) + 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

template <class... Parts>
std::size_t hash_parts(Kind kind, Parts... parts) {
  auto seed = static_cast<std::size_t>(kind);
  ((seed = mix(seed, static_cast<std::size_t>(parts))), ...);
  return seed;
}

std::size_t bits_of(double value) {
  if (std::isnan(value)) value = std::numeric_limits<double>::quiet_NaN();
  return std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
}

// A float that is a whole number hashes as the integer it equals.
std::size_t hash_number(double value) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (value >= -kTwoTo63 && value < kTwoTo63 && value == std::trunc(value)) {
    return hash_parts(Kind::kInteger, static_cast<std::int64_t>(value));
  }
  return hash_parts(Kind::kFloat, bits_of(value));
}

std::size_t hash_list(const List& list) {
  std::size_t seed = hash_parts(Kind::kList, list.size());
  for (const Value& value : list) seed = mix(seed, hash_of(value));
  return seed;
}

std::size_t hash_map(const Map& map) {
  std::size_t seed = hash_parts(Kind::kMap, map.size());
  for (const auto& [key, value] : map) {
    seed = mix(mix(seed, std::hash<std::string_view>{}(key)), hash_of(value));
  }
  return seed;
}

std::size_t hash_path(const Path& path) {
  std::size_t seed = hash_parts(Kind::kPath, path.nodes.size());
  for (const NodeId node : path.nodes) seed = mix(seed, raw(node));
  for (const RelationshipId relationship : path.relationships) seed = mix(seed, raw(relationship));
  return seed;
}

}  // namespace

std::optional<bool> equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b) == 0;
  if (a.kind() != b.kind()) return false;
  if (a.is(Kind::kList)) return equal_lists(a.list(), b.list());
  if (a.is(Kind::kMap)) return equal_maps(a.map(), b.map());
  if (a.is(Kind::kPoint)) return a.point() == b.point();
  return order_within(a, b) == 0;
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b);
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::kList:
      return compare_lists(a.list(), b.list());
    case Kind::kMap:
    case Kind::kDuration:  // a month has no fixed number of days
    case Kind::kPoint:
      return std::nullopt;
    default:
      return order_within(a, b);
  }
}

std::weak_ordering order(const Value& a, const Value& b) {
  if (const auto by = rank(a.kind()) <=> rank(b.kind()); by != 0) return by;
  return order_within(a, b);
}

bool equivalent(const Value& a, const Value& b) { return order(a, b) == 0; }

std::size_t hash_of(const Value& value) {
  const Kind kind = value.kind();
  switch (kind) {
    case Kind::kNull:
      return hash_parts(kind);
    case Kind::kBoolean:
      return hash_parts(kind, value.boolean());
    case Kind::kInteger:
      return hash_parts(kind, value.integer());
    case Kind::kFloat:
      return hash_number(value.floating());
    case Kind::kString:
      return hash_parts(kind, std::hash<std::string_view>{}(value.string()));
    case Kind::kList:
      return hash_list(value.list());
    case Kind::kMap:
      return hash_map(value.map());
    case Kind::kNode:
      return hash_parts(kind, raw(value.node()));
    case Kind::kRelationship:
      return hash_parts(kind, raw(value.relationship()));
    case Kind::kPath:
      return hash_path(value.path());
    case Kind::kDate:
      return hash_parts(kind, value.date().days);
    case Kind::kLocalTime:
      return hash_parts(kind, value.local_time().nanos);
    case Kind::kTime:
      return hash_parts(kind, value.time().nanos, value.time().offset);
    case Kind::kLocalDateTime:
      return hash_parts(kind, value.local_date_time().seconds, value.local_date_time().nanos);
    case Kind::kZonedDateTime: {
      const ZonedDateTime& at = value.zoned_date_time();
      return hash_parts(kind, at.seconds, at.nanos, at.offset,
                        std::hash<std::string_view>{}(at.zone));
    }
    case Kind::kDuration: {
      const Duration& span = value.duration();
      return hash_parts(kind, span.months, span.days, span.seconds, span.nanos);
    }
    case Kind::kPoint: {
      const Point& at = value.point();
      return hash_parts(kind, at.srid, bits_of(at.x), bits_of(at.y), bits_of(at.z));
    }
  }
  return 0;
}

}  // namespace yeon
