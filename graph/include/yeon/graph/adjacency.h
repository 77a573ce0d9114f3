#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "yeon/base/ids.h"

namespace yeon::graph {

struct AdjacencyData;

/// Neighbours of one node group, for one relationship type and direction, in CSR form.
///
/// Shapes:  each node's neighbours are ascending by (neighbour, relationship), so lists can be
///          merged and intersected; neighbours(s) and relationships(s) run in parallel.
/// Threads: immutable, so freely shared; spans live as long as this object.
/// Source:  Gupta, Mhedhbi and Salihoglu, "Columnar Storage and List-based Processing for Graph
///          Database Management Systems", PVLDB 14(11), 2021.
class Adjacency {
 public:
  Adjacency();  // no neighbours at all
  explicit Adjacency(std::shared_ptr<const AdjacencyData> data);
  Adjacency(const Adjacency&);
  Adjacency(Adjacency&&) noexcept;
  Adjacency& operator=(const Adjacency&);
  Adjacency& operator=(Adjacency&&) noexcept;
  ~Adjacency();

  bool empty() const noexcept;
  std::uint64_t edge_count() const noexcept;

  std::span<const NodeId> neighbours(Slot slot) const noexcept;
  std::span<const RelationshipId> relationships(Slot slot) const noexcept;
  std::size_t degree(Slot slot) const noexcept;

  /// The plain CSR arrays for tight loops over the whole group: offsets has kGroupSize + 1
  /// entries. Empty spans when recent writes lie over the arrays (then go slot by slot) or when
  /// empty().
  std::span<const std::uint32_t> offsets() const noexcept;
  std::span<const NodeId> all_neighbours() const noexcept;
  std::span<const RelationshipId> all_relationships() const noexcept;

 private:
  std::shared_ptr<const AdjacencyData> data_;
};

}  // namespace yeon::graph
