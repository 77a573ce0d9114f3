#include "bind/scope.h"

#include <algorithm>
#include <map>

namespace yeon::query {

std::optional<SlotId> Scope::find(std::string_view name) const {
  for (auto it = entries_.rbegin(); it != entries_.rend(); ++it) {
    if (it->name == name) return it->slot;
  }
  return std::nullopt;
}

std::vector<Scope::Entry> Scope::sorted() const {
  std::map<std::string, SlotId> by_name;
  for (const Entry& entry : entries_) by_name[entry.name] = entry.slot;
  std::vector<Entry> out;
  for (auto& [name, slot] : by_name) out.push_back({name, slot});
  return out;
}

}  // namespace yeon::query
