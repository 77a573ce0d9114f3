#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yeon/graph/snapshot.h"

namespace yeon::tools {

/// The ways to go on from `word`, sorted: Cypher's keywords in any case, the shell's own commands,
/// labels and relationship types after a colon, property keys after a point.
std::vector<std::string> completions(std::string_view word, const graph::Snapshot& snapshot);

}  // namespace yeon::tools
