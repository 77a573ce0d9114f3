#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/temporal.h"

namespace yeon {

/// openCypher's types. The order is that of Value's alternatives.
enum class Kind : std::uint8_t {
  kNull,
  kBoolean,
  kInteger,
  kFloat,
  kString,
  kList,
  kMap,
  kNode,
  kRelationship,
  kPath,
  kDate,
  kLocalTime,
  kTime,
  kLocalDateTime,
  kZonedDateTime,
  kDuration,
  kPoint,
};

class Value;

using List = std::vector<Value>;

/// A map keeps its entries sorted by key (byte order), each key once.
using Map = std::vector<std::pair<std::string, Value>>;

/// A path by reference: nodes.size() == relationships.size() + 1.
struct Path {
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;
  friend bool operator==(const Path&, const Path&) = default;
};

/// One openCypher value: 24 bytes, cheap to copy (large alternatives are shared and immutable).
///
/// Nodes and relationships are ids only; a snapshot gives their labels, type and properties.
/// Storable as a property: booleans, integers, floats, strings, temporal values, durations, points,
/// and lists of those.
/// Threads: immutable, so freely shared.
class Value {
 public:
  Value() = default;
  explicit Value(bool value) : data_(value) {}
  explicit Value(std::int64_t value) : data_(value) {}
  explicit Value(double value) : data_(value) {}
  explicit Value(std::string value)
      : data_(std::make_shared<const std::string>(std::move(value))) {}
  explicit Value(std::string_view value) : Value(std::string(value)) {}
  explicit Value(const char* value) : Value(std::string(value)) {}
  explicit Value(List value) : data_(std::make_shared<const List>(std::move(value))) {}
  /// Requires `value` sorted by key, without duplicates.
  explicit Value(Map value) : data_(std::make_shared<const Map>(std::move(value))) {}
  explicit Value(NodeId value) : data_(value) {}
  explicit Value(RelationshipId value) : data_(value) {}
  explicit Value(Path value) : data_(std::make_shared<const Path>(std::move(value))) {}
  explicit Value(Date value) : data_(value) {}
  explicit Value(LocalTime value) : data_(value) {}
  explicit Value(Time value) : data_(value) {}
  explicit Value(LocalDateTime value) : data_(value) {}
  explicit Value(ZonedDateTime value)
      : data_(std::make_shared<const ZonedDateTime>(std::move(value))) {}
  explicit Value(Duration value) : data_(std::make_shared<const Duration>(value)) {}
  explicit Value(Point value) : data_(std::make_shared<const Point>(value)) {}

  Kind kind() const noexcept { return static_cast<Kind>(data_.index()); }
  bool is_null() const noexcept { return kind() == Kind::kNull; }
  bool is(Kind wanted) const noexcept { return kind() == wanted; }

  // Each accessor requires the kind it names.
  bool boolean() const { return std::get<bool>(data_); }
  std::int64_t integer() const { return std::get<std::int64_t>(data_); }
  double floating() const { return std::get<double>(data_); }
  const std::string& string() const { return *std::get<SharedString>(data_); }
  const List& list() const { return *std::get<std::shared_ptr<const List>>(data_); }
  const Map& map() const { return *std::get<std::shared_ptr<const Map>>(data_); }
  NodeId node() const { return std::get<NodeId>(data_); }
  RelationshipId relationship() const { return std::get<RelationshipId>(data_); }
  const Path& path() const { return *std::get<std::shared_ptr<const Path>>(data_); }
  Date date() const { return std::get<Date>(data_); }
  LocalTime local_time() const { return std::get<LocalTime>(data_); }
  Time time() const { return std::get<Time>(data_); }
  LocalDateTime local_date_time() const { return std::get<LocalDateTime>(data_); }
  const ZonedDateTime& zoned_date_time() const {
    return *std::get<std::shared_ptr<const ZonedDateTime>>(data_);
  }
  const Duration& duration() const { return *std::get<std::shared_ptr<const Duration>>(data_); }
  const Point& point() const { return *std::get<std::shared_ptr<const Point>>(data_); }

  bool is_number() const noexcept { return is(Kind::kInteger) || is(Kind::kFloat); }
  /// Requires is_number().
  double number() const { return is(Kind::kInteger) ? static_cast<double>(integer()) : floating(); }

 private:
  using SharedString = std::shared_ptr<const std::string>;

  std::variant<std::monostate, bool, std::int64_t, double, SharedString,
               std::shared_ptr<const List>, std::shared_ptr<const Map>, NodeId, RelationshipId,
               std::shared_ptr<const Path>, Date, LocalTime, Time, LocalDateTime,
               std::shared_ptr<const ZonedDateTime>, std::shared_ptr<const Duration>,
               std::shared_ptr<const Point>>
      data_;
};

/// openCypher's name of a kind: "INTEGER", "LIST", ...
std::string_view name(Kind kind) noexcept;

/// Whether two values are the same in every respect: kind included (1 is not 1.0), NaN equals NaN,
/// null equals null, entities by id. This is identity for tests, codecs and DISTINCT-like tables
/// over one kind; openCypher's `=` and its orderability are in yeon/base/compare.h.
bool same(const Value& a, const Value& b) noexcept;

}  // namespace yeon
