#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// The groups of one sort, as one version of the database knows them. Copying shares; putting
/// copies one block of kBlock pointers.
///
/// Complexity: find O(1); copying a version of n groups O(n / kBlock).
template <class Group>
class Directory {
 public:
  /// nullptr where there is none.
  const Group* find(GroupId id) const noexcept {
    const std::uint64_t block = raw(id) / kBlock;
    if (block >= blocks_.size() || !blocks_[block]) return nullptr;
    return (*blocks_[block])[raw(id) % kBlock].get();
  }

  void put(GroupId id, Group group) {
    const std::uint64_t block = raw(id) / kBlock;
    if (block >= blocks_.size()) blocks_.resize(block + 1);
    auto changed =
        blocks_[block] ? std::make_shared<Block>(*blocks_[block]) : std::make_shared<Block>();
    (*changed)[raw(id) % kBlock] = std::make_shared<const Group>(std::move(group));
    blocks_[block] = std::move(changed);
    if (raw(id) >= count_) count_ = raw(id) + 1;
  }

  /// One past the last group.
  std::uint64_t count() const noexcept { return count_; }

 private:
  static constexpr std::size_t kBlock = 64;
  using Block = std::array<std::shared_ptr<const Group>, kBlock>;
  std::vector<std::shared_ptr<const Block>> blocks_;
  std::uint64_t count_ = 0;
};

}  // namespace yeon::graph
