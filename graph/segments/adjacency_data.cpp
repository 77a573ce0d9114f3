#include "segments/adjacency_data.h"

namespace yeon::graph {

using storage::AdjacencySegment;
using storage::Tie;

AdjacencyData::AdjacencyData(AdjacencySegment segment) { rebase(std::move(segment)); }

void AdjacencyData::rebase(AdjacencySegment segment) {
  edges = segment.neighbours.size();
  changes = 0;
  base = segment.empty() ? nullptr : std::make_shared<const AdjacencySegment>(std::move(segment));
  for (auto& block : blocks) block.reset();
}

std::span<const NodeId> AdjacencyData::neighbours(Slot slot) const {
  if (const TieList* list = patch(slot)) return list->neighbours();
  return base ? base->neighbours_of(slot) : std::span<const NodeId>();
}

std::span<const RelationshipId> AdjacencyData::relationships(Slot slot) const {
  if (const TieList* list = patch(slot)) return list->relationships();
  return base ? base->relationships_of(slot) : std::span<const RelationshipId>();
}

std::size_t AdjacencyData::degree(Slot slot) const {
  if (const TieList* list = patch(slot)) return list->size();
  return base ? base->neighbours_of(slot).size() : 0;
}

TieList& AdjacencyData::writable(Slot slot) {
  std::shared_ptr<Block>& block = blocks[slot / kBlock];
  if (!block) {
    block = std::make_shared<Block>();
  } else if (block.use_count() > 1) {
    block = std::make_shared<Block>(*block);
  }
  std::shared_ptr<TieList>& list = (*block)[slot % kBlock];
  if (!list) {
    list = base ? std::make_shared<TieList>(base->neighbours_of(slot), base->relationships_of(slot),
                                            base)
                : std::make_shared<TieList>(std::span<const NodeId>(),
                                            std::span<const RelationshipId>(), nullptr);
  } else if (list.use_count() > 1) {
    list = std::make_shared<TieList>(*list);
  }
  return *list;
}

void AdjacencyData::add(const Tie& tie) {
  writable(tie.slot).add({tie.neighbour, tie.relationship});
  ++changes;
  ++edges;
}

void AdjacencyData::remove(const Tie& tie) {
  TieList& list = writable(tie.slot);
  const std::size_t before = list.size();
  list.remove({tie.neighbour, tie.relationship});
  edges -= before - list.size();
  ++changes;
}

void AdjacencyData::apply(std::span<const Tie> added, std::span<const Tie> removed) {
  const std::size_t count = added.size() + removed.size();
  if (count == 0) return;
  const std::size_t many = 64 + static_cast<std::size_t>(edges) / 16;
  if (count > many / 4 || changes + count > many) {
    rebase(storage::apply_delta({{added.begin(), added.end()}, {removed.begin(), removed.end()}},
                                flatten()));
    return;
  }
  for (const Tie& tie : added) add(tie);
  for (const Tie& tie : removed) remove(tie);
}

AdjacencySegment AdjacencyData::flatten() const {
  if (plain()) return base ? *base : AdjacencySegment();
  AdjacencySegment segment;
  if (edges == 0) return segment;
  segment.offsets.assign(kGroupSize + 1, 0);
  segment.neighbours.reserve(static_cast<std::size_t>(edges));
  segment.relationships.reserve(static_cast<std::size_t>(edges));
  for (std::size_t i = 0; i < kGroupSize; ++i) {
    const auto slot = static_cast<Slot>(i);
    const auto to = neighbours(slot);
    const auto by = relationships(slot);
    segment.neighbours.insert(segment.neighbours.end(), to.begin(), to.end());
    segment.relationships.insert(segment.relationships.end(), by.begin(), by.end());
    segment.offsets[i + 1] = static_cast<std::uint32_t>(segment.neighbours.size());
  }
  return segment;
}

std::size_t AdjacencyData::bytes() const noexcept {
  std::size_t total = sizeof(AdjacencyData) + (base ? base->bytes() : 0);
  if (plain()) return total;
  // A patched list's base may be shared with other versions; counting it twice errs on the safe
  // side.
  return total + changes * 2 * sizeof(Tie) + kGroupSize * 2 * sizeof(void*);
}

}  // namespace yeon::graph
