#pragma once

#include <string_view>

#include "tck/gherkin.h"
#include "yeon/base/result.h"
#include "yeon/query/procedure.h"

namespace yeon::tck {

/// A procedure that answers from a table: "test.my.proc(in :: INTEGER?) :: (out :: STRING?)". A
/// call gives the output columns of the rows whose input columns equal the arguments.
Result<query::Procedure> table_procedure(std::string_view signature, const Table& table);

}  // namespace yeon::tck
