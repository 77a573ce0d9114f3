#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/value.h"

namespace yeon::query {

/// A node as it was when the query returned it.
struct NodeImage {
  std::vector<std::string> labels;  ///< sorted
  Map properties;
};

/// A relationship as it was when the query returned it.
struct RelationshipImage {
  std::string type;
  NodeId start{};
  NodeId end{};
  Map properties;
};

/// What an update did; openCypher's side effects.
struct Counters {
  std::uint64_t nodes_created = 0;
  std::uint64_t nodes_deleted = 0;
  std::uint64_t relationships_created = 0;
  std::uint64_t relationships_deleted = 0;
  std::uint64_t properties_set = 0;
  std::uint64_t labels_added = 0;
  std::uint64_t labels_removed = 0;
  std::uint64_t indexes_added = 0;
  std::uint64_t indexes_removed = 0;
  bool any() const noexcept {
    return nodes_created + nodes_deleted + relationships_created + relationships_deleted +
               properties_set + labels_added + labels_removed + indexes_added + indexes_removed >
           0;
  }
};

/// A finished query: rows in order, and an image of every node and relationship that occurs in
/// them (inside lists, maps and paths too), so that nothing needs the database to be shown.
struct QueryResult {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;  ///< each as long as columns
  std::unordered_map<std::uint64_t, NodeImage> nodes;
  std::unordered_map<std::uint64_t, RelationshipImage> relationships;
  Counters counters;
};

}  // namespace yeon::query
