#pragma once

#include <span>
#include <string>
#include <vector>

#include "bind/bound.h"
#include "yeon/graph/snapshot.h"

namespace yeon::query {

/// Estimates from a snapshot's exact counts, assuming that labels, types and values are
/// independent. All numbers are rows.
class Cost {
 public:
  explicit Cost(const graph::Snapshot& snapshot) : snapshot_(snapshot) {}

  /// Nodes that have all the labels.
  double nodes(std::span<const std::string> labels) const;
  /// The fraction of all nodes that have all the labels.
  double label_selectivity(std::span<const std::string> labels) const;
  /// Relationships of one node, over all nodes.
  double degree(std::span<const std::string> types, Way way) const;
  double predicate_selectivity(const Expr& predicate) const;
  bool has_index(const std::string& label, const std::string& key) const;

 private:
  const graph::Snapshot& snapshot_;
};

}  // namespace yeon::query
