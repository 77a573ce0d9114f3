#pragma once

#include "yeon/query/procedure.h"

namespace yeon::query {

/// Adds algo.pagerank and algo.wcc. Each takes one map, which may be left out: labels and types
/// (lists of names) choose a part of the graph; pagerank also takes iterations, damping and
/// tolerance.
void add_algorithms(ProcedureRegistry& registry);

}  // namespace yeon::query
