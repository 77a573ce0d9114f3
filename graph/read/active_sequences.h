#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace yeon::graph {

/// The moments someone still reads at, counted.
///
/// Threads: all members from any thread.
class ActiveSequences {
 public:
  void enter(std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    ++readers_[sequence];
  }
  void leave(std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    const auto found = readers_.find(sequence);
    if (--found->second == 0) readers_.erase(found);
  }
  /// Ascending.
  std::vector<std::uint64_t> all() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::uint64_t> sequences;
    sequences.reserve(readers_.size());
    for (const auto& [sequence, count] : readers_) sequences.push_back(sequence);
    return sequences;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::uint64_t, std::uint64_t> readers_;
};

}  // namespace yeon::graph
