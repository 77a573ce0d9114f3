#pragma once

#include <string>

#include "yeon/base/value.h"
#include "yeon/query/result.h"

namespace yeon::query {

/// A value as people read it, in Cypher's notation: 'text' in lists and maps but bare at the top,
/// (:Person {name: 'Ann'}), [:KNOWS {since: 1999}], <(:A)-[:T]->(:B)>, temporal values as
/// toString() gives them. Floats are the shortest text that reads back the same.
///
/// Entities are shown from the images in `result`; one without an image is shown by its id.
std::string to_text(const Value& value, const QueryResult& result);

/// to_text() with strings quoted at the top, too: 'text' with Cypher's escapes.
std::string to_literal(const Value& value, const QueryResult& result);

/// A value as plain JSON, without type marks. Temporal values, durations, NaN and infinities are
/// strings; points {"srid", "x", "y", "z"?}; nodes {"id", "labels", "properties"}; relationships
/// {"id", "type", "start", "end", "properties"}; paths arrays of both in turn. One line, UTF-8.
std::string to_json(const Value& value, const QueryResult& result);

/// One row as a JSON object from column names to values, in the columns' order.
/// Requires row < result.rows.size().
std::string row_to_json(const QueryResult& result, std::size_t row);

/// The shortest decimal that reads back as the same double, always with a point or an exponent:
/// "1.0", "0.1", "1.0E10"; "NaN", "Infinity", "-Infinity".
std::string float_to_text(double value);

}  // namespace yeon::query
