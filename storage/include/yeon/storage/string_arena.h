#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace yeon::storage {

/// Bytes that never move: strings are added, views of them stay good for the arena's life.
///
/// Threads: one may add while others read views they already have.
class StringArena {
 public:
  /// Copies `text` in.
  std::string_view add(std::string_view text);
  std::size_t bytes() const noexcept { return bytes_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;      // of the last block
  std::size_t capacity_ = 0;  // of the last block
  std::size_t bytes_ = 0;     // of all blocks
};

}  // namespace yeon::storage
