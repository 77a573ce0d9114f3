#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/slot_mask.h"

namespace yeon::storage {

/// Where the relationships of one group start and end. The vectors have kGroupSize entries or
/// none; entries of slots that are not live are unspecified.
struct RelationshipSegment {
  SlotMask live;
  std::vector<NodeId> starts;
  std::vector<NodeId> ends;

  void add(Slot slot, NodeId start, NodeId end);
  std::size_t bytes() const noexcept;
};

/// One relationship's new state.
struct RelationshipChange {
  Slot slot = 0;
  bool live = false;
  NodeId start{};
  NodeId end{};
  friend bool operator==(const RelationshipChange&, const RelationshipChange&) = default;
};

/// Small write; later changes of a slot win.
using RelationshipDelta = std::vector<RelationshipChange>;

// segment := frame(kRelationships, live) of: live:mask starts:integers ends:integers
// delta   := frame(kRelationshipsDelta, changes) of: (slot:u16 live:u8 [start:varint end:varint])*
std::string encode(const RelationshipSegment& segment);
Result<RelationshipSegment> decode_relationships(std::string_view bytes);
std::string encode(const RelationshipDelta& delta);
Result<RelationshipDelta> decode_relationship_delta(std::string_view bytes);
void apply_delta(const RelationshipDelta& delta, RelationshipSegment& segment);

}  // namespace yeon::storage
