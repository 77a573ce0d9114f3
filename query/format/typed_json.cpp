#include "yeon/query/typed_json.h"

#include <fmt/format.h>

#include "format/json_writer.h"
#include "format/sequence.h"
#include "functions/to_text.h"
#include "yeon/query/format.h"

// TYPED := {"$type": name, "_value": ...}, as docs/protocol.md lists it.

namespace yeon::query {
namespace {

std::string_view type_name(const Value& value) {
  switch (value.kind()) {
    case Kind::kNull:
      return "Null";
    case Kind::kBoolean:
      return "Boolean";
    case Kind::kInteger:
      return "Integer";
    case Kind::kFloat:
      return "Float";
    case Kind::kString:
      return "String";
    case Kind::kList:
      return "List";
    case Kind::kMap:
      return "Map";
    case Kind::kNode:
      return "Node";
    case Kind::kRelationship:
      return "Relationship";
    case Kind::kPath:
      return "Path";
    case Kind::kDate:
      return "Date";
    case Kind::kLocalTime:
      return "LocalTime";
    case Kind::kTime:
      return "Time";
    case Kind::kLocalDateTime:
      return "LocalDateTime";
    case Kind::kZonedDateTime:
      return value.zoned_date_time().zone.empty() ? "OffsetDateTime" : "ZonedDateTime";
    case Kind::kDuration:
      return "Duration";
    case Kind::kPoint:
      return "Point";
  }
  return "Null";
}

std::string well_known_text(const Point& point) {
  std::string text = fmt::format("SRID={};POINT {}({} {}", point.srid, point.has_z() ? "Z " : "",
                                 float_to_text(point.x), float_to_text(point.y));
  if (point.has_z()) text += fmt::format(" {}", float_to_text(point.z));
  text += ')';
  return text;
}

class Writer {
 public:
  explicit Writer(const QueryResult& result) : result_(result) {}

  void value(const Value& value) {
    open(type_name(value));
    switch (value.kind()) {
      case Kind::kNull:
        out_ += "null";
        break;
      case Kind::kBoolean:
        out_ += value.boolean() ? "true" : "false";
        break;
      case Kind::kList:
        list(value.list());
        break;
      case Kind::kMap:
        map(value.map());
        break;
      case Kind::kNode:
        node_body(value.node());
        break;
      case Kind::kRelationship:
        relationship_body(value.relationship());
        break;
      case Kind::kPath:
        path(value.path());
        break;
      case Kind::kPoint:
        out_ += json_string(well_known_text(value.point()));
        break;
      default:
        out_ += json_string(scalar_text(value).value_or(""));
    }
    out_ += '}';
  }

  std::string take() { return std::move(out_); }

 private:
  void open(std::string_view type) { out_ += fmt::format("{{\"$type\":\"{}\",\"_value\":", type); }

  void list(const List& list) {
    out_ += '[';
    write_sequence(out_, ",", list, [this](const Value& element) { value(element); });
    out_ += ']';
  }

  void map(const Map& map) {
    out_ += '{';
    write_sequence(out_, ",", map, [this](const auto& entry) {
      out_ += json_string(entry.first);
      out_ += ':';
      value(entry.second);
    });
    out_ += '}';
  }

  void node_body(NodeId id) {
    static const NodeImage kUnknown;
    const auto found = result_.nodes.find(raw(id));
    const NodeImage& image = found == result_.nodes.end() ? kUnknown : found->second;
    out_ += fmt::format("{{\"_element_id\":\"{}\",\"_labels\":[", raw(id));
    write_sequence(out_, ",", image.labels,
                   [this](const std::string& label) { out_ += json_string(label); });
    out_ += "],\"_properties\":";
    map(image.properties);
    out_ += '}';
  }

  void relationship_body(RelationshipId id) {
    static const RelationshipImage kUnknown;
    const auto found = result_.relationships.find(raw(id));
    const RelationshipImage& image =
        found == result_.relationships.end() ? kUnknown : found->second;
    out_ += fmt::format(
        "{{\"_element_id\":\"{}\",\"_start_node_element_id\":\"{}\","
        "\"_end_node_element_id\":\"{}\",\"_type\":{},\"_properties\":",
        raw(id), raw(image.start), raw(image.end), json_string(image.type));
    map(image.properties);
    out_ += '}';
  }

  void path(const Path& path) {
    out_ += '[';
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      if (i > 0) out_ += ',';
      value(Value(path.nodes[i]));
      if (i == path.relationships.size()) break;
      out_ += ',';
      value(Value(path.relationships[i]));
    }
    out_ += ']';
  }

  const QueryResult& result_;
  std::string out_;
};

std::string counters_json(const Counters& counters) {
  return fmt::format(
      "{{\"nodes_created\":{},\"nodes_deleted\":{},\"relationships_created\":{},"
      "\"relationships_deleted\":{},\"properties_set\":{},\"labels_added\":{},"
      "\"labels_removed\":{},\"indexes_added\":{},\"indexes_removed\":{}}}",
      counters.nodes_created, counters.nodes_deleted, counters.relationships_created,
      counters.relationships_deleted, counters.properties_set, counters.labels_added,
      counters.labels_removed, counters.indexes_added, counters.indexes_removed);
}

std::string text_or_null(std::string_view text) {
  return text.empty() ? "null" : json_string(text);
}

}  // namespace

std::string to_typed_json(const Value& value, const QueryResult& result) {
  Writer writer(result);
  writer.value(value);
  return writer.take();
}

std::string to_typed_json(const QueryResult& result) {
  std::string out = "{\"columns\":[";
  write_sequence(out, ",", result.columns,
                 [&](const std::string& column) { out += json_string(column); });
  out += "],\"rows\":[";
  write_sequence(out, ",", result.rows, [&](const std::vector<Value>& row) {
    out += '[';
    write_sequence(out, ",", row, [&](const Value& value) { out += to_typed_json(value, result); });
    out += ']';
  });
  out += fmt::format("],\"counters\":{}}}", counters_json(result.counters));
  return out;
}

std::string to_typed_json(const Error& error) {
  std::string out =
      fmt::format("{{\"error\":{{\"type\":{},\"phase\":{},\"detail\":{},\"message\":{}",
                  json_string(name(error.type)), text_or_null(name(error.phase)),
                  text_or_null(error.detail), json_string(error.message));
  if (!error.hint.empty()) out += fmt::format(",\"hint\":{}", json_string(error.hint));
  if (error.where) {
    out += fmt::format(",\"line\":{},\"column\":{}", error.where->line, error.where->column);
  }
  out += "}}";
  return out;
}

}  // namespace yeon::query
