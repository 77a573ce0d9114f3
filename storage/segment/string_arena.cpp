#include "yeon/storage/string_arena.h"

#include <algorithm>
#include <cstring>

namespace yeon::storage {
namespace {

constexpr std::size_t kFirstBlock = 64;
constexpr std::size_t kLargestBlock = std::size_t{64} << 10;

}  // namespace

std::string_view StringArena::add(std::string_view text) {
  if (text.empty()) return {};
  if (used_ + text.size() > capacity_) {
    const std::size_t doubled = std::clamp(capacity_ * 2, kFirstBlock, kLargestBlock);
    capacity_ = std::max(doubled, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(capacity_));
    bytes_ += capacity_;
    used_ = 0;
  }
  char* const at = blocks_.back().get() + used_;
  std::memcpy(at, text.data(), text.size());
  used_ += text.size();
  return {at, text.size()};
}

}  // namespace yeon::storage
