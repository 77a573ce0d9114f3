#include "segment/mask_codec.h"

namespace yeon::storage {
namespace {

SlotMask first_slots(std::size_t count) {
  SlotMask mask;
  for (std::size_t slot = 0; slot < count; ++slot) mask.set(static_cast<Slot>(slot));
  return mask;
}

}  // namespace

void encode_mask(const SlotMask& mask, ByteWriter& out) {
  const std::size_t count = mask.count();
  if (mask == first_slots(count)) {
    out.u8(0);
    out.u8(1);
    return out.u16(static_cast<std::uint16_t>(count));
  }
  std::size_t words = SlotMask::kWords;
  while (mask.words()[words - 1] == 0) --words;
  out.u8(static_cast<std::uint8_t>(words));
  out.u8(0);
  for (std::size_t i = 0; i < words; ++i) out.u64(mask.words()[i]);
}

SlotMask decode_mask(ByteReader& in) {
  const std::uint8_t words = in.u8();
  const std::uint8_t mode = in.u8();
  SlotMask mask;
  if (mode == 1) {
    const std::uint16_t count = in.u16();
    if (count > kGroupSize) in.fail();
    return in.ok() ? first_slots(count) : mask;
  }
  if (mode != 0 || words > SlotMask::kWords) in.fail();
  for (std::size_t i = 0; i < words && in.ok(); ++i) mask.words()[i] = in.u64();
  return mask;
}

}  // namespace yeon::storage
