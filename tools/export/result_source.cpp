#include "export/result_source.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace yeon::tools {

namespace {

Result<query::NodeImage> read_image(const graph::Snapshot& snapshot, NodeId node) {
  query::NodeImage image;
  const auto labels = snapshot.labels(node);
  if (!labels) return fail(labels.error());
  for (const LabelId label : *labels) image.labels.emplace_back(snapshot.catalog().name(label));
  std::sort(image.labels.begin(), image.labels.end());
  const auto properties = snapshot.properties(node);
  if (!properties) return fail(properties.error());
  for (const auto& [key, value] : *properties) {
    image.properties.emplace_back(std::string(snapshot.catalog().name(key)), value);
  }
  std::sort(image.properties.begin(), image.properties.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return image;
}

std::vector<ExportProperty> properties_of(const Map& map) {
  std::vector<ExportProperty> properties;
  for (const auto& [key, value] : map) properties.push_back({key, value});
  return properties;
}

}  // namespace

Result<ResultSource> ResultSource::create(query::QueryResult result,
                                          const graph::Snapshot& snapshot) {
  ResultSource source;
  for (auto& [id, image] : result.nodes) source.nodes_.emplace(id, std::move(image));
  for (auto& [id, image] : result.relationships) {
    for (const NodeId end : {image.start, image.end}) {
      if (source.nodes_.contains(raw(end))) continue;
      auto read = read_image(snapshot, end);
      if (!read) return fail(std::move(read).error());
      source.nodes_.emplace(raw(end), *std::move(read));
    }
    source.relationships_.emplace(std::pair{raw(image.start), id}, std::move(image));
  }
  return source;
}

Status ResultSource::for_each_node(const NodeVisitor& visit) const {
  for (const auto& [id, image] : nodes_) {
    const std::vector<std::string_view> labels(image.labels.begin(), image.labels.end());
    const std::vector<ExportProperty> properties = properties_of(image.properties);
    if (Status status = visit({.id = id, .labels = labels, .properties = properties}); !status) {
      return status;
    }
  }
  return {};
}

Status ResultSource::for_each_relationship(const RelationshipVisitor& visit) const {
  for (const auto& [key, image] : relationships_) {
    const std::vector<ExportProperty> properties = properties_of(image.properties);
    Status status = visit({.id = key.second,
                           .start = raw(image.start),
                           .end = raw(image.end),
                           .type = image.type,
                           .properties = properties});
    if (!status) return status;
  }
  return {};
}

}  // namespace yeon::tools
