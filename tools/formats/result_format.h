#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "console/terminal.h"
#include "yeon/base/result.h"
#include "yeon/query/result.h"

namespace yeon::tools {

enum class ResultFormat : std::uint8_t { kTable, kCsv, kJson, kJsonl, kMarkdown };

/// "table", "csv", "json", "jsonl" or "markdown".
/// Errors: InvalidInput naming the five.
Result<ResultFormat> result_format(std::string_view name);

/// A result as text, each line ended. A result without columns gives no text.
///
/// table     for people; `terminal` says how wide and whether in colour
/// csv       RFC 4180: a header line, values quoted where needed, null empty, lists, maps and
///           entities as JSON text
/// json      one array of objects from column name to value
/// jsonl     one such object a line
/// markdown  a pipe table
std::string render(const query::QueryResult& result, ResultFormat format, const Terminal& terminal);

/// "2 nodes created, 1 property set"; empty where nothing was changed.
std::string summary(const query::Counters& counters);

}  // namespace yeon::tools
