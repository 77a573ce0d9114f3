#pragma once

#include <string>

#include "yeon/graph/database.h"

namespace yeon::tools {

/// What `:schema` prints: labels and relationship types with their counts and property keys, and
/// the indexes.
/// Complexity: O(groups * keys), no values are read.
Result<std::string> schema_text(const graph::Database& database);

}  // namespace yeon::tools
