#include "yeon/storage/adjacency_segment.h"

#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"
#include "yeon/storage/pack.h"

// adjacency := frame(kAdjacency, ties) of:
//              slots:varint degrees:packed lists:varint firsts:integers gaps:packed
//              relationships:integers
// `slots` is the last slot with a tie, plus one; `firsts` are the first neighbours of the lists
// that have any; `gaps` the differences within lists, which ascend; relationships run in the order
// of the ties.
// delta     := frame(kAdjacencyDelta, ties) of: added:varint (slot:u16 neighbour:varint
//              relationship:varint)*, first those added, then those removed

namespace yeon::storage {
namespace {

tl::unexpected<Error> corrupt(std::string_view what) {
  return fail(ErrorType::kCorruption, fmt::format("an adjacency segment is damaged: {}", what));
}

// Requires `ties` sorted.
AdjacencySegment from_sorted(std::span<const Tie> ties) {
  AdjacencySegment segment;
  if (ties.empty()) return segment;
  segment.offsets.assign(kGroupSize + 1, 0);
  segment.neighbours.reserve(ties.size());
  segment.relationships.reserve(ties.size());
  for (const Tie& tie : ties) {
    ++segment.offsets[tie.slot + 1u];
    segment.neighbours.push_back(tie.neighbour);
    segment.relationships.push_back(tie.relationship);
  }
  for (std::size_t i = 0; i < kGroupSize; ++i) segment.offsets[i + 1] += segment.offsets[i];
  return segment;
}

void encode_ties(std::span<const Tie> ties, ByteWriter& out) {
  for (const Tie& tie : ties) {
    out.u16(tie.slot);
    out.varint(raw(tie.neighbour));
    out.varint(raw(tie.relationship));
  }
}

bool decode_ties(ByteReader& in, std::uint64_t count, std::vector<Tie>& ties) {
  for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
    Tie tie;
    tie.slot = in.u16();
    tie.neighbour = NodeId{in.varint()};
    tie.relationship = RelationshipId{in.varint()};
    if (tie.slot >= kGroupSize) return false;
    ties.push_back(tie);
  }
  return in.ok();
}

// Gaps stand between the first neighbours of the lists, which are put in place beforehand.
void add_gaps(ByteReader& in, std::size_t count, AdjacencySegment& segment) {
  const std::vector<std::uint32_t>& offsets = segment.offsets;
  std::size_t slot = 0;
  std::uint32_t at = 0;
  std::uint32_t end = 0;
  std::uint64_t neighbour = 0;
  for_each_packed(in, count, [&](std::uint64_t gap) {
    while (at == end) {  // on to the next list with more than its first
      at = offsets[slot] + 1;
      end = offsets[++slot];
      if (at > end) at = end;  // an empty list
      if (at < end) neighbour = raw(segment.neighbours[at - 1]);
    }
    neighbour += gap;
    segment.neighbours[at++] = NodeId{neighbour};
  });
}

void put_firsts(ByteReader& in, std::size_t lists, AdjacencySegment& segment) {
  std::size_t slot = 0;
  for_each_integer(in, lists, [&](std::int64_t first) {
    while (segment.offsets[slot] == segment.offsets[slot + 1]) ++slot;
    segment.neighbours[segment.offsets[slot++]] = NodeId{static_cast<std::uint64_t>(first)};
  });
}

}  // namespace

AdjacencySegment AdjacencySegment::from_ties(std::vector<Tie> ties) {
  std::sort(ties.begin(), ties.end());
  return from_sorted(ties);
}

std::vector<Tie> AdjacencySegment::ties() const {
  std::vector<Tie> ties;
  if (offsets.empty()) return ties;
  ties.reserve(neighbours.size());
  for (std::size_t slot = 0; slot < kGroupSize; ++slot) {
    for (std::uint32_t i = offsets[slot]; i < offsets[slot + 1]; ++i) {
      ties.push_back({static_cast<Slot>(slot), neighbours[i], relationships[i]});
    }
  }
  return ties;
}

std::size_t AdjacencySegment::bytes() const noexcept {
  return sizeof(AdjacencySegment) + offsets.capacity() * sizeof(std::uint32_t) +
         (neighbours.capacity() + relationships.capacity()) * sizeof(std::uint64_t);
}

