#include "read/index_seek.h"
#include "write/transaction_state.h"
#include "yeon/storage/ordered_key.h"

namespace yeon::graph {
namespace {

tl::unexpected<Error> refused(std::string message) {
  return fail(ErrorType::kArgumentError, std::move(message));
}

}  // namespace

Status TransactionState::create_index(const IndexDefinition& definition) {
  if (Status open = open_for_writing(); !open) return open;
  const LabelId on_label = label(definition.label);
  const PropertyKeyId on_key = key(definition.property);
  for (const IndexInfo& index : view_->indexes()) {
    if (index.name == definition.name) {
      return refused(fmt::format("there is an index `{}` already", index.name));
    }
    if (index.label == on_label && index.key == on_key) {
      return refused(fmt::format("index `{}` is on :{}({}) already", index.name, definition.label,
                                 definition.property));
    }
  }
  const IndexInfo index{store_->next_index_id(), definition.name, on_label, on_key,
                        definition.unique};
  if (Status filled = fill_index(index); !filled) return filled;
  auto changed = std::make_shared<Indexes>(view_->indexes());
  changed->push_back(index);
  overlay_.indexes = std::move(changed);
  return {};
}

Status TransactionState::fill_index(const IndexInfo& index) {
  for (std::uint64_t id = 0; id < view_->node_group_count(); ++id) {
    const GroupId group{id};
    const auto nodes = snapshot_.nodes(group, {&index.label, 1});
    if (!nodes) return fail(nodes.error());
    if (nodes->none()) continue;
    const auto column = view_->node_column(group, index.key);
    if (!column) return fail(column.error());
    SlotMask having = *nodes;
    having &= (*column)->segment.present;
    having.for_each([&](Slot slot) {
      overlay_
          .index_entries[index_entry(index, (*column)->segment.value(slot), node_at(group, slot))] =
          true;
    });
  }
  return {};
}

Status TransactionState::drop_index(std::string_view name) {
  if (Status open = open_for_writing(); !open) return open;
  auto changed = std::make_shared<Indexes>(view_->indexes());
  const auto found = std::find_if(changed->begin(), changed->end(),
                                  [&](const IndexInfo& index) { return index.name == name; });
  if (found == changed->end()) return refused(fmt::format("there is no index `{}`", name));
  const std::uint32_t id = found->id;
  changed->erase(found);
  overlay_.indexes = std::move(changed);
  emptied_indexes_.insert(id);
  std::string low;
  std::string high;
  storage::append_big_endian(id, low);
  storage::append_big_endian(id + 1, high);
  overlay_.index_entries.erase(overlay_.index_entries.lower_bound(low),
                               overlay_.index_entries.lower_bound(high));
  return {};
}

}  // namespace yeon::graph
