#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/slot_mask.h"

namespace yeon::storage {

/// Which nodes of a group are there, and which labels they have. A label's mask is a part of
/// `live`; labels ascend by id.
struct LabelSegment {
  SlotMask live;
  std::vector<std::pair<LabelId, SlotMask>> labels;

  /// nullptr if no node has it.
  const SlotMask* find(LabelId label) const noexcept;
  /// Adds an empty mask where there is none.
  SlotMask& mask(LabelId label);
  std::vector<LabelId> labels_of(Slot slot) const;
  std::size_t bytes() const noexcept;
};

/// One node's new state.
struct LabelChange {
  Slot slot = 0;
  bool live = false;
  std::vector<LabelId> labels;
  friend bool operator==(const LabelChange&, const LabelChange&) = default;
};

/// Small write; later changes of a slot win.
using LabelDelta = std::vector<LabelChange>;

// segment := frame(kLabels, labels) of: live:mask (label:varint mask)*
// delta   := frame(kLabelsDelta, changes) of: (slot:u16 live:u8 count:varint label:varint*)*
std::string encode(const LabelSegment& segment);
Result<LabelSegment> decode_labels(std::string_view bytes);
std::string encode(const LabelDelta& delta);
Result<LabelDelta> decode_label_delta(std::string_view bytes);
void apply_delta(const LabelDelta& delta, LabelSegment& segment);

}  // namespace yeon::storage
