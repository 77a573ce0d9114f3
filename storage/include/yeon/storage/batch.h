#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace yeon::storage {

/// Keyspaces, each a RocksDB column family.
enum class Family : std::uint8_t {
  kMeta,      ///< format, names, groups, counts, index definitions
  kSegments,  ///< encoded SegmentKey -> segment; deltas are merged
  kIndex,     ///< index entries: keys only
  kText,      ///< article texts, compressed
  kLedger,
  kJobs,
};
inline constexpr std::size_t kFamilyCount = 6;

/// Writes that happen together.
class Batch {
 public:
  Batch();
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;
  ~Batch();

  void put(Family family, std::string_view key, std::string_view value);
  void erase(Family family, std::string_view key);
  /// Erases [low, high).
  void erase_range(Family family, std::string_view low, std::string_view high);
  /// Merges a delta into a segment.
  void merge(std::string_view segment_key, std::string_view delta);

  bool empty() const noexcept;
  std::size_t bytes() const noexcept;

 private:
  friend class Engine;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace yeon::storage
