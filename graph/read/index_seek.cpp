#include "read/index_seek.h"

#include <cmath>

#include "yeon/storage/ordered_key.h"

namespace yeon::graph {
namespace {

using storage::after_prefix;

std::string index_prefix(const IndexInfo& index) {
  std::string prefix;
  storage::append_big_endian(index.id, prefix);
  return prefix;
}

// Index ids are small, so there is always a key after such a prefix.
std::string after(std::string_view prefix) { return after_prefix(prefix).value_or(std::string()); }

bool is_nan(const Value& value) { return value.is(Kind::kFloat) && std::isnan(value.floating()); }

// Null and NaN are equal to nothing and less than nothing.
bool seekable(const Value& value) { return !value.is_null() && !is_nan(value); }

Result<std::vector<NodeId>> collect(const SnapshotState& state, std::string_view low,
                                    const std::string& high, std::size_t limit) {
  std::vector<NodeId> found;
  if (limit == 0 || low >= high) return found;
  const Status scanned = scan_entries(state, low, high, [&](std::string_view entry) {
    found.push_back(entry_node(entry));
    return found.size() < limit;
  });
  if (!scanned) return fail(scanned.error());
  return found;
}

}  // namespace

const IndexInfo* find_index(const Indexes& indexes, LabelId label, PropertyKeyId key) {
  for (const IndexInfo& index : indexes) {
    if (index.label == label && index.key == key) return &index;
  }
  return nullptr;
}

std::string index_entry_prefix(const IndexInfo& index, const Value& value) {
  std::string entry = index_prefix(index);
  storage::append_ordered(value, entry);
  return entry;
}

std::string index_entry(const IndexInfo& index, const Value& value, NodeId node) {
  std::string entry = index_entry_prefix(index, value);
  storage::append_big_endian(raw(node), entry);
  return entry;
}

NodeId entry_node(std::string_view entry) {
  return NodeId{storage::read_big_endian(entry.substr(entry.size() - sizeof(std::uint64_t)))};
}

Status scan_entries(const SnapshotState& state, std::string_view low, const std::string& high,
                    const std::function<bool(std::string_view)>& visit) {
  const CommittedState& committed = state.committed();
  static const std::map<std::string, bool> kNoEntries;
  const auto& own = state.overlay() ? state.overlay()->index_entries : kNoEntries;
  auto next = own.lower_bound(std::string(low));
  const auto end = own.lower_bound(high);
  bool wanted = true;
  const Status scanned = committed.source->engine->scan(
      storage::Family::kIndex, low, high, committed.engine_snapshot.get(),
      [&](std::string_view entry, std::string_view) {
        for (; next != end && next->first < entry && wanted; ++next) {
          if (next->second) wanted = visit(next->first);
        }
        if (!wanted) return false;
        if (next != end && next->first == entry) {
          const bool there = next->second;
          ++next;
          if (!there) return true;
        }
        wanted = visit(entry);
        return wanted;
      });
  if (!scanned) return scanned;
  for (; next != end && wanted; ++next) {
    if (next->second) wanted = visit(next->first);
  }
  return {};
}

Result<std::vector<NodeId>> seek_equal(const SnapshotState& state, LabelId label, PropertyKeyId key,
                                       const Value& value) {
  const IndexInfo* const index = find_index(state.indexes(), label, key);
  if (index == nullptr || !seekable(value)) return std::vector<NodeId>();
  const std::string prefix = index_entry_prefix(*index, value);
  return collect(state, prefix, after(prefix), SIZE_MAX);
}

Result<std::vector<NodeId>> seek_between(const SnapshotState& state, LabelId label,
                                         PropertyKeyId key, const std::optional<Bound>& low,
                                         const std::optional<Bound>& high, std::size_t limit) {
  const IndexInfo* const index = find_index(state.indexes(), label, key);
  if (index == nullptr) return std::vector<NodeId>();
  if ((low && !seekable(low->value)) || (high && !seekable(high->value))) {
    return std::vector<NodeId>();
  }
  std::string family = index_prefix(*index);
  if (low || high) family.push_back(storage::ordered_family((low ? low : high)->value));
  std::string from = family;
  std::string to = after(family);
  if (low) {
    from = index_entry_prefix(*index, low->value);
    if (!low->inclusive) from = after(from);
  }
  if (high) {
    const std::string bound = index_entry_prefix(*index, high->value);
    if (!bound.starts_with(family)) return std::vector<NodeId>();  // cannot be compared
    to = high->inclusive ? after(bound) : bound;
  }
  return collect(state, from, to, limit);
}

Result<std::vector<NodeId>> seek_starting(const SnapshotState& state, LabelId label,
                                          PropertyKeyId key, std::string_view prefix,
                                          std::size_t limit) {
  const IndexInfo* const index = find_index(state.indexes(), label, key);
  if (index == nullptr) return std::vector<NodeId>();
  std::string from = index_prefix(*index);
  storage::append_ordered_prefix(prefix, from);
  return collect(state, from, after(from), limit);
}

}  // namespace yeon::graph
