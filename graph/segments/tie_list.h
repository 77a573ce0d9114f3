#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// One node's neighbours after recent writes: a list that is shared, and small sorted changes over
/// it. Reading joins the two once, on demand, so a write to a hub costs what it changes, not the
/// hub's degree.
///
/// Threads: const members from any thread; changing members while no one else has it.
/// Complexity: add and remove O(changes); the first read after one O(degree).
class TieList {
 public:
  using Pair = std::pair<NodeId, RelationshipId>;

  /// Over spans kept alive by `owner`, ascending by (neighbour, relationship).
  TieList(std::span<const NodeId> neighbours, std::span<const RelationshipId> relationships,
          std::shared_ptr<const void> owner);
  TieList(const TieList& other);
  TieList& operator=(const TieList&) = delete;
  ~TieList();

  void add(Pair tie);
  void remove(Pair tie);

  std::size_t size() const noexcept { return neighbours_.size() + added_.size() - removed_.size(); }
  std::span<const NodeId> neighbours() const;
  std::span<const RelationshipId> relationships() const;

 private:
  struct Joined {
    std::vector<NodeId> neighbours;
    std::vector<RelationshipId> relationships;
  };
  using SharedJoined = std::shared_ptr<Joined>;

  const Joined& joined() const;
  SharedJoined join() const;
  void rebase(SharedJoined joined);
  bool settle();

  std::span<const NodeId> neighbours_;
  std::span<const RelationshipId> relationships_;
  std::shared_ptr<const void> owner_;
  SharedJoined own_;           // set where the spans are of a Joined
  std::vector<Pair> added_;    // not in the spans
  std::vector<Pair> removed_;  // all in the spans
  mutable std::atomic<const SharedJoined*> read_{nullptr};
};

}  // namespace yeon::graph
