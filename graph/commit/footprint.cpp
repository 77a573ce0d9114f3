#include "commit/footprint.h"

namespace yeon::graph {
namespace {

constexpr std::size_t kSweepAt = 1024;

template <class Set, class Times>
bool any_after(const Set& keys, const Times& times, std::uint64_t began) {
  if (times.empty()) return false;
  for (const auto& key : keys) {
    const auto found = times.find(key);
    if (found != times.end() && found->second > began) return true;
  }
  return false;
}

template <class Set, class Times>
void stamp(const Set& keys, Times& times, std::uint64_t sequence) {
  for (const auto& key : keys) times[key] = sequence;
}

}  // namespace

bool Footprint::empty() const noexcept {
  return written_nodes.empty() && attached_nodes.empty() && written_relationships.empty() &&
         records.empty();
}

bool RecentWrites::conflicts(const Footprint& mine, std::uint64_t began) const {
  return any_after(mine.written_nodes, written_nodes_, began) ||
         any_after(mine.attached_nodes, deleted_nodes_, began) ||
         any_after(mine.deleted_nodes, attached_nodes_, began) ||
         any_after(mine.written_relationships, written_relationships_, began) ||
         any_after(mine.records, records_, began);
}

void RecentWrites::record(const Footprint& mine, std::uint64_t sequence) {
  stamp(mine.written_nodes, written_nodes_, sequence);
  stamp(mine.deleted_nodes, deleted_nodes_, sequence);
  stamp(mine.attached_nodes, attached_nodes_, sequence);
  stamp(mine.written_relationships, written_relationships_, sequence);
  stamp(mine.records, records_, sequence);
}

void RecentWrites::forget_before(std::uint64_t sequence) {
  const auto size = [this] {
    return written_nodes_.size() + deleted_nodes_.size() + attached_nodes_.size() +
           written_relationships_.size() + records_.size();
  };
  if (size() < kSweepAt + 2 * kept_) return;
  const auto old = [&](const auto& entry) { return entry.second <= sequence; };
  std::erase_if(written_nodes_, old);
  std::erase_if(deleted_nodes_, old);
  std::erase_if(attached_nodes_, old);
  std::erase_if(written_relationships_, old);
  std::erase_if(records_, old);
  kept_ = size();
}

}  // namespace yeon::graph
