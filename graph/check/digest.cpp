#include "yeon/graph/digest.h"

#include "check/snapshot_access.h"
#include "read/snapshot_state.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/hash.h"
#include "yeon/storage/value_codec.h"

namespace yeon::graph {
namespace {

using storage::ByteWriter;

// Values and names in the order of the names, not of the ids they happen to have.
template <class ReadColumn>
Status write_properties(const Catalog& catalog, const IdSet<PropertyKeyId>& keys, Slot slot,
                        const ReadColumn& column, ByteWriter& out) {
  std::vector<std::pair<std::string_view, Value>> found;
  for (const PropertyKeyId key : keys) {
    const auto read = column(key);
    if (!read) return fail(read.error());
    Value value = (*read)->segment.value(slot);
    if (!value.is_null()) found.emplace_back(catalog.name(key), std::move(value));
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [name, value] : found) {
    out.text(name);
    storage::encode_value(value, out);
  }
  return {};
}

/// The first pass: each node by itself.
Result<std::vector<std::uint64_t>> node_hashes(const SnapshotState& state) {
  const Catalog& catalog = state.catalog();
  std::vector<std::uint64_t> hashes(static_cast<std::size_t>(state.node_group_count())
                                    << kGroupBits);
  for (std::uint64_t id = 0; id < state.node_group_count(); ++id) {
    const GroupId group{id};
    const NodeGroup* const known = state.node_group(group);
    if (known == nullptr) continue;
    const auto labels = state.labels(group);
    if (!labels) return fail(labels.error());
    Status done;
    (*labels)->live.for_each([&](Slot slot) {
      if (!done) return;
      std::vector<std::string_view> names;
      for (const LabelId label : (*labels)->labels_of(slot)) names.push_back(catalog.name(label));
      std::sort(names.begin(), names.end());
      ByteWriter out;
      out.varint(names.size());
      for (const std::string_view name : names) out.text(name);
      done = write_properties(
          catalog, known->keys, slot,
          [&](PropertyKeyId key) { return state.node_column(group, key); }, out);
      hashes[raw(node_at(group, slot))] = storage::hash64(out.view(), 1);
    });
    if (!done) return fail(std::move(done).error());
  }
  return hashes;
}

/// The second pass: adds every relationship to both its ends.
Status add_ties(const SnapshotState& state, const std::vector<std::uint64_t>& nodes,
                std::vector<std::uint64_t>& sums, std::uint64_t& total) {
  const Catalog& catalog = state.catalog();
  for (std::uint64_t id = 0; id < state.relationship_group_count(); ++id) {
    const GroupId group{id};
    const RelationshipGroup* const known = state.relationship_group(group);
    if (known == nullptr) continue;
    const auto segment = state.relationships(group);
    if (!segment) return fail(segment.error());
    Status done;
    (*segment)->live.for_each([&](Slot slot) {
      if (!done) return;
      const std::uint64_t start = raw((*segment)->starts[slot]);
      const std::uint64_t end = raw((*segment)->ends[slot]);
      if (start >= nodes.size() || end >= nodes.size()) {
        done = fail(ErrorType::kCorruption, "a relationship has an end that is not there");
        return;
      }
      ByteWriter out;
      out.text(catalog.name(known->type));
      done = write_properties(
          catalog, known->keys, slot,
          [&](PropertyKeyId key) { return state.relationship_column(group, key); }, out);
      out.u64(nodes[start]);
      out.u64(nodes[end]);
      sums[start] += storage::hash64(out.view(), 2);
      sums[end] += storage::hash64(out.view(), 3);
      total += storage::hash64(out.view(), 4);
    });
    if (!done) return done;
  }
  return {};
}

}  // namespace

Result<std::string> digest(const Snapshot& snapshot) {
  const SnapshotState& state = SnapshotAccess::state(snapshot);
  const auto nodes = node_hashes(state);
  if (!nodes) return fail(nodes.error());
  std::vector<std::uint64_t> sums(nodes->size());
  std::uint64_t ties = 0;
  if (Status added = add_ties(state, *nodes, sums, ties); !added) return fail(added.error());
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if ((*nodes)[i] == 0) continue;  // no node there
    ByteWriter out;
    out.u64((*nodes)[i]);
    out.u64(sums[i]);
    total += storage::hash64(out.view(), 5);
  }
  return fmt::format("{:016x}{:016x}", total, ties);
}

}  // namespace yeon::graph
