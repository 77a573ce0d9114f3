#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/key_table.h"
#include "store/resolve.h"

namespace yeon::ingest::store {

/// The keys whose grouping may change with that of some key, closed under all ties.
struct Region {
  std::vector<KeyTies> keys;       ///< by key
  std::vector<KeyRecord> records;  ///< of the same keys, as they are
  std::set<std::string> crowded;   ///< spellings and links with too many claimers to mean anything
  std::set<NodeId> nodes;  ///< entity nodes that hold one of the keys, or held one just gone
};

/// Follows links, spellings, twins, decisions and common nodes from `touched`. Keys without
/// sightings are not part of a region. O(ties of the region).
Result<Region> region_around(graph::Transaction& transaction, KeyTable& table,
                             const std::set<std::string>& touched,
                             std::span<const Decision> decisions);

}  // namespace yeon::ingest::store
