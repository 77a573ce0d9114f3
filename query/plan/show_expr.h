#pragma once

#include <string>
#include <vector>

#include "bind/bound.h"

namespace yeon::query {

/// A slot by its variable's name, or `_7` for an anonymous one.
std::string show_slot(SlotId slot, const std::vector<Variable>& variables);

/// A bound expression as Cypher, fully parenthesised where operators nest; subqueries shortened.
std::string show_expr(const Expr& expr, const std::vector<Variable>& variables);

}  // namespace yeon::query
