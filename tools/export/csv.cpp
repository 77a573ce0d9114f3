#include <fmt/format.h>

#include <map>
#include <string>
#include <system_error>

#include "console/files.h"
#include "export/attribute_types.h"
#include "export/exporter.h"
#include "formats/csv_text.h"

namespace yeon::tools {

namespace {

using Types = std::map<std::string, AttributeType, std::less<>>;

std::string_view header_type(AttributeType type) {
  switch (type) {
    case AttributeType::kBoolean:
      return ":boolean";
    case AttributeType::kLong:
      return ":long";
    case AttributeType::kDouble:
      return ":double";
    case AttributeType::kString:
      return "";
  }
  return "";
}

std::string header(std::string_view fixed, const Types& types) {
  std::string line(fixed);
  for (const auto& [key, type] : types) {
    line += ',';
    line += csv_quoted(key + std::string(header_type(type)));
  }
  return line + "\n";
}

// Both sequences are sorted by key, so one pass aligns them.
void append_properties(std::string& line, const Types& types,
                       std::span<const ExportProperty> properties) {
  std::size_t at = 0;
  for (const auto& [key, type] : types) {
    line += ',';
    if (at == properties.size() || properties[at].key != key) continue;
    line += csv_quoted(attribute_text(properties[at].value));
    ++at;
  }
  line += '\n';
}

std::string joined(std::span<const std::string_view> labels) {
  std::string out;
  for (const std::string_view label : labels) {
    if (!out.empty()) out += ';';
    out += label;
  }
  return out.empty() ? out : csv_quoted(out);
}

Status write_nodes(const GraphSource& graph, const std::filesystem::path& path) {
  AttributeTypes seen;
  Status status = graph.for_each_node([&](const ExportNode& node) -> Status {
    seen.see(node.properties);
    return {};
  });
  if (!status) return status;
  const Types types = seen.types();
  Result<OutputFile> out = OutputFile::create(path);
  if (!out) return fail(std::move(out).error());
  status = out->write(header(":ID,:LABEL", types));
  if (!status) return status;
  status = graph.for_each_node([&](const ExportNode& node) {
    std::string line = fmt::format("{},{}", node.id, joined(node.labels));
    append_properties(line, types, node.properties);
    return out->write(line);
  });
  return status ? out->finish() : status;
}

Status write_relationships(const GraphSource& graph, const std::filesystem::path& path) {
  AttributeTypes seen;
  Status status =
      graph.for_each_relationship([&](const ExportRelationship& relationship) -> Status {
        seen.see(relationship.properties);
        return {};
      });
  if (!status) return status;
  const Types types = seen.types();
  Result<OutputFile> out = OutputFile::create(path);
  if (!out) return fail(std::move(out).error());
  status = out->write(header(":START_ID,:END_ID,:TYPE", types));
  if (!status) return status;
  status = graph.for_each_relationship([&](const ExportRelationship& relationship) {
    std::string line = fmt::format("{},{},{}", relationship.start, relationship.end,
                                   csv_quoted(relationship.type));
    append_properties(line, types, relationship.properties);
    return out->write(line);
  });
  return status ? out->finish() : status;
}

}  // namespace

Status export_csv(const GraphSource& graph, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return fail(ErrorType::kIoError,
                fmt::format("cannot make {}: {}", folder.string(), error.message()),
                "name a folder with -o");
  }
  Status status = write_nodes(graph, folder / "nodes.csv");
  return status ? write_relationships(graph, folder / "relationships.csv") : status;
}

}  // namespace yeon::tools
