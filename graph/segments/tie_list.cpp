#include "segments/tie_list.h"

#include <algorithm>

namespace yeon::graph {
namespace {

// Past so many changes, joining them into the list is cheaper than copying them again and again.
constexpr std::size_t kManyChanges = 512;

}  // namespace

TieList::TieList(std::span<const NodeId> neighbours, std::span<const RelationshipId> relationships,
                 std::shared_ptr<const void> owner)
    : neighbours_(neighbours), relationships_(relationships), owner_(std::move(owner)) {}

TieList::TieList(const TieList& other) {
  if (const SharedJoined* read = other.read_.load(std::memory_order_acquire)) {
    rebase(*read);
    return;
  }
  neighbours_ = other.neighbours_;
  relationships_ = other.relationships_;
  owner_ = other.owner_;
  own_ = other.own_;
  added_ = other.added_;
  removed_ = other.removed_;
}

TieList::~TieList() { delete read_.load(std::memory_order_relaxed); }

void TieList::rebase(SharedJoined joined) {
  neighbours_ = joined->neighbours;
  relationships_ = joined->relationships;
  own_ = std::move(joined);
  owner_.reset();
  added_.clear();
  removed_.clear();
}

// Whether the list is this object's alone, without changes over it, so that it can be changed in
// place.
bool TieList::settle() {
  const SharedJoined* read = read_.exchange(nullptr, std::memory_order_acq_rel);
  if (read != nullptr) {
    SharedJoined joined = *read;
    delete read;
    rebase(std::move(joined));
  } else if (added_.size() + removed_.size() > kManyChanges) {
    rebase(join());
  }
  return own_ && own_.use_count() == 1 && added_.empty() && removed_.empty();
}

void TieList::add(Pair tie) {
  if (!settle()) {
    added_.insert(std::upper_bound(added_.begin(), added_.end(), tie), tie);
    return;
  }
  Joined& list = *own_;
  const auto same_first =
      std::lower_bound(list.neighbours.begin(), list.neighbours.end(), tie.first);
  auto at = static_cast<std::size_t>(same_first - list.neighbours.begin());
  while (at < list.neighbours.size() && list.neighbours[at] == tie.first &&
         list.relationships[at] < tie.second) {
    ++at;
  }
  const auto offset = static_cast<std::ptrdiff_t>(at);
  list.neighbours.insert(list.neighbours.begin() + offset, tie.first);
  list.relationships.insert(list.relationships.begin() + offset, tie.second);
  rebase(std::move(own_));
}

void TieList::remove(Pair tie) {
  const bool in_place = settle();
  const auto pending = std::lower_bound(added_.begin(), added_.end(), tie);
  if (pending != added_.end() && *pending == tie) {
    added_.erase(pending);
    return;
  }
  const auto first = std::lower_bound(neighbours_.begin(), neighbours_.end(), tie.first);
  auto at = static_cast<std::size_t>(first - neighbours_.begin());
  while (at < neighbours_.size() && neighbours_[at] == tie.first &&
         relationships_[at] != tie.second) {
    ++at;
  }
  if (at == neighbours_.size() || neighbours_[at] != tie.first) return;
  if (!in_place) {
    removed_.insert(std::upper_bound(removed_.begin(), removed_.end(), tie), tie);
    return;
  }
  const auto offset = static_cast<std::ptrdiff_t>(at);
  own_->neighbours.erase(own_->neighbours.begin() + offset);
  own_->relationships.erase(own_->relationships.begin() + offset);
  rebase(std::move(own_));
}

TieList::SharedJoined TieList::join() const {
  auto all = std::make_shared<Joined>();
  all->neighbours.reserve(size());
  all->relationships.reserve(size());
  const auto push = [&](const Pair& tie) {
    all->neighbours.push_back(tie.first);
    all->relationships.push_back(tie.second);
  };
  auto added = added_.begin();
  auto removed = removed_.begin();
  for (std::size_t i = 0; i < neighbours_.size(); ++i) {
    const Pair tie{neighbours_[i], relationships_[i]};
    for (; added != added_.end() && *added < tie; ++added) push(*added);
    if (removed != removed_.end() && *removed == tie) {
      ++removed;
    } else {
      push(tie);
    }
  }
  for (; added != added_.end(); ++added) push(*added);
  return all;
}

const TieList::Joined& TieList::joined() const {
  const SharedJoined* read = read_.load(std::memory_order_acquire);
  if (read != nullptr) return **read;
  auto fresh = std::make_unique<const SharedJoined>(join());
  if (read_.compare_exchange_strong(read, fresh.get(), std::memory_order_acq_rel)) {
    return **fresh.release();
  }
  return **read;  // another reader was faster
}

std::span<const NodeId> TieList::neighbours() const {
  if (added_.empty() && removed_.empty()) return neighbours_;
  return joined().neighbours;
}

std::span<const RelationshipId> TieList::relationships() const {
  if (added_.empty() && removed_.empty()) return relationships_;
  return joined().relationships;
}

}  // namespace yeon::graph
