#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/storage/batch.h"

namespace yeon::storage {

/// The format of the whole database, in its identity file and its first record. A program opens
/// its own and older formats.
inline constexpr std::uint32_t kFormatVersion = 1;

/// The one key of the meta family that is the engine's own.
inline constexpr std::string_view kFormatKey = "format";

struct EngineOptions {
  bool create_if_missing = false;
  bool read_only = false;
};

/// One moment of the engine, for consistent reads. Released by its last owner.
class EngineSnapshot;
using SharedEngineSnapshot = std::shared_ptr<const EngineSnapshot>;

/// A value read without copying: the bytes stay where RocksDB has them as long as this lives.
class Pinned {
 public:
  Pinned();
  Pinned(Pinned&&) noexcept;
  Pinned& operator=(Pinned&&) noexcept;
  ~Pinned();
  std::string_view view() const noexcept;

 private:
  friend class Engine;
  struct Slice;
  std::unique_ptr<Slice> slice_;
};

/// Bytes on disk: RocksDB with one column family per Family, behind one lock and one format
/// version. Knows keys and values, not graphs.
///
/// Errors of open: NotFound, NotADatabase, FormatVersion, Locked, Corruption, IoError; on each,
/// nothing was written.
/// Threads: all members may be called from any thread.
class Engine {
 public:
  static Result<std::unique_ptr<Engine>> open(const std::filesystem::path& folder,
                                              const EngineOptions& options);
  /// The same code over RocksDB's memory environment. No log is kept.
  static Result<std::unique_ptr<Engine>> open_in_memory();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  bool read_only() const noexcept;

  /// nullopt if the key is not there; `snapshot` null: the newest state.
  Result<std::optional<Pinned>> get(Family family, std::string_view key,
                                    const EngineSnapshot* snapshot) const;

  /// Calls `visit(key, value)` for the keys in [low, high), ascending (no `high`: to the end),
  /// until it returns false.
  Status scan(Family family, std::string_view low, const std::optional<std::string>& high,
              const EngineSnapshot* snapshot,
              const std::function<bool(std::string_view, std::string_view)>& visit) const;

  /// All or nothing. With `sync` it returns when the log is on disk.
  Status write(Batch& batch, bool sync);

  SharedEngineSnapshot snapshot() const;

  /// Bytes of all files. 0 in memory.
  std::uint64_t disk_bytes() const;

 private:
  struct Impl;
  explicit Engine(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;  // shared with snapshots, which may outlive the engine
};

}  // namespace yeon::storage
