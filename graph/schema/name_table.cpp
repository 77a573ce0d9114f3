#include "schema/name_table.h"

#include <bit>
#include <mutex>

namespace yeon::graph {
namespace {

struct Place {
  unsigned block;
  std::uint64_t offset;
};

Place place(std::uint32_t id, unsigned first_bits) {
  const std::uint64_t shifted = std::uint64_t{id} + (std::uint64_t{1} << first_bits);
  const auto width = static_cast<unsigned>(std::bit_width(shifted));
  return {width - 1 - first_bits, shifted - (std::uint64_t{1} << (width - 1))};
}

}  // namespace

NameTable::~NameTable() {
  for (const auto& block : blocks_) std::unique_ptr<std::string[]>(block.load());
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  const std::shared_lock lock(mutex_);
  const auto found = ids_.find(name);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t NameTable::intern(std::string_view name) {
  if (const auto found = find(name)) return *found;
  const std::unique_lock lock(mutex_);
  if (const auto found = ids_.find(name); found != ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(ids_.size());
  const Place at = place(id, kFirstBits);
  std::string* block = blocks_[at.block].load(std::memory_order_relaxed);
  if (block == nullptr) {
    auto fresh = std::make_unique<std::string[]>(std::size_t{1} << (kFirstBits + at.block));
    block = fresh.release();
    blocks_[at.block].store(block, std::memory_order_release);
  }
  block[at.offset] = name;
  ids_.emplace(block[at.offset], id);
  return id;
}

std::string_view NameTable::name(std::uint32_t id) const noexcept {
  const Place at = place(id, kFirstBits);
  return blocks_[at.block].load(std::memory_order_acquire)[at.offset];
}

std::uint32_t NameTable::size() const {
  const std::shared_lock lock(mutex_);
  return static_cast<std::uint32_t>(ids_.size());
}

}  // namespace yeon::graph
