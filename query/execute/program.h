#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "execute/operator.h"
#include "plan/plan.h"

namespace yeon::query {

/// A physical plan: operators chosen for the steps of a logical plan, ready to run. Borrows the
/// plan. Immutable, so workers share it.
struct Program {
  std::unique_ptr<Pipeline> pipeline;  ///< ends in a sink that keeps its batches
  std::vector<std::unique_ptr<Pipeline>> subquery_pipelines;
  std::vector<SubqueryPipeline> subqueries;  ///< by id
  std::unordered_map<const Step*, std::uint32_t> operator_ids;
  std::size_t slots = 0;  ///< those of the plan, and hidden ones
};

Program make_program(const StatementPlan& plan);

}  // namespace yeon::query
