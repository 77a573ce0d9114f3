#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// A declared index, by ids. Its entries are keys `id:u32 ordered value node:u64` (big-endian) of
/// the index family.
struct IndexInfo {
  std::uint32_t id = 0;  ///< never given again
  std::string name;
  LabelId label{};
  PropertyKeyId key{};
  bool unique = false;
};

using Indexes = std::vector<IndexInfo>;

}  // namespace yeon::graph
