#include <fmt/format.h>

#include <string>
#include <unordered_map>

#include "console/files.h"
#include "export/attribute_types.h"
#include "export/exporter.h"
#include "export/xml_text.h"

namespace yeon::tools {

namespace {

std::string_view graphml_type(AttributeType type) {
  switch (type) {
    case AttributeType::kBoolean:
      return "boolean";
    case AttributeType::kLong:
      return "long";
    case AttributeType::kDouble:
      return "double";
    case AttributeType::kString:
      return "string";
  }
  return "string";
}

// The keys of nodes or of relationships, under short ids: "n0", "e3".
class Keys {
 public:
  // `own` is the attribute that Yeon adds; it goes first and yields to a property of its name.
  Keys(std::string_view domain, std::string own, const AttributeTypes& seen) : domain_(domain) {
    const auto types = seen.types();
    while (types.contains(own)) own.insert(0, "_");
    declare(own, AttributeType::kString);
    for (const auto& [key, type] : types) declare(key, type);
  }

  const std::string& declarations() const { return declarations_; }
  std::string own_id() const { return fmt::format("{}0", domain_.front()); }
  const std::string& id(std::string_view key) const { return ids_.at(std::string(key)); }

 private:
  void declare(const std::string& key, AttributeType type) {
    const std::string id = fmt::format("{}{}", domain_.front(), ids_.size());
    declarations_ += fmt::format("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n",
                                 id, domain_, xml_text(key), graphml_type(type));
    ids_.emplace(key, id);
  }

  std::string_view domain_;
  std::string declarations_;
  std::unordered_map<std::string, std::string> ids_;
};

void append_data(std::string& out, const std::string& key, std::string_view text) {
  out += "<data key=\"" + key + "\">";
  out += xml_text(text);
  out += "</data>";
}

void append_properties(std::string& out, const Keys& keys,
                       std::span<const ExportProperty> properties) {
  for (const ExportProperty& property : properties) {
    append_data(out, keys.id(property.key), attribute_text(property.value));
  }
}

Status write_nodes(const GraphSource& graph, const Keys& keys, OutputFile& out) {
  return graph.for_each_node([&](const ExportNode& node) {
    std::string line = fmt::format("<node id=\"n{}\">", node.id);
    append_data(line, keys.own_id(), labels_json(node.labels));
    append_properties(line, keys, node.properties);
    line += "</node>\n";
    return out.write(line);
  });
}

Status write_relationships(const GraphSource& graph, const Keys& keys, OutputFile& out) {
  return graph.for_each_relationship([&](const ExportRelationship& relationship) {
    std::string line = fmt::format("<edge id=\"e{}\" source=\"n{}\" target=\"n{}\">",
                                   relationship.id, relationship.start, relationship.end);
    append_data(line, keys.own_id(), relationship.type);
    append_properties(line, keys, relationship.properties);
    line += "</edge>\n";
    return out.write(line);
  });
}

}  // namespace

Status export_graphml(const GraphSource& graph, OutputFile& out) {
  AttributeTypes of_nodes;
  AttributeTypes of_relationships;
  Status status = graph.for_each_node([&](const ExportNode& node) -> Status {
    of_nodes.see(node.properties);
    return {};
  });
  if (status) {
    status = graph.for_each_relationship([&](const ExportRelationship& relationship) -> Status {
      of_relationships.see(relationship.properties);
      return {};
    });
  }
  if (!status) return status;
  const Keys node_keys("node", "labels", of_nodes);
  const Keys edge_keys("edge", "type", of_relationships);
  status = out.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" +
      node_keys.declarations() + edge_keys.declarations() +
      "<graph id=\"G\" edgedefault=\"directed\">\n");
  if (status) status = write_nodes(graph, node_keys, out);
  if (status) status = write_relationships(graph, edge_keys, out);
  if (status) status = out.write("</graph>\n</graphml>\n");
  return status;
}

}  // namespace yeon::tools
