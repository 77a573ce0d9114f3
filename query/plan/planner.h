#pragma once

#include "bind/bound.h"
#include "plan/plan.h"
#include "yeon/graph/snapshot.h"

namespace yeon::query {

/// Turns a bound statement into the cheapest plan found: patterns in the order of least estimated
/// rows, index where one serves, predicates as early as their variables allow, top-k for ORDER BY
/// with LIMIT, counts from statistics, barriers where reading and writing meet.
/// Complexity: O(n^3) in the nodes and relationships of a pattern.
StatementPlan make_plan(BoundStatement statement, const graph::Snapshot& snapshot);

}  // namespace yeon::query
