#include "yeon/graph/adjacency.h"

#include "segments/adjacency_data.h"

namespace yeon::graph {

Adjacency::Adjacency() = default;
Adjacency::Adjacency(std::shared_ptr<const AdjacencyData> data) : data_(std::move(data)) {}
Adjacency::Adjacency(const Adjacency&) = default;
Adjacency::Adjacency(Adjacency&&) noexcept = default;
Adjacency& Adjacency::operator=(const Adjacency&) = default;
Adjacency& Adjacency::operator=(Adjacency&&) noexcept = default;
Adjacency::~Adjacency() = default;

bool Adjacency::empty() const noexcept { return edge_count() == 0; }
std::uint64_t Adjacency::edge_count() const noexcept { return data_ ? data_->edges : 0; }

std::span<const NodeId> Adjacency::neighbours(Slot slot) const noexcept {
  return data_ ? data_->neighbours(slot) : std::span<const NodeId>();
}
std::span<const RelationshipId> Adjacency::relationships(Slot slot) const noexcept {
  return data_ ? data_->relationships(slot) : std::span<const RelationshipId>();
}
std::size_t Adjacency::degree(Slot slot) const noexcept { return data_ ? data_->degree(slot) : 0; }

std::span<const std::uint32_t> Adjacency::offsets() const noexcept {
  if (!data_ || !data_->plain() || !data_->base) return {};
  return data_->base->offsets;
}
std::span<const NodeId> Adjacency::all_neighbours() const noexcept {
  if (offsets().empty()) return {};
  return data_->base->neighbours;
}
std::span<const RelationshipId> Adjacency::all_relationships() const noexcept {
  if (offsets().empty()) return {};
  return data_->base->relationships;
}

}  // namespace yeon::graph
