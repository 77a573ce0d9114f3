#pragma once

#include "yeon/query/procedure.h"

namespace yeon::tools {

/// Registers what ingest knows about the news graph as procedures of the query language, which
/// cannot know ingest itself:
///
///   facts.as_of(day) what was believed on a day, folded from the claims known by then
///   facts.explain(relationship) the claims behind a derived relationship, with their articles
void add_fact_procedures(query::ProcedureRegistry& procedures);

}  // namespace yeon::tools
