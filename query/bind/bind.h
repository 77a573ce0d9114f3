#pragma once

#include "ast/query.h"
#include "bind/bound.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/catalog.h"
#include "yeon/query/procedure.h"

namespace yeon::query {

/// What names are looked up in. Borrows everything.
struct BindContext {
  const ProcedureRegistry& procedures;
  const Map& parameters;          ///< a parameter that is not there is an error before execution
  const graph::Catalog& catalog;  ///< for hints only: unknown labels are no errors
};

/// Resolves names, scopes and types of a parsed query.
/// Errors: what openCypher raises at compile time, in the TCK's words, with a place and, where a
///         name is near, a hint.
Result<BoundStatement> bind(const ast::Query& query, const BindContext& context);

}  // namespace yeon::query
