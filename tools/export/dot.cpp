#include <fmt/format.h>

#include <string>

#include "console/files.h"
#include "export/attribute_types.h"
#include "export/exporter.h"

namespace yeon::tools {

namespace {

// A double-quoted DOT string; a backslash would start one of Graphviz's escapes.
std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out + "\"";
}

// What a person would call the node: its name, else its title, else its labels.
std::string caption(const ExportNode& node) {
  for (const std::string_view wanted : {"name", "title"}) {
    for (const ExportProperty& property : node.properties) {
      if (property.key == wanted) return attribute_text(property.value);
    }
  }
  std::string labels;
  for (const std::string_view label : node.labels) labels += fmt::format(":{}", label);
  return labels.empty() ? fmt::format("{}", node.id) : labels;
}

}  // namespace

Status export_dot(const GraphSource& graph, OutputFile& out) {
  Status status = out.write("digraph yeon {\n  node [shape=box, style=rounded];\n");
  if (status) {
    status = graph.for_each_node([&](const ExportNode& node) {
      const std::string label = node.labels.empty() ? std::string() : std::string(node.labels[0]);
      return out.write(fmt::format("  n{} [label={}, class={}];\n", node.id,
                                   dot_text(caption(node)), dot_text(label)));
    });
  }
  if (status) {
    status = graph.for_each_relationship([&](const ExportRelationship& relationship) {
      return out.write(fmt::format("  n{} -> n{} [label={}];\n", relationship.start,
                                   relationship.end, dot_text(relationship.type)));
    });
  }
  return status ? out.write("}\n") : status;
}

}  // namespace yeon::tools
