#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/snapshot.h"

namespace yeon::query {

/// A set of kinds, one bit each.
using KindSet = std::uint32_t;

template <class... Kinds>
constexpr KindSet kinds(Kinds... members) {
  return (KindSet{0} | ... | (KindSet{1} << static_cast<unsigned>(members)));
}

inline constexpr KindSet kAnyKind = std::numeric_limits<KindSet>::max();

constexpr bool holds(KindSet set, Kind kind) {
  return (set >> static_cast<unsigned>(kind) & 1) != 0;
}

/// A moment in UTC: seconds since 1970-01-01T00:00Z and nanoseconds within the second.
struct Instant {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
};

/// The wall clock. An engine asks once per statement, so that date() is one value throughout.
Instant current_instant();

class RegexCache;

/// What a function may ask of the statement it runs in.
///
/// Threads: one per worker; snapshots are shared.
struct FunctionContext {
  FunctionContext();
  FunctionContext(const FunctionContext&) = delete;
  FunctionContext& operator=(const FunctionContext&) = delete;
  ~FunctionContext();

  /// The graph as the statement sees it now, for labels(), properties(), keys() and the like.
  /// Null: functions of the graph fail with Internal.
  const graph::Snapshot* snapshot = nullptr;
  /// The graph before the statement's own deletions, where there are any: type() of a relationship
  /// deleted meanwhile is answered from it. May be null.
  const graph::Snapshot* before = nullptr;
  Instant now = current_instant();
  /// The zone of temporal values made without one: a name or an offset.
  std::string time_zone = "Z";
  std::mt19937_64 random;  ///< seeded by the operating system
  std::unique_ptr<RegexCache> regexes;
};

/// A scalar function.
struct Function {
  std::string_view name;         ///< as written in the documentation: "toInteger"
  std::string_view signature;    ///< "toInteger(input :: ANY) :: INTEGER"
  std::string_view description;  ///< one sentence
  std::uint8_t min_arguments = 0;
  std::uint8_t max_arguments = 0;  ///< kVariadic: any number
  /// True: any null argument makes the answer null, and call() is not to be reached with one.
  bool null_gives_null = true;
  /// False for rand() and the like: not to be folded or moved.
  bool deterministic = true;
  /// What each argument may be. An argument whose kind is known at compile time to lie outside is
  /// `SyntaxError: InvalidArgumentType`; null is always accepted. The last entry goes on for
  /// further arguments.
  std::array<KindSet, 3> accepts = {kAnyKind, kAnyKind, kAnyKind};
  /// What it returns, as far as is known beforehand; null is always possible.
  KindSet returns = kAnyKind;
  Result<Value> (*call)(std::span<const Value> arguments, FunctionContext& context) = nullptr;
};

inline constexpr std::uint8_t kVariadic = 255;

/// By lower-case name ("tointeger", "duration.between"); null when there is none. O(1).
const Function* find_function(std::string_view lower_case_name);

/// All functions, ascending by name.
std::span<const Function* const> all_functions();

/// Calls `function`, answering null by itself where null_gives_null says so.
Result<Value> call(const Function& function, std::span<const Value> arguments,
                   FunctionContext& context);

}  // namespace yeon::query
