#pragma once

#include "ast/query.h"
#include "yeon/base/result.h"
#include "yeon/graph/database.h"
#include "yeon/query/procedure.h"
#include "yeon/query/result.h"

namespace yeon::query {

/// Runs CREATE INDEX, CREATE CONSTRAINT and DROP in `transaction`; answers SHOW from the database.
/// Errors: those of the transaction; NotFound and ArgumentError for names.
Result<QueryResult> run_schema(const ast::Schema& schema, graph::Database& database,
                               graph::Transaction& transaction,
                               const ProcedureRegistry& procedures);

}  // namespace yeon::query
