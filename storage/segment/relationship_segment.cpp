#include "yeon/storage/relationship_segment.h"

#include "segment/mask_codec.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"
#include "yeon/storage/pack.h"

namespace yeon::storage {
namespace {

tl::unexpected<Error> corrupt() {
  return fail(ErrorType::kCorruption, "a relationship segment is damaged");
}

void encode_ids(const SlotMask& live, const std::vector<NodeId>& ids, ByteWriter& out) {
  std::vector<std::int64_t> dense;
  live.for_each([&](Slot slot) { dense.push_back(static_cast<std::int64_t>(raw(ids[slot]))); });
  pack_integers(dense, out);
}

void decode_ids(ByteReader& in, const SlotMask& live, std::size_t count, std::vector<NodeId>& ids) {
  std::vector<std::int64_t> dense(count);
  unpack_integers(in, dense);
  std::size_t i = 0;
  live.for_each([&](Slot slot) { ids[slot] = NodeId{static_cast<std::uint64_t>(dense[i++])}; });
}

}  // namespace

void RelationshipSegment::add(Slot slot, NodeId start, NodeId end) {
  if (starts.empty()) {
    starts.resize(kGroupSize);
    ends.resize(kGroupSize);
  }
  live.set(slot);
  starts[slot] = start;
  ends[slot] = end;
}

std::size_t RelationshipSegment::bytes() const noexcept {
  return sizeof(RelationshipSegment) + (starts.capacity() + ends.capacity()) * sizeof(NodeId);
}

std::string encode(const RelationshipSegment& segment) {
  ByteWriter out;
  encode_mask(segment.live, out);
  encode_ids(segment.live, segment.starts, out);
  encode_ids(segment.live, segment.ends, out);
  return make_frame(FrameKind::kRelationships, static_cast<std::uint32_t>(segment.live.count()),
                    out.view());
}

Result<RelationshipSegment> decode_relationships(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kRelationships);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  RelationshipSegment segment;
  segment.live = decode_mask(in);
  if (!in.ok() || segment.live.count() != frame->count) return corrupt();
  if (frame->count > 0) {
    segment.starts.resize(kGroupSize);
    segment.ends.resize(kGroupSize);
    decode_ids(in, segment.live, frame->count, segment.starts);
    decode_ids(in, segment.live, frame->count, segment.ends);
  }
  if (!in.at_end()) return corrupt();
  return segment;
}

std::string encode(const RelationshipDelta& delta) {
  ByteWriter out;
  for (const RelationshipChange& change : delta) {
    out.u16(change.slot);
    out.u8(change.live ? 1 : 0);
    if (!change.live) continue;
    out.varint(raw(change.start));
    out.varint(raw(change.end));
  }
  return make_frame(FrameKind::kRelationshipsDelta, static_cast<std::uint32_t>(delta.size()),
                    out.view());
}

Result<RelationshipDelta> decode_relationship_delta(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kRelationshipsDelta);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  RelationshipDelta delta;
  for (std::uint32_t i = 0; i < frame->count && in.ok(); ++i) {
    RelationshipChange change;
    change.slot = in.u16();
    change.live = in.u8() != 0;
    if (change.slot >= kGroupSize) return corrupt();
    if (change.live) {
      change.start = NodeId{in.varint()};
      change.end = NodeId{in.varint()};
    }
    delta.push_back(change);
  }
  if (!in.at_end()) return corrupt();
  return delta;
}

void apply_delta(const RelationshipDelta& delta, RelationshipSegment& segment) {
  for (const RelationshipChange& change : delta) {
    if (change.live) {
      segment.add(change.slot, change.start, change.end);
    } else {
      segment.live.reset(change.slot);
    }
  }
}

}  // namespace yeon::storage
