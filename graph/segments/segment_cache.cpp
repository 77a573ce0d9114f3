#include "segments/segment_cache.h"

#include <algorithm>

namespace yeon::graph {

using storage::SegmentKey;

SegmentCache::SegmentCache(std::uint64_t bound_bytes) : shard_bound_(bound_bytes / kShards) {}

SegmentCache::Shard& SegmentCache::shard(const SegmentKey& key) noexcept {
  return shards_[(storage::SegmentKeyHash()(key) >> 48) % kShards];
}

SegmentCache::Pointer SegmentCache::find(const SegmentKey& key, std::uint64_t sequence) {
  Shard& in = shard(key);
  const std::lock_guard lock(in.mutex);
  const auto found = in.entries.find(key);
  if (found != in.entries.end()) {
    auto& versions = found->second.versions;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
      if (version->from > sequence) continue;
      if (!version->data) break;
      found->second.referenced = true;
      ++in.hits;
      return version->data;
    }
  }
  ++in.misses;
  return nullptr;
}

void SegmentCache::offer(const SegmentKey& key, std::uint64_t sequence, Pointer data,
                         std::size_t bytes) {
  Shard& in = shard(key);
  const std::lock_guard lock(in.mutex);
  Entry& entry = in.entries[key];
  // Written after the reader's moment: what it loaded is not the newest.
  if (entry.written > sequence) return;
  if (entry.versions.empty() || entry.versions.back().from != entry.written) {
    entry.versions.push_back({entry.written, nullptr, 0});
  }
  Version& newest = entry.versions.back();
  if (newest.data) return;
  newest.data = std::move(data);
  newest.bytes = bytes;
  resize(in, 0, bytes);
  hold(in, key, entry);
  evict(in);
}

SegmentCache::Latest SegmentCache::latest(const SegmentKey& key) {
  Shard& in = shard(key);
  const std::lock_guard lock(in.mutex);
  const auto found = in.entries.find(key);
  if (found == in.entries.end()) return {};
  const Entry& entry = found->second;
  return {entry.written, entry.operands,
          entry.versions.empty() ? nullptr : entry.versions.back().data};
}

void SegmentCache::publish(const SegmentKey& key, std::uint64_t sequence, Pointer data,
                           std::size_t bytes, bool put_whole,
                           std::span<const std::uint64_t> active) {
  Shard& in = shard(key);
  const std::lock_guard lock(in.mutex);
  Entry& entry = in.entries[key];
  entry.written = sequence;
  entry.operands = put_whole ? 0 : entry.operands + 1;
  resize(in, 0, bytes);
  entry.versions.push_back({sequence, std::move(data), bytes});
  std::vector<Version> kept;
  for (std::size_t i = 0; i < entry.versions.size(); ++i) {
    Version& version = entry.versions[i];
    const bool newest = i + 1 == entry.versions.size();
    const auto reader = std::lower_bound(active.begin(), active.end(), version.from);
    if (newest || (reader != active.end() && *reader < entry.versions[i + 1].from)) {
      kept.push_back(std::move(version));
    } else {
      resize(in, version.bytes, 0);
    }
  }
  entry.versions = std::move(kept);
  hold(in, key, entry);
  evict(in);
}

void SegmentCache::hold(Shard& in, const SegmentKey& key, Entry& entry) {
  entry.referenced = true;
  if (entry.in_clock) return;
  entry.in_clock = true;
  in.clock.push_back(key);
}

void SegmentCache::resize(Shard& in, std::size_t before, std::size_t after) {
  in.bytes = in.bytes - before + after;
  bytes_.fetch_add(after - before, std::memory_order_relaxed);
}

// Second chance: an entry read since the hand last passed is spared once.
void SegmentCache::evict(Shard& in) {
  std::size_t looks = 2 * in.clock.size();
  while (in.bytes > shard_bound_ && in.clock.size() > 1 && looks-- > 0) {
    const auto oldest = in.clock.begin();
    const auto found = in.entries.find(*oldest);
    Entry& entry = found->second;
    if (entry.referenced) {
      entry.referenced = false;
      in.clock.splice(in.clock.end(), in.clock, oldest);
      continue;
    }
    for (Version& version : entry.versions) {
      resize(in, version.bytes, 0);
      version = {version.from, nullptr, 0};
    }
    entry.in_clock = false;
    in.clock.erase(oldest);
    if (entry.written == 0) in.entries.erase(found);
  }
}

std::uint64_t SegmentCache::hits() const noexcept {
  std::uint64_t total = 0;
  for (Shard& in : shards_) {
    const std::lock_guard lock(in.mutex);
    total += in.hits;
  }
  return total;
}

std::uint64_t SegmentCache::misses() const noexcept {
  std::uint64_t total = 0;
  for (Shard& in : shards_) {
    const std::lock_guard lock(in.mutex);
    total += in.misses;
  }
  return total;
}

}  // namespace yeon::graph
