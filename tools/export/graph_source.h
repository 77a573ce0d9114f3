#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::tools {

struct ExportProperty {
  std::string_view key;
  Value value;  ///< never null
};

/// One node on its way out. Views live until the visitor returns.
struct ExportNode {
  std::uint64_t id = 0;
  std::span<const std::string_view> labels;    ///< sorted
  std::span<const ExportProperty> properties;  ///< sorted by key
};

struct ExportRelationship {
  std::uint64_t id = 0;
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  std::string_view type;
  std::span<const ExportProperty> properties;
};

/// A graph that can be walked as often as a format needs, always in the same order: nodes
/// ascending by id, relationships by start node. Both ends of every relationship are among the
/// nodes.
class GraphSource {
 public:
  using NodeVisitor = std::function<Status(const ExportNode&)>;
  using RelationshipVisitor = std::function<Status(const ExportRelationship&)>;

  virtual ~GraphSource() = default;
  /// Stops at the visitor's first failure and returns it.
  virtual Status for_each_node(const NodeVisitor& visit) const = 0;
  virtual Status for_each_relationship(const RelationshipVisitor& visit) const = 0;
};

}  // namespace yeon::tools
