#pragma once

#include <cstdint>
#include <vector>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// How many nodes and relationships there are, in all and per label and type. As changes, the
/// numbers are differences that wrap round.
struct Counts {
  std::uint64_t nodes = 0;
  std::uint64_t relationships = 0;
  std::vector<std::uint64_t> by_label;
  std::vector<std::uint64_t> by_type;

  std::uint64_t of(LabelId label) const noexcept;
  std::uint64_t of(RelationshipTypeId type) const noexcept;
  std::uint64_t& at(LabelId label);
  std::uint64_t& at(RelationshipTypeId type);
  void add(const Counts& changes);
};

}  // namespace yeon::graph
