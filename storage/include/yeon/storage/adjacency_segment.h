#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"

namespace yeon::storage {

/// One relationship seen from the node at `slot`.
struct Tie {
  Slot slot = 0;
  NodeId neighbour{};
  RelationshipId relationship{};
  friend auto operator<=>(const Tie&, const Tie&) = default;
};

/// The neighbours of one node group for one relationship type and direction, in CSR form.
///
/// Shapes: offsets has kGroupSize + 1 entries, or none if there are no ties at all; slot i's ties
///         are [offsets[i], offsets[i + 1]) of both other arrays, ascending by (neighbour,
///         relationship).
struct AdjacencySegment {
  std::vector<std::uint32_t> offsets;
  std::vector<NodeId> neighbours;
  std::vector<RelationshipId> relationships;

  /// In any order. O(n log n).
  static AdjacencySegment from_ties(std::vector<Tie> ties);
  /// Ascending.
  std::vector<Tie> ties() const;

  bool empty() const noexcept { return neighbours.empty(); }
  std::span<const NodeId> neighbours_of(Slot slot) const noexcept {
    if (offsets.empty()) return {};
    return {neighbours.data() + offsets[slot], neighbours.data() + offsets[slot + 1u]};
  }
  std::span<const RelationshipId> relationships_of(Slot slot) const noexcept {
    if (offsets.empty()) return {};
    return {relationships.data() + offsets[slot], relationships.data() + offsets[slot + 1u]};
  }
  std::size_t bytes() const noexcept;
};

/// Small write to an adjacency. A relationship is added and removed at most once in the life of a
/// database, so the order of deltas does not matter.
struct AdjacencyDelta {
  std::vector<Tie> added;
  std::vector<Tie> removed;
};

// Layout: see adjacency_segment.cpp.
std::string encode(const AdjacencySegment& segment);
Result<AdjacencySegment> decode_adjacency(std::string_view bytes);
std::string encode(const AdjacencyDelta& delta);
Result<AdjacencyDelta> decode_adjacency_delta(std::string_view bytes);
/// O(edges + delta log delta).
AdjacencySegment apply_delta(const AdjacencyDelta& delta, const AdjacencySegment& segment);

}  // namespace yeon::storage
