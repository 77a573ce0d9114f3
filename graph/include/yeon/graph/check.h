#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"

namespace yeon::graph {

/// What a check found. `problems` holds at most kMostProblems lines; `problem_count` all.
struct CheckReport {
  static constexpr std::size_t kMostProblems = 100;

  std::uint64_t segments = 0;  ///< read from the engine, checksums verified
  std::uint64_t bytes = 0;     ///< of those segments
  std::uint64_t nodes = 0;
  std::uint64_t relationships = 0;
  std::uint64_t index_entries = 0;
  std::uint64_t problem_count = 0;
  std::vector<std::string> problems;

  bool clean() const noexcept { return problem_count == 0; }
};

/// How far a check is, from 0 to 1. Returning false ends it.
using CheckProgress = std::function<bool(double done)>;

/// Verifies a committed snapshot: every stored segment opens, and all cross-references agree (both
/// directions of every relationship, its ends, counts per label and type, group records, and index
/// entries with the properties they stand for). Damage is reported, not failed on.
///
/// Errors: Cancelled by `progress`; IoError.
/// Complexity: O(stored bytes + relationships log degree).
Result<CheckReport> check(const Snapshot& snapshot, const CheckProgress& progress);

}  // namespace yeon::graph
