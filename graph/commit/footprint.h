#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// What a transaction touched of what was there before it, for finding conflicts. What it created
/// itself no one else can touch.
struct Footprint {
  std::unordered_set<std::uint64_t> written_nodes;   ///< labels or properties changed, or deleted
  std::unordered_set<std::uint64_t> deleted_nodes;   ///< a part of written_nodes
  std::unordered_set<std::uint64_t> attached_nodes;  ///< given a relationship
  std::unordered_set<std::uint64_t> written_relationships;
  std::unordered_set<std::string> records;  ///< space, then key

  bool empty() const noexcept;
};

/// When things were last touched by a commit, as far back as some open transaction began.
///
/// First committer wins: a transaction conflicts if a commit after its beginning wrote what it
/// writes, deleted what it attaches to, or attached to what it deletes.
/// Threads: one committer at a time.
class RecentWrites {
 public:
  bool conflicts(const Footprint& mine, std::uint64_t began) const;
  void record(const Footprint& mine, std::uint64_t sequence);
  /// No open transaction began before `sequence`.
  void forget_before(std::uint64_t sequence);

 private:
  using Times = std::unordered_map<std::uint64_t, std::uint64_t>;
  Times written_nodes_;
  Times deleted_nodes_;
  Times attached_nodes_;
  Times written_relationships_;
  std::unordered_map<std::string, std::uint64_t> records_;
  std::size_t kept_ = 0;  // entries left by the last sweep
};

}  // namespace yeon::graph