std::string encode(const AdjacencySegment& segment) {
  std::vector<std::uint64_t> degrees;
  std::vector<std::int64_t> firsts;
  std::vector<std::uint64_t> gaps;
  std::size_t slots = segment.offsets.empty() ? 0 : kGroupSize;
  while (slots > 0 && segment.offsets[slots - 1] == segment.neighbours.size()) --slots;
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const auto list = segment.neighbours_of(static_cast<Slot>(slot));
    degrees.push_back(list.size());
    if (list.empty()) continue;
    firsts.push_back(static_cast<std::int64_t>(raw(list.front())));
    for (std::size_t i = 1; i < list.size(); ++i) gaps.push_back(raw(list[i]) - raw(list[i - 1]));
  }
  ByteWriter out;
  out.varint(slots);
  pack(degrees, out);
  out.varint(firsts.size());
  pack_integers(firsts, out);
  pack(gaps, out);
  std::vector<std::int64_t> relationships;
  relationships.reserve(segment.relationships.size());
  for (const RelationshipId id : segment.relationships) {
    relationships.push_back(static_cast<std::int64_t>(raw(id)));
  }
  pack_integers(relationships, out);
  return make_frame(FrameKind::kAdjacency, static_cast<std::uint32_t>(segment.neighbours.size()),
                    out.view());
}

Result<AdjacencySegment> decode_adjacency(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kAdjacency);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  const std::uint64_t slots = in.varint();
  if (slots > kGroupSize) return corrupt("it has too many slots");
  std::vector<std::uint64_t> degrees(static_cast<std::size_t>(slots));
  unpack(in, degrees);
  const std::uint64_t lists = in.varint();
  AdjacencySegment segment;
  if (frame->count == 0) {
    if (lists != 0 || !in.at_end()) return corrupt("its length disagrees");
    return segment;
  }
  segment.offsets.assign(kGroupSize + 1, 0);
  std::uint64_t total = 0;
  std::uint64_t nonempty = 0;
  for (std::size_t slot = 0; slot < kGroupSize; ++slot) {
    const std::uint64_t degree = slot < slots ? degrees[slot] : 0;
    if (degree > frame->count - total) return corrupt("its degrees disagree with its count");
    total += degree;
    nonempty += degree > 0 ? 1 : 0;
    segment.offsets[slot + 1] = static_cast<std::uint32_t>(total);
  }
  if (!in.ok() || total != frame->count || nonempty != lists || !may_unpack(in, total)) {
    return corrupt("its degrees disagree with its count");
  }
  segment.neighbours.resize(static_cast<std::size_t>(total));
  put_firsts(in, static_cast<std::size_t>(lists), segment);
  add_gaps(in, static_cast<std::size_t>(total - lists), segment);
  segment.relationships.reserve(static_cast<std::size_t>(total));
  for_each_integer(in, static_cast<std::size_t>(total), [&](std::int64_t id) {
    segment.relationships.push_back(RelationshipId{static_cast<std::uint64_t>(id)});
  });
  if (!in.at_end()) return corrupt("its length disagrees");
  return segment;
}

std::string encode(const AdjacencyDelta& delta) {
  ByteWriter out;
  out.varint(delta.added.size());
  encode_ties(delta.added, out);
  encode_ties(delta.removed, out);
  return make_frame(FrameKind::kAdjacencyDelta,
                    static_cast<std::uint32_t>(delta.added.size() + delta.removed.size()),
                    out.view());
}

Result<AdjacencyDelta> decode_adjacency_delta(std::string_view bytes) {
  const Result<Frame> frame = open_frame(bytes, FrameKind::kAdjacencyDelta);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  const std::uint64_t added = in.varint();
  AdjacencyDelta delta;
  if (!in.ok() || added > frame->count || !decode_ties(in, added, delta.added) ||
      !decode_ties(in, frame->count - added, delta.removed) || !in.at_end()) {
    return corrupt("a delta's length disagrees");
  }
  return delta;
}

AdjacencySegment apply_delta(const AdjacencyDelta& delta, const AdjacencySegment& segment) {
  std::vector<Tie> added = delta.added;
  std::vector<Tie> removed = delta.removed;
  std::sort(added.begin(), added.end());
  std::sort(removed.begin(), removed.end());
  const std::vector<Tie> before = segment.ties();
  std::vector<Tie> with;
  with.reserve(before.size() + added.size());
  std::set_union(before.begin(), before.end(), added.begin(), added.end(),
                 std::back_inserter(with));
  if (removed.empty()) return from_sorted(with);
  std::vector<Tie> kept;
  kept.reserve(with.size());
  std::set_difference(with.begin(), with.end(), removed.begin(), removed.end(),
                      std::back_inserter(kept));
  return from_sorted(kept);
}

}  // namespace yeon::storage
