#include "schema/group_records.h"

#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"

namespace yeon::graph {
namespace {

using storage::ByteReader;
using storage::ByteWriter;
using storage::Frame;
using storage::FrameKind;

template <class Id>
void write_set(const IdSet<Id>& set, ByteWriter& out) {
  out.varint(set.size());
  for (const Id id : set) out.varint(raw(id));
}

template <class Id>
Id read_id(ByteReader& in) {
  const std::uint64_t id = in.varint();
  if (id > UINT32_MAX) in.fail();
  return Id{static_cast<std::uint32_t>(id)};
}

template <class Id>
IdSet<Id> read_set(ByteReader& in) {
  const std::uint64_t count = in.varint();
  IdSet<Id> set;
  for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
    const Id id = read_id<Id>(in);
    if (!set.empty() && set.back() >= id) in.fail();
    set.push_back(id);
  }
  return set;
}

std::uint32_t read_slots(ByteReader& in) {
  const std::uint64_t count = in.varint();
  if (count > kGroupSize) in.fail();
  return static_cast<std::uint32_t>(count);
}

template <class Group>
Result<Group> finish(const ByteReader& in, Group group) {
  if (!in.at_end()) return fail(ErrorType::kCorruption, "a group's record is damaged");
  return group;
}

}  // namespace

std::string encode(const NodeGroup& group) {
  ByteWriter out;
  out.varint(group.used);
  out.varint(group.live);
  write_set(group.home, out);
  write_set(group.labels, out);
  write_set(group.keys, out);
  write_set(group.outgoing, out);
  write_set(group.incoming, out);
  return storage::make_frame(FrameKind::kRecord, 1, out.view());
}

std::string encode(const RelationshipGroup& group) {
  ByteWriter out;
  out.varint(group.used);
  out.varint(group.live);
  out.varint(raw(group.type));
  write_set(group.keys, out);
  return storage::make_frame(FrameKind::kRecord, 1, out.view());
}

Result<NodeGroup> decode_node_group(std::string_view bytes) {
  const Result<Frame> frame = storage::open_frame(bytes, FrameKind::kRecord);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  NodeGroup group;
  group.used = read_slots(in);
  group.live = read_slots(in);
  group.home = read_set<LabelId>(in);
  group.labels = read_set<LabelId>(in);
  group.keys = read_set<PropertyKeyId>(in);
  group.outgoing = read_set<RelationshipTypeId>(in);
  group.incoming = read_set<RelationshipTypeId>(in);
  return finish(in, std::move(group));
}

Result<RelationshipGroup> decode_relationship_group(std::string_view bytes) {
  const Result<Frame> frame = storage::open_frame(bytes, FrameKind::kRecord);
  if (!frame) return fail(frame.error());
  ByteReader in(frame->body);
  RelationshipGroup group;
  group.used = read_slots(in);
  group.live = read_slots(in);
  group.type = read_id<RelationshipTypeId>(in);
  group.keys = read_set<PropertyKeyId>(in);
  return finish(in, std::move(group));
}

}  // namespace yeon::graph
