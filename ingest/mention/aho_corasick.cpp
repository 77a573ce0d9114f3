#include "mention/aho_corasick.h"

#include <bit>

namespace yeon::ingest {
namespace {

constexpr std::uint64_t key_of(std::uint32_t state, char32_t symbol) noexcept {
  return (static_cast<std::uint64_t>(state) + 1) << 32 | symbol;
}

constexpr std::size_t slot_of(std::uint64_t key, std::size_t mask) noexcept {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> 20) & mask;
}

}  // namespace

void AhoCorasick::insert_edge(std::uint32_t state, char32_t symbol, std::uint32_t target) {
  const std::uint64_t key = key_of(state, symbol);
  std::size_t slot = slot_of(key, edges_.size() - 1);
  while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = {key, target};
}

std::uint32_t AhoCorasick::child(std::uint32_t state, char32_t symbol) const noexcept {
  const std::uint64_t key = key_of(state, symbol);
  for (std::size_t slot = slot_of(key, edges_.size() - 1);;
       slot = (slot + 1) & (edges_.size() - 1)) {
    if (edges_[slot].key == key) return edges_[slot].target;
    if (edges_[slot].key == 0) return kNone;
  }
}

std::uint32_t AhoCorasick::step(std::uint32_t state, char32_t symbol) const noexcept {
  for (;;) {
    const std::uint32_t next = child(state, symbol);
    if (next != kNone) return next;
    if (state == 0) return 0;
    state = nodes_[state].fail;
  }
}

AhoCorasick AhoCorasick::build(std::span<const std::u32string> patterns) {
  AhoCorasick result;
  std::size_t total = 0;
  for (const auto& pattern : patterns) total += pattern.size();
  // At most half full, so that probing stays short.
  result.edges_.resize(std::bit_ceil(2 * total + 2));
  result.nodes_.emplace_back();

  std::vector<std::vector<std::pair<char32_t, std::uint32_t>>> children(1);
  for (std::uint32_t p = 0; p < patterns.size(); ++p) {
    std::uint32_t state = 0;
    for (const char32_t symbol : patterns[p]) {
      std::uint32_t next = result.child(state, symbol);
      if (next == kNone) {
        next = static_cast<std::uint32_t>(result.nodes_.size());
        result.nodes_.emplace_back();
        children.emplace_back();
        children[state].emplace_back(symbol, next);
        result.insert_edge(state, symbol, next);
      }
      state = next;
    }
    result.nodes_[state].pattern = p;
  }
  result.link_failures(children);
  return result;
}

void AhoCorasick::link_failures(
    const std::vector<std::vector<std::pair<char32_t, std::uint32_t>>>& children) {
  std::vector<std::uint32_t> queue = {0};
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t state = queue[head];
    for (const auto& [symbol, target] : children[state]) {
      Node& node = nodes_[target];
      node.fail = state == 0 ? 0 : step(nodes_[state].fail, symbol);
      const Node& fallback = nodes_[node.fail];
      node.report = fallback.pattern != kNone ? node.fail : fallback.report;
      queue.push_back(target);
    }
  }
}

std::optional<std::uint32_t> AhoCorasick::exact(std::u32string_view text) const {
  if (nodes_.empty()) return std::nullopt;
  std::uint32_t state = 0;
  for (const char32_t symbol : text) {
    state = child(state, symbol);
    if (state == kNone) return std::nullopt;
  }
  if (nodes_[state].pattern == kNone) return std::nullopt;
  return nodes_[state].pattern;
}

}  // namespace yeon::ingest
