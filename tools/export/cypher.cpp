#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "console/files.h"
#include "export/exporter.h"
#include "yeon/query/format.h"

namespace yeon::tools {

namespace {

// Nodes are found again by a label and a number of their own, which the end takes away.
constexpr std::string_view kMark = "`yeon import`";

std::string quoted_name(std::string_view name) {
  std::string out = "`";
  for (const char c : name) {
    if (c == '`') out += '`';
    out += c;
  }
  return out + "`";
}

std::string number_literal(double value) {
  const std::string text = query::float_to_text(value);
  if (text == "NaN") return "(0.0 / 0.0)";
  if (text == "Infinity") return "(1.0 / 0.0)";
  if (text == "-Infinity") return "(-1.0 / 0.0)";
  return text;
}

std::string call(std::string_view function, const Value& value) {
  return fmt::format("{}('{}')", function, query::to_text(value, {}));
}

std::string point_literal(const Point& point) {
  std::string out = fmt::format("point({{srid: {}, x: {}, y: {}", point.srid,
                                number_literal(point.x), number_literal(point.y));
  if (point.has_z()) out += fmt::format(", z: {}", number_literal(point.z));
  return out + "})";
}

std::string literal(const Value& value) {
  switch (value.kind()) {
    case Kind::kFloat:
      return number_literal(value.floating());
    case Kind::kDate:
      return call("date", value);
    case Kind::kLocalTime:
      return call("localtime", value);
    case Kind::kTime:
      return call("time", value);
    case Kind::kLocalDateTime:
      return call("localdatetime", value);
    case Kind::kZonedDateTime:
      return call("datetime", value);
    case Kind::kDuration:
      return call("duration", value);
    case Kind::kPoint:
      return point_literal(value.point());
    case Kind::kList: {
      std::string out = "[";
      for (const Value& element : value.list()) {
        if (out.size() > 1) out += ", ";
        out += literal(element);
      }
      return out + "]";
    }
    default:
      return query::to_literal(value, {});
  }
}

std::string entries(std::span<const ExportProperty> properties) {
  std::string out;
  for (const ExportProperty& property : properties) {
    if (!out.empty()) out += ", ";
    out += quoted_name(property.key) + ": " + literal(property.value);
  }
  return out;
}

}  // namespace

Status export_cypher(const GraphSource& graph, OutputFile& out) {
  Status status = out.write(
      fmt::format("CREATE INDEX yeon_import IF NOT EXISTS FOR (n:{0}) ON (n.{0});\n", kMark));
  if (status) {
    status = graph.for_each_node([&](const ExportNode& node) {
      std::string labels;
      for (const std::string_view label : node.labels) labels += ":" + quoted_name(label);
      const std::string properties = entries(node.properties);
      return out.write(fmt::format("CREATE (:{0}{1} {{{0}: {2}{3}{4}}});\n", kMark, labels, node.id,
                                   properties.empty() ? "" : ", ", properties));
    });
  }
  if (status) {
    status = graph.for_each_relationship([&](const ExportRelationship& relationship) {
      const std::string properties = entries(relationship.properties);
      return out.write(fmt::format(
          "MATCH (a:{0} {{{0}: {1}}}), (b:{0} {{{0}: {2}}}) CREATE (a)-[:{3}{4}]->(b);\n", kMark,
          relationship.start, relationship.end, quoted_name(relationship.type),
          properties.empty() ? "" : fmt::format(" {{{}}}", properties)));
    });
  }
  if (status) status = out.write(fmt::format("MATCH (n:{0}) REMOVE n.{0}, n:{0};\n", kMark));
  if (status) status = out.write("DROP INDEX yeon_import IF EXISTS;\n");
  return status;
}

}  // namespace yeon::tools
