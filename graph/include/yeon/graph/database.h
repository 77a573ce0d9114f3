#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"
#include "yeon/graph/transaction.h"

namespace yeon::graph {

/// When a commit is on disk.
enum class Durability : std::uint8_t {
  kSync,   ///< when commit() returns (group commit among threads)
  kAsync,  ///< soon after; a crash of the machine may lose the last commits, never half of one
};

struct DatabaseOptions {
  bool create_if_missing = false;
  bool read_only = false;          ///< beside a running writer: its state of the moment of opening
  std::uint64_t memory_bytes = 0;  ///< bound of the decoded cache; 0: a quarter of RAM
  Durability durability = Durability::kSync;
};

/// Figures of one database.
struct DatabaseStats {
  std::uint64_t nodes = 0;
  std::uint64_t relationships = 0;
  std::uint64_t cache_bytes = 0;
  std::uint64_t cache_hits = 0;
  std::uint64_t cache_misses = 0;
  std::uint64_t disk_bytes = 0;
  std::uint32_t format_version = 0;
};

/// A property graph in one folder (RocksDB), or in memory through the same code.
///
/// Errors of open(): NotFound (no folder and not create_if_missing), NotADatabase, FormatVersion,
/// Locked (another process writes), Corruption, IoError. On each, nothing was written.
/// Lifetime: snapshots and transactions may outlive the Database; the folder stays open, and
/// locked,
///           until the last of them is gone.
/// Threads: all members may be called from any thread.
class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& folder,
                                                const DatabaseOptions& options);
  static Result<std::unique_ptr<Database>> open_in_memory(const DatabaseOptions& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Snapshot snapshot() const;
  Result<Transaction> begin();

  std::vector<IndexDefinition> indexes() const;

  /// Empties the graph, its schema and names. Not while transactions are open.
  Status clear();

  DatabaseStats stats() const;

 private:
  class Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace yeon::graph
