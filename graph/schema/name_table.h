#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace yeon::graph {

/// Names of one sort with dense ids, only ever added to.
///
/// Threads: all members may be called from any thread; name() takes no lock, since a string never
/// moves once it is in.
class NameTable {
 public:
  NameTable() = default;
  ~NameTable();
  NameTable(const NameTable&) = delete;
  NameTable& operator=(const NameTable&) = delete;

  std::optional<std::uint32_t> find(std::string_view name) const;
  /// Found or added.
  std::uint32_t intern(std::string_view name);
  /// Requires an id that find() or intern() gave.
  std::string_view name(std::uint32_t id) const noexcept;
  std::uint32_t size() const;

 private:
  // Block b holds 64 << b names, so 26 blocks hold more than 2^32.
  static constexpr unsigned kFirstBits = 6;
  std::array<std::atomic<std::string*>, 26> blocks_{};
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;  // views into the blocks
};

}  // namespace yeon::graph
