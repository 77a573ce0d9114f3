#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace yeon {

/// Stable for the life of the node, never given again within one database.
enum class NodeId : std::uint64_t {};
/// Stable for the life of the relationship, never given again within one database.
enum class RelationshipId : std::uint64_t {};

/// Names are interned by the catalog; ids are small and dense, so arrays can be indexed by them.
enum class LabelId : std::uint32_t {};
enum class RelationshipTypeId : std::uint32_t {};
enum class PropertyKeyId : std::uint32_t {};

/// Node and relationship ids are handed out in groups of kGroupSize; a group is the unit of
/// storage (one segment per column), of caching and of scheduling (one morsel), and as long as an
/// execution batch.
inline constexpr unsigned kGroupBits = 11;
inline constexpr std::size_t kGroupSize = std::size_t{1} << kGroupBits;

/// A group of kGroupSize consecutive ids: [group << kGroupBits, (group + 1) << kGroupBits).
enum class GroupId : std::uint64_t {};

/// Position within a group, below kGroupSize.
using Slot = std::uint16_t;

constexpr std::uint64_t raw(NodeId id) noexcept { return static_cast<std::uint64_t>(id); }
constexpr std::uint64_t raw(RelationshipId id) noexcept { return static_cast<std::uint64_t>(id); }
constexpr std::uint64_t raw(GroupId id) noexcept { return static_cast<std::uint64_t>(id); }
constexpr std::uint32_t raw(LabelId id) noexcept { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t raw(RelationshipTypeId id) noexcept {
  return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t raw(PropertyKeyId id) noexcept { return static_cast<std::uint32_t>(id); }

constexpr GroupId group_of(NodeId id) noexcept { return GroupId{raw(id) >> kGroupBits}; }
constexpr GroupId group_of(RelationshipId id) noexcept { return GroupId{raw(id) >> kGroupBits}; }
constexpr Slot slot_of(NodeId id) noexcept { return static_cast<Slot>(raw(id) & (kGroupSize - 1)); }
constexpr Slot slot_of(RelationshipId id) noexcept {
  return static_cast<Slot>(raw(id) & (kGroupSize - 1));
}
constexpr NodeId node_at(GroupId group, Slot slot) noexcept {
  return NodeId{(raw(group) << kGroupBits) | slot};
}
constexpr RelationshipId relationship_at(GroupId group, Slot slot) noexcept {
  return RelationshipId{(raw(group) << kGroupBits) | slot};
}

/// Which way a relationship is followed from a node.
enum class Direction : std::uint8_t { kOutgoing, kIncoming };

constexpr Direction reverse(Direction direction) noexcept {
  return direction == Direction::kOutgoing ? Direction::kIncoming : Direction::kOutgoing;
}

}  // namespace yeon
