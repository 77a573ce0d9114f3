#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/id_set.h"
#include "yeon/base/ids.h"
#include "yeon/base/result.h"

namespace yeon::graph {

/// What is known of a node group without reading its segments. The sets say what may be there:
/// they only grow.
struct NodeGroup {
  IdSet<LabelId> home{};    ///< the label set that new nodes of this group are given
  IdSet<LabelId> labels{};  ///< labels some node may have
  IdSet<PropertyKeyId> keys{};
  IdSet<RelationshipTypeId> outgoing{};
  IdSet<RelationshipTypeId> incoming{};
  std::uint32_t used = 0;  ///< slots given out; the rest are free
  std::uint32_t live = 0;  ///< nodes there now
  friend bool operator==(const NodeGroup&, const NodeGroup&) = default;
};

/// The same of a relationship group.
struct RelationshipGroup {
  RelationshipTypeId type{};
  IdSet<PropertyKeyId> keys{};
  std::uint32_t used = 0;
  std::uint32_t live = 0;
  friend bool operator==(const RelationshipGroup&, const RelationshipGroup&) = default;
};

// node group         := frame(kRecord, 1) of: used:varint live:varint home labels keys outgoing
//                       incoming, each count:varint id:varint*
// relationship group := frame(kRecord, 1) of: used:varint live:varint type:varint keys
std::string encode(const NodeGroup& group);
std::string encode(const RelationshipGroup& group);
Result<NodeGroup> decode_node_group(std::string_view bytes);
Result<RelationshipGroup> decode_relationship_group(std::string_view bytes);

}  // namespace yeon::graph
