#pragma once

#include <optional>

#include "bind/expr.h"
#include "execute/worker.h"

namespace yeon::query {

/// The constant of SKIP or LIMIT: SyntaxError NegativeIntegerArgument or InvalidArgumentType, at
/// run time, for what is no natural number.
std::optional<std::uint64_t> row_count(const Expr& expr, Worker& worker);

}  // namespace yeon::query
