#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/database.h"
#include "yeon/query/procedure.h"
#include "yeon/query/result.h"

namespace yeon::query {

struct RunOptions {
  Map parameters;                                ///< sorted by key
  std::chrono::milliseconds timeout{0};          ///< 0: none
  std::uint64_t memory_bytes = 0;                ///< 0: a quarter of RAM
  unsigned threads = 0;                          ///< 0: YEON_THREADS, else the machine's
  const std::atomic<bool>* cancelled = nullptr;  ///< set to true to stop; outlives run()
};

/// Runs openCypher statements on one database.
///
/// Threads: one statement at a time per Engine; several engines may share a database.
class Engine {
 public:
  /// Borrows the database, which must outlive the engine.
  explicit Engine(graph::Database& database);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// One statement (a final `;` is allowed), in a transaction of its own, or in the one that
  /// begin() opened. On an error nothing of the statement stays.
  Result<QueryResult> run(std::string_view statement, const RunOptions& options = {});

  Status begin();
  Status commit();
  Status rollback();
  bool in_transaction() const noexcept;

  /// Procedures that CALL finds, built-in ones included.
  ProcedureRegistry& procedures() noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace yeon::query
