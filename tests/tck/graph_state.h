#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"

namespace yeon::tck {

/// The whole graph as sets, small as the kit's graphs are.
struct GraphState {
  std::set<std::uint64_t> nodes;
  std::set<std::uint64_t> relationships;
  std::set<std::string> labels;
  /// Of nodes ('n') and relationships ('r'): id, key, value as a literal.
  std::set<std::tuple<char, std::uint64_t, std::string, std::string>> properties;

  static Result<GraphState> read(const graph::Snapshot& snapshot);
  friend bool operator==(const GraphState&, const GraphState&) = default;
};

/// What the kit calls side effects: "+nodes", "-labels", ...; what is 0 is left out.
std::map<std::string, std::int64_t> side_effects(const GraphState& before, const GraphState& after);

}  // namespace yeon::tck
