#include "check/checker.h"
#include "read/index_seek.h"
#include "yeon/storage/ordered_key.h"

namespace yeon::graph {

// Every entry must stand for a node's value, and there must be as many entries as values.
Status Checker::check_index(const IndexInfo& index) {
  std::string low;
  std::string high;
  storage::append_big_endian(index.id, low);
  storage::append_big_endian(index.id + 1, high);
  std::uint64_t entries = 0;
  std::string last;
  Status stopped;
  const Status scanned = scan_entries(state_, low, high, [&](std::string_view entry) {
    ++entries;
    const NodeId node = entry_node(entry);
    const auto labels = state_.labels(group_of(node));
    const auto column = state_.node_column(group_of(node), index.key);
    if (!labels || !column) {
      stopped = failed(labels ? column.error() : labels.error(), "the node of an index entry");
      return stopped.has_value();
    }
    const SlotMask* const having = (*labels)->find(index.label);
    const Value value = (*column)->segment.value(slot_of(node));
    if (having == nullptr || !having->test(slot_of(node)) || value.is_null() ||
        index_entry(index, value, node) != entry) {
      problem(fmt::format("index `{}`: an entry of node {} stands for no value", index.name,
                          raw(node)));
    }
    const std::string_view prefix = entry.substr(0, entry.size() - sizeof(std::uint64_t));
    if (index.unique && prefix == last) {
      problem(fmt::format("index `{}`: node {} shares a unique value", index.name, raw(node)));
    }
    last = prefix;
    return true;
  });
  if (!stopped) return stopped;
  if (!scanned) return failed(scanned.error(), "reading an index");
  report_.index_entries += entries;
  std::uint64_t expected = 0;
  if (Status counted = expected_entries(index, expected); !counted) return counted;
  if (entries != expected) {
    problem(fmt::format("index `{}`: {} entries for {} values", index.name, entries, expected));
  }
  return {};
}

Status Checker::expected_entries(const IndexInfo& index, std::uint64_t& count) {
  for (std::uint64_t id = 0; id < state_.node_group_count(); ++id) {
    const NodeGroup* const group = state_.node_group(GroupId{id});
    if (group == nullptr || !contains(group->labels, index.label)) continue;
    const auto labels = state_.labels(GroupId{id});
    const auto column = state_.node_column(GroupId{id}, index.key);
    if (!labels || !column) continue;  // reported already
    const SlotMask* const having = (*labels)->find(index.label);
    if (having == nullptr) continue;
    SlotMask both = *having;
    count += (both &= (*column)->segment.present).count();
  }
  return {};
}

}  // namespace yeon::graph
