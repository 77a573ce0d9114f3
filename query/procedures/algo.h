#pragma once

#include "yeon/query/procedure.h"

namespace yeon::query {

/// Adds algo.pagerank and algo.wcc. Each takes one map, which may be left out: labels and types
/// (lists of names) choose a part of the graph; pagerank also takes damping
/// (0.85), iterations (at most 100) and tolerance (1e-8: stops once all ranks together change
/// less).
void add_algorithms(ProcedureRegistry& registry);

}  // namespace yeon::query
