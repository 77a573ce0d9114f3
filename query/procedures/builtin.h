#pragma once

#include "yeon/query/procedure.h"

namespace yeon::query {

/// Adds db.labels, db.relationshipTypes, db.propertyKeys and the algorithms.
void add_builtin_procedures(ProcedureRegistry& registry);

}  // namespace yeon::query
