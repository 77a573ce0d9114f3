#pragma once

#include <set>

#include "plan/cost.h"
#include "plan/plan.h"

namespace yeon::query {

/// Appends the steps that match `match` on rows where `bound` slots are known; `bound` grows by
/// what the match gives. `rows` is the estimate before, and after.
///
/// Method: from each possible first node, always the next step of least estimated rows; the start
/// whose steps sum to the fewest rows wins. Predicates are placed as soon as they can be asked.
void plan_match(BoundMatch match, const Cost& cost, std::set<SlotId>& bound, double& rows,
                std::vector<Step>& steps);

}  // namespace yeon::query
