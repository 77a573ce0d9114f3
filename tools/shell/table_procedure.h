#pragma once

#include <nlohmann/json_fwd.hpp>

#include "yeon/base/result.h"
#include "yeon/query/procedure.h"

namespace yeon::tools {

/// A procedure whose behaviour is a table: a call gives the output columns of the rows, in table
/// order, whose input columns equal the arguments (null equals null). With no inputs, every row;
/// with no outputs, none.
///
/// `definition` holds name, inputs and outputs ({name, type}, where `?` at the end of a type admits
/// null), columns, and rows of typed values.
/// Errors: InvalidInput naming what is missing or of the wrong shape.
Result<query::Procedure> table_procedure(const nlohmann::json& definition);

}  // namespace yeon::tools
