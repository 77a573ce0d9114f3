#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yeon::ingest {

/// Finds every occurrence of many strings in one pass over a text of code points.
///
/// Cost: build is linear in the patterns' total length (times log of a node's fan-out); find() is
/// linear in the text, plus the hits. The goto function is one hash table of (state, symbol), so
/// that a few hundred thousand states of a large alphabet stay small.
/// Threads: immutable once built.
/// Source: Aho and Corasick, "Efficient String Matching: An Aid to Bibliographic Search",
///         CACM 18(6), 1975.
class AhoCorasick {
 public:
  struct Hit {
    std::uint32_t pattern = 0;  ///< index into the patterns given to build()
    std::uint32_t end = 0;      ///< one past its last code point
  };

  AhoCorasick() = default;
  /// Patterns must be distinct and not empty.
  static AhoCorasick build(std::span<const std::u32string> patterns);

  template <class OnHit>
  void find(std::u32string_view text, OnHit&& on_hit) const {
    if (nodes_.empty()) return;
    std::uint32_t state = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      state = step(state, text[i]);
      std::uint32_t reporting = nodes_[state].pattern != kNone ? state : nodes_[state].report;
      for (; reporting != kNone; reporting = nodes_[reporting].report) {
        on_hit(Hit{nodes_[reporting].pattern, i + 1});
      }
    }
  }

  /// The pattern spelled exactly `text`.
  std::optional<std::uint32_t> exact(std::u32string_view text) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Node {
    std::uint32_t fail = 0;
    std::uint32_t report = kNone;  // nearest state on the failure path that ends a pattern
    std::uint32_t pattern = kNone;
  };
  struct Edge {
    std::uint64_t key = 0;  // (state + 1) << 32 | symbol; 0 is an empty slot
    std::uint32_t target = 0;
  };

  std::uint32_t child(std::uint32_t state, char32_t symbol) const noexcept;
  std::uint32_t step(std::uint32_t state, char32_t symbol) const noexcept;
  void insert_edge(std::uint32_t state, char32_t symbol, std::uint32_t target);
  void link_failures(const std::vector<std::vector<std::pair<char32_t, std::uint32_t>>>& children);

  std::vector<Node> nodes_;
  std::vector<Edge> edges_;  // open addressing, power of two
};

}  // namespace yeon::ingest
