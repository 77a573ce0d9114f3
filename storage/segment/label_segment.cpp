#include "yeon/storage/label_segment.h"

#include "segment/mask_codec.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"

namespace yeon::storage {
namespace {

tl::unexpected<Error> corrupt() {
  return fail(ErrorType::kCorruption, "a label segment is damaged");
}

LabelId read_label(ByteReader& in) {
  const std::uint64_t label = in.varint();
  if (label > UINT32_MAX) in.fail();
  return LabelId{static_cast<std::uint32_t>(label)};
}

auto position(const LabelSegment& segment, LabelId label) {
  return std::lower_bound(segment.labels.begin(), segment.labels.end(), label,
                          [](const auto& entry, LabelId wanted) { return entry.first < wanted; });
}

}  // namespace

const SlotMask* LabelSegment::find(LabelId label) const noexcept {
  const auto found = position(*this, label);
  return found != labels.end() && found->first == label ? &found->second : nullptr;
}

SlotMask& LabelSegment::mask(LabelId label) {
  const auto index = position(*this, label) - labels.begin();
  const auto found = labels.begin() + index;
  if (found != labels.end() && found->first == label) return found->second;
  return labels.emplace(found, label, SlotMask{})->second;
}

std::vector<LabelId> LabelSegment::labels_of(Slot slot) const {
  std::vector<LabelId> found;
  for (const auto& [label, mask] : labels) {
    if (mask.test(slot)) found.push_back(label);
  }
  return found;
}

std::size_t LabelSegment::bytes() const noexcept {
  return sizeof(LabelSegment) + labels.capacity() * sizeof(labels.front());
}

std::string encode(const LabelSegment& segment) {
  ByteWriter out;
  encode_mask(segment.live, out);
  for (const auto& [label, mask] : segment.labels) {
    out.varint(raw(label));
    encode_mask(mask, out);
  }
  return make_frame(FrameKind::kLabels, static_cast<std::uint32_t>(segment.labels.size()),
                    out.view());
}

Result<LabelSegment> decode_labels(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kLabels);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  LabelSegment segment;
  segment.live = decode_mask(in);
  for (std::uint32_t i = 0; i < frame->count && in.ok(); ++i) {
    const LabelId label = read_label(in);
    if (!segment.labels.empty() && segment.labels.back().first >= label) return corrupt();
    SlotMask mask = decode_mask(in);
    SlotMask within = mask;
    if ((within &= segment.live) != mask) return corrupt();
    segment.labels.emplace_back(label, mask);
  }
  if (!in.at_end()) return corrupt();
  return segment;
}

std::string encode(const LabelDelta& delta) {
  ByteWriter out;
  for (const LabelChange& change : delta) {
    out.u16(change.slot);
    out.u8(change.live ? 1 : 0);
    out.varint(change.labels.size());
    for (const LabelId label : change.labels) out.varint(raw(label));
  }
  return make_frame(FrameKind::kLabelsDelta, static_cast<std::uint32_t>(delta.size()), out.view());
}

Result<LabelDelta> decode_label_delta(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kLabelsDelta);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  LabelDelta delta;
  for (std::uint32_t i = 0; i < frame->count && in.ok(); ++i) {
    LabelChange change;
    change.slot = in.u16();
    change.live = in.u8() != 0;
    const std::uint64_t count = in.varint();
    if (change.slot >= kGroupSize || count > in.remaining()) return corrupt();
    for (std::uint64_t j = 0; j < count && in.ok(); ++j) change.labels.push_back(read_label(in));
    delta.push_back(std::move(change));
  }
  if (!in.at_end()) return corrupt();
  return delta;
}

void apply_delta(const LabelDelta& delta, LabelSegment& segment) {
  for (const LabelChange& change : delta) {
    for (auto& [label, mask] : segment.labels) mask.reset(change.slot);
    segment.live.reset(change.slot);
    if (!change.live) continue;
    segment.live.set(change.slot);
    for (const LabelId label : change.labels) segment.mask(label).set(change.slot);
  }
  std::erase_if(segment.labels, [](const auto& entry) { return entry.second.none(); });
}

}  // namespace yeon::storage
