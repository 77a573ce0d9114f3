#include "yeon/storage/fold.h"

#include "yeon/storage/adjacency_segment.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/column_segment.h"
#include "yeon/storage/frame.h"
#include "yeon/storage/label_segment.h"
#include "yeon/storage/relationship_segment.h"

namespace yeon::storage {
namespace {

using Deltas = std::span<const std::string_view>;

template <class T>
void append(std::vector<T>&& from, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}
void append(AdjacencyDelta&& from, AdjacencyDelta& to) {
  append(std::move(from.added), to.added);
  append(std::move(from.removed), to.removed);
}

template <class Delta>
Result<Delta> read_all(Deltas deltas, Result<Delta> (*decode)(std::string_view)) {
  Delta all;
  for (const std::string_view bytes : deltas) {
    Result<Delta> delta = decode(bytes);
    if (!delta) return fail(std::move(delta).error());
    append(std::move(*delta), all);
  }
  return all;
}

template <class Segment, class Delta>
Result<std::string> fold_as(std::optional<std::string_view> base, Deltas deltas,
                            Result<Segment> (*decode_base)(std::string_view),
                            Result<Delta> (*decode_delta)(std::string_view)) {
  Segment segment;
  if (base) {
    Result<Segment> decoded = decode_base(*base);
    if (!decoded) return fail(std::move(decoded).error());
    segment = std::move(*decoded);
  }
  Result<Delta> delta = read_all(deltas, decode_delta);
  if (!delta) return fail(std::move(delta).error());
  if constexpr (std::is_same_v<Segment, AdjacencySegment>) {
    return encode(apply_delta(*delta, segment));
  } else {
    apply_delta(*delta, segment);
    return encode(segment);
  }
}

template <class Delta>
Result<std::string> join_as(Deltas deltas, Result<Delta> (*decode)(std::string_view)) {
  Result<Delta> all = read_all(deltas, decode);
  if (!all) return fail(std::move(all).error());
  return encode(*all);
}

Result<FrameKind> kind_of(Deltas deltas) {
  if (deltas.empty()) return fail(ErrorType::kInternal, "nothing to fold");
  const Result<Frame> first = open_frame(deltas.front());
  if (!first) return fail(first.error());
  return first->kind;
}

tl::unexpected<Error> no_delta(FrameKind kind) {
  return fail(ErrorType::kCorruption, fmt::format("a frame of kind {} stands where a delta belongs",
                                                  static_cast<int>(kind)));
}

}  // namespace

Result<std::string> fold(std::optional<std::string_view> base, Deltas deltas) {
  const Result<FrameKind> kind = kind_of(deltas);
  if (!kind) return fail(kind.error());
  switch (*kind) {
    case FrameKind::kColumnDelta:
      return fold_as(base, deltas, decode_column, decode_column_delta);
    case FrameKind::kAdjacencyDelta:
      return fold_as(base, deltas, decode_adjacency, decode_adjacency_delta);
    case FrameKind::kLabelsDelta:
      return fold_as(base, deltas, decode_labels, decode_label_delta);
    case FrameKind::kRelationshipsDelta:
      return fold_as(base, deltas, decode_relationships, decode_relationship_delta);
    default:
      return no_delta(*kind);
  }
}

Result<std::string> join_deltas(Deltas deltas) {
  const Result<FrameKind> kind = kind_of(deltas);
  if (!kind) return fail(kind.error());
  switch (*kind) {
    case FrameKind::kColumnDelta:
      return join_as(deltas, decode_column_delta);
    case FrameKind::kAdjacencyDelta:
      return join_as(deltas, decode_adjacency_delta);
    case FrameKind::kLabelsDelta:
      return join_as(deltas, decode_label_delta);
    case FrameKind::kRelationshipsDelta:
      return join_as(deltas, decode_relationship_delta);
    default:
      return no_delta(*kind);
  }
}

std::string make_broken(std::string_view reason, std::optional<std::string_view> base,
                        Deltas deltas) {
  ByteWriter out;
  out.text(reason);
  out.u8(base ? 1 : 0);
  if (base) out.text(*base);
  for (const std::string_view delta : deltas) out.text(delta);
  return make_frame(FrameKind::kBroken, static_cast<std::uint32_t>(deltas.size()), out.view());
}

}  // namespace yeon::storage
