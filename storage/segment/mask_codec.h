#pragma once

#include "yeon/base/slot_mask.h"
#include "yeon/storage/bytes.h"

namespace yeon::storage {

// mask := words:u8 (index of the last nonzero word, plus one) mode:u8 (word:u64)*
// mode 0: words follow; mode 1: the first `n:u16` slots are set and no word follows

void encode_mask(const SlotMask& mask, ByteWriter& out);
/// On malformed input the reader fails.
SlotMask decode_mask(ByteReader& in);

}  // namespace yeon::storage
