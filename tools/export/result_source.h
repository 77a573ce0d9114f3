#pragma once

#include <map>

#include "export/graph_source.h"
#include "yeon/graph/snapshot.h"
#include "yeon/query/result.h"

namespace yeon::tools {

/// The nodes and relationships that occur in a query's rows. A relationship whose ends the query
/// did not return brings them along.
class ResultSource final : public GraphSource {
 public:
  /// Reads missing ends from `snapshot`; one that is gone by now is left without properties.
  static Result<ResultSource> create(query::QueryResult result, const graph::Snapshot& snapshot);

  Status for_each_node(const NodeVisitor& visit) const override;
  Status for_each_relationship(const RelationshipVisitor& visit) const override;

 private:
  // Ordered by id, and for relationships by start, as GraphSource promises.
  std::map<std::uint64_t, query::NodeImage> nodes_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, query::RelationshipImage> relationships_;
};

}  // namespace yeon::tools
