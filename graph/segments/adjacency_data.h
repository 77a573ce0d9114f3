#pragma once

#include <array>
#include <memory>

#include "segments/tie_list.h"
#include "yeon/graph/adjacency.h"
#include "yeon/storage/adjacency_segment.h"

namespace yeon::graph {

/// What an Adjacency shares: a CSR base, and for nodes written since, a list of their own over it.
/// A copy shares all lists and copies those it changes, so a version costs 32 pointers and what
/// was written.
struct AdjacencyData {
  AdjacencyData() = default;
  explicit AdjacencyData(storage::AdjacencySegment segment);

  std::shared_ptr<const storage::AdjacencySegment> base;  ///< null: empty
  std::uint64_t edges = 0;
  std::uint32_t changes = 0;  ///< since `base` was made

  bool plain() const noexcept { return changes == 0; }
  /// nullptr: as in the base.
  const TieList* patch(Slot slot) const noexcept {
    const auto& block = blocks[slot / kBlock];
    return block ? (*block)[slot % kBlock].get() : nullptr;
  }
  std::span<const NodeId> neighbours(Slot slot) const;
  std::span<const RelationshipId> relationships(Slot slot) const;
  std::size_t degree(Slot slot) const;

  void add(const storage::Tie& tie);
  void remove(const storage::Tie& tie);
  /// Applies a delta, and makes a new base where that is cheaper or the changes have become many.
  void apply(std::span<const storage::Tie> added, std::span<const storage::Tie> removed);
  /// The whole as one segment.
  storage::AdjacencySegment flatten() const;
  std::size_t bytes() const noexcept;

 private:
  static constexpr std::size_t kBlock = 64;
  using Block = std::array<std::shared_ptr<TieList>, kBlock>;

  TieList& writable(Slot slot);
  void rebase(storage::AdjacencySegment segment);

  std::array<std::shared_ptr<Block>, kGroupSize / kBlock> blocks;
};

}  // namespace yeon::graph
