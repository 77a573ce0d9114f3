#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/sighting.h"

namespace yeon::ingest::store {

/// A key with everything that articles say of it together.
struct KeyTies {
  std::string key;
  std::vector<std::string> links;
  std::vector<std::string> spellings;
};

/// What a person decided about identity, in the order of `number`; later decisions win.
struct Decision {
  enum class Kind : std::uint8_t { kMerge, kSplit };
  std::uint64_t number = 0;
  Kind kind = Kind::kMerge;
  std::vector<std::string> keys;  ///< merge: these are one thing; split: these are not the rest
  std::string made_on;            ///< ISO date-time
  std::string note;               ///< what was decided, in the user's names
  bool undone = false;
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// A spelling or link claimed by more keys than this means none of them.
inline constexpr std::size_t kCrowded = 16;

/// Groups keys into things.
///
///  1. Keys that share a link are one, unless some article lists two of them side by side: then the
///     link is a slip of the pen and joins nothing.
///  2. Merges that were decided join, if no later split parts them. No other tie crosses a split.
///  3. A key that is a spelling of others joins them, if they are one thing by now, if no article
///     lists it beside one of them, and if no two different tickers stand against it. Twins (one
///     name as Firm and as Organization) join unless listed side by side. Repeated until nothing
///     joins any more.
///
/// `apart(i, j)` tells whether one article lists keys i and j side by side. `crowded` holds the
/// spellings and links that mean nothing. Requires `keys` to be closed: all keys tied to one of
/// them are there. Returns for each key the least index of its group.
///
/// Step 3 only ever joins, and joining never forbids another joining; so its end does not depend on
/// the order of steps, keys or articles. O(ties^2) in the worst case; regions are small.
std::vector<std::size_t> resolve(std::span<const KeyTies> keys,
                                 const std::function<bool(std::size_t, std::size_t)>& apart,
                                 const std::set<std::string>& crowded,
                                 std::span<const Decision> decisions);

}  // namespace yeon::ingest::store
