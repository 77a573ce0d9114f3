#pragma once

#include <string>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// The facts as JSON Lines, one object per line, each line ended by a newline: the article, then
/// its entities ("e1", "e2", ...), then its relations. docs/ontology.md lists the fields.
std::string to_json_lines(const ArticleFacts& facts);

}  // namespace yeon::ingest
