#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/adjacency.h"
#include "yeon/graph/snapshot.h"

namespace yeon::graph {

/// Which part of a graph an algorithm looks at: nodes with any of the labels, relationships of any
/// of the types between them; empty means all.
struct Projection {
  std::vector<LabelId> labels;
  std::vector<RelationshipTypeId> types;
};

/// A part of a snapshot with its nodes numbered from 0, over the snapshot's own CSR segments: edges
/// are not copied. It keeps the segments it shows alive.
///
/// Shapes:  vertices are [0, vertex_count()), ascending by node id.
/// Memory:  8 bytes for each vertex and 4 for each id of the snapshot, beside the segments.
/// Errors:  those of reading segments; MemoryLimit for more than 2^32 - 2 nodes.
/// Threads: immutable, so freely shared.
class GraphView {
 public:
  using Vertex = std::uint32_t;
  static constexpr Vertex kNone = std::numeric_limits<Vertex>::max();

  static Result<GraphView> of(const Snapshot& snapshot, const Projection& projection);

  std::size_t vertex_count() const noexcept { return nodes_.size(); }
  /// Requires vertex < vertex_count().
  NodeId node(Vertex vertex) const noexcept { return nodes_[vertex]; }
  /// kNone for a node outside the view. Requires a node id of the snapshot.
  Vertex vertex(NodeId node) const noexcept { return vertices_[raw(node)]; }

  /// The lists that hold a vertex's relationships, one for each type; they may lead outside the
  /// view.
  std::span<const Adjacency> adjacencies(Vertex vertex, Direction direction) const noexcept;

  /// Relationships that leave the vertex for another of the view. O(1).
  std::size_t out_degree(Vertex vertex) const noexcept { return out_degrees_[vertex]; }

 private:
  using Lists = std::vector<std::vector<Adjacency>>;  // by group

  Status add_nodes(const Snapshot& snapshot, std::span<const LabelId> labels);
  Status add_lists(const Snapshot& snapshot, std::span<const RelationshipTypeId> types);
  void count_degrees();

  std::vector<NodeId> nodes_;
  std::vector<Vertex> vertices_;  // by raw node id
  std::vector<std::uint32_t> out_degrees_;
  Lists outgoing_;
  Lists incoming_;
};

struct PageRankOptions {
  std::uint32_t iterations = 20;  ///< at most
  double damping = 0.85;          ///< in [0, 1)
  double tolerance = 0;           ///< stops once all ranks together change by less
};

/// The PageRank of each vertex; they add up to 1. A vertex without relationships passes its rank
/// to all. Parallel relationships count each.
/// Complexity: O(vertices + relationships) an iteration.
/// Source: L. Page, S. Brin, R. Motwani and T. Winograd, "The PageRank Citation Ranking", 1999;
///         by boost::graph::page_rank.
std::vector<double> pagerank(const GraphView& view, const PageRankOptions& options);

/// The number of each vertex's component when directions are ignored, counted from 0 by the
/// components' first vertices. Near-linear, by Boost's disjoint sets.
std::vector<std::uint32_t> weakly_connected_components(const GraphView& view);

}  // namespace yeon::graph
