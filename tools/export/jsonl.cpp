#include <fmt/format.h>

#include <string>

#include "console/files.h"
#include "export/attribute_types.h"
#include "export/exporter.h"
#include "yeon/query/format.h"

namespace yeon::tools {

namespace {

std::string json_string(std::string_view text) { return query::to_json(Value(text), {}); }

std::string json_properties(std::span<const ExportProperty> properties) {
  Map map;
  for (const ExportProperty& property : properties) map.emplace_back(property.key, property.value);
  return query::to_json(Value(std::move(map)), {});
}

}  // namespace

Status export_jsonl(const GraphSource& graph, OutputFile& out) {
  Status status = graph.for_each_node([&](const ExportNode& node) {
    return out.write(fmt::format(R"({{"type":"node","id":"{}","labels":{},"properties":{}}})"
                                 "\n",
                                 node.id, labels_json(node.labels),
                                 json_properties(node.properties)));
  });
  if (!status) return status;
  return graph.for_each_relationship([&](const ExportRelationship& relationship) {
    return out.write(fmt::format(
        R"({{"type":"relationship","id":"{}","label":{},"start":"{}","end":"{}","properties":{}}})"
        "\n",
        relationship.id, json_string(relationship.type), relationship.start, relationship.end,
        json_properties(relationship.properties)));
  });
}

}  // namespace yeon::tools
