#include <fmt/format.h>

#include <cmath>

#include "format/json_writer.h"
#include "format/sequence.h"
#include "functions/to_text.h"
#include "yeon/query/format.h"

namespace yeon::query {
namespace {

class Writer {
 public:
  explicit Writer(const QueryResult& result) : result_(result) {}

  void value(const Value& value) {
    switch (value.kind()) {
      case Kind::kNull:
        out_ += "null";
        break;
      case Kind::kBoolean:
      case Kind::kInteger:
        out_ += scalar_text(value).value_or("null");
        break;
      case Kind::kFloat:
        number(value.floating());
        break;
      case Kind::kList:
        list(value.list());
        break;
      case Kind::kMap:
        map(value.map());
        break;
      case Kind::kNode:
        node(value.node());
        break;
      case Kind::kRelationship:
        relationship(value.relationship());
        break;
      case Kind::kPath:
        path(value.path());
        break;
      case Kind::kPoint:
        point(value.point());
        break;
      default:
        out_ += json_string(scalar_text(value).value_or(""));
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void number(double value) {
    const std::string text = float_to_text(value);
    out_ += std::isfinite(value) ? text : json_string(text);
  }

  void list(const List& list) {
    out_ += '[';
    write_sequence(out_, ", ", list, [this](const Value& element) { value(element); });
    out_ += ']';
  }

  void map(const Map& map) {
    out_ += '{';
    write_sequence(out_, ", ", map, [this](const auto& entry) {
      out_ += json_string(entry.first);
      out_ += ": ";
      value(entry.second);
    });
    out_ += '}';
  }

  void node(NodeId id) {
    out_ += fmt::format("{{\"id\": \"{}\"", raw(id));
    const auto found = result_.nodes.find(raw(id));
    if (found != result_.nodes.end()) {
      out_ += ", \"labels\": [";
      write_sequence(out_, ", ", found->second.labels,
                     [this](const std::string& label) { out_ += json_string(label); });
      out_ += "], \"properties\": ";
      map(found->second.properties);
    }
    out_ += '}';
  }

  void relationship(RelationshipId id) {
    out_ += fmt::format("{{\"id\": \"{}\"", raw(id));
    const auto found = result_.relationships.find(raw(id));
    if (found != result_.relationships.end()) {
      out_ += fmt::format(", \"type\": {}, \"start\": \"{}\", \"end\": \"{}\", \"properties\": ",
                          json_string(found->second.type), raw(found->second.start),
                          raw(found->second.end));
      map(found->second.properties);
    }
    out_ += '}';
  }

  void path(const Path& path) {
    out_ += '[';
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      if (i > 0) out_ += ", ";
      node(path.nodes[i]);
      if (i == path.relationships.size()) break;
      out_ += ", ";
      relationship(path.relationships[i]);
    }
    out_ += ']';
  }

  void point(const Point& point) {
    out_ += fmt::format("{{\"srid\": {}, \"x\": ", point.srid);
    number(point.x);
    out_ += ", \"y\": ";
    number(point.y);
    if (point.has_z()) {
      out_ += ", \"z\": ";
      number(point.z);
    }
    out_ += '}';
  }

  const QueryResult& result_;
  std::string out_;
};

}  // namespace

std::string to_json(const Value& value, const QueryResult& result) {
  Writer writer(result);
  writer.value(value);
  return writer.take();
}

std::string row_to_json(const QueryResult& result, std::size_t row) {
  std::string out = "{";
  for (std::size_t i = 0; i < result.columns.size(); ++i) {
    if (i > 0) out += ", ";
    out += json_string(result.columns[i]);
    out += ": ";
    out += to_json(result.rows[row][i], result);
  }
  out += '}';
  return out;
}

}  // namespace yeon::query
