#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "yeon/storage/segment_key.h"

namespace yeon::graph {

/// Decoded segments, bounded by bytes, in several versions where snapshots need them.
///
/// A version holds from the commit that made it (0: older than the opening of the database) to
/// the next. A reader at sequence s gets the version that holds at s; where that is not here, the
/// reader loads it from the engine under its own snapshot and offers it. A segment never written
/// since opening has one version, right for everyone.
///
/// The type behind each pointer follows from the key's kind: see snapshot_state.h.
/// Threads: all members from any thread; publish() by one committer at a time.
class SegmentCache {
 public:
  using Pointer = std::shared_ptr<const void>;

  explicit SegmentCache(std::uint64_t bound_bytes);

  /// nullptr: not here.
  Pointer find(const storage::SegmentKey& key, std::uint64_t sequence);
  /// Puts what a reader at `sequence` loaded, if it is still the newest.
  void offer(const storage::SegmentKey& key, std::uint64_t sequence, Pointer data,
             std::size_t bytes);

  /// What a commit needs to know of a segment.
  struct Latest {
    std::uint64_t written = 0;   ///< sequence of the last commit that wrote it
    std::uint32_t operands = 0;  ///< deltas merged since it was last put whole
    Pointer data;                ///< the newest version, if here
  };
  Latest latest(const storage::SegmentKey& key);

  /// The segment as of commit `sequence`; `data` null: not decoded. Versions that none of the
  /// `active` sequences (ascending) sees are let go.
  void publish(const storage::SegmentKey& key, std::uint64_t sequence, Pointer data,
               std::size_t bytes, bool put_whole, std::span<const std::uint64_t> active);

  std::uint64_t bytes() const noexcept { return bytes_.load(std::memory_order_relaxed); }
  std::uint64_t hits() const noexcept;
  std::uint64_t misses() const noexcept;

 private:
  struct Version {
    std::uint64_t from = 0;
    Pointer data;
    std::size_t bytes = 0;
  };
  struct Entry {
    std::vector<Version> versions;  // ascending by `from`
    std::uint64_t written = 0;
    std::uint32_t operands = 0;
    bool referenced = false;
    bool in_clock = false;
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_map<storage::SegmentKey, Entry, storage::SegmentKeyHash> entries;
    std::list<storage::SegmentKey> clock;  // entries that hold data, oldest first
    std::uint64_t bytes = 0;
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
  };
  static constexpr std::size_t kShards = 16;

  Shard& shard(const storage::SegmentKey& key) noexcept;
  void hold(Shard& shard, const storage::SegmentKey& key, Entry& entry);
  void resize(Shard& shard, std::size_t before, std::size_t after);
  void evict(Shard& shard);

  std::uint64_t shard_bound_;
  mutable std::array<Shard, kShards> shards_;
  std::atomic<std::uint64_t> bytes_{0};
};

}  // namespace yeon::graph
