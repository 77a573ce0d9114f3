#pragma once

#include <set>

#include "plan/plan.h"

namespace yeon::query {

/// Rewrites of a plan, one per file. Each keeps the answer and is sound on its own.

/// Puts a Barrier wherever a step that reads the graph meets one that writes it, so that each
/// clause sees the whole effect of those before it and nothing of those after. `after_updates`:
/// rows come from steps that write.
void insert_barriers(Plan& plan, bool after_updates);

/// MATCH (n:L) RETURN count(*) and MATCH ()-[r:T]->() RETURN count(*) become look-ups.
void count_from_statistics(Plan& plan);

/// A last Expand whose far end nobody reads, under count(*), becomes a sum of degrees. A slot for
/// the degrees is added to `variables`.
void count_by_degree(Plan& plan, std::vector<Variable>& variables);

/// Notes on each step which slots are read later; `outputs` at the very end.
void note_live_slots(Plan& plan, std::set<SlotId> outputs);

}  // namespace yeon::query
