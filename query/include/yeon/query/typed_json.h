#pragma once

#include <string>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/query/result.h"

namespace yeon::query {

/// Values as JSON objects of "$type" and "_value" at every depth, which loses nothing.
///
/// Types: Null, Boolean, Integer (decimal string), Float (string), String, List, Map, Node,
///        Relationship, Path, Date, Time, LocalTime, OffsetDateTime, ZonedDateTime, LocalDateTime,
///        Duration, Point ("SRID=7203;POINT (1.0 2.0)").
/// Source: the typed JSON of Neo4j's Query API.

/// One value, on one line. Entities are shown from the images in `result`.
std::string to_typed_json(const Value& value, const QueryResult& result);

/// {"columns": [...], "rows": [[TYPED]], "counters": {...}} on one line.
std::string to_typed_json(const QueryResult& result);

/// {"error": {"type", "phase", "detail", "message", "hint", "line", "column"}}; what is absent is
/// null or left out.
std::string to_typed_json(const Error& error);

/// Reads one typed value. Nodes, relationships and paths are refused: they cannot be sent.
/// Errors: InvalidInput for text that is no JSON, an unknown $type, a malformed value, or nesting
/// deeper than 500.
Result<Value> parse_typed_json(std::string_view json);

/// Reads a JSON object from names to typed values: the parameters of a query.
Result<Map> parse_typed_parameters(std::string_view json);

/// Reads plain JSON as people write it: numbers without point or exponent are integers.
Result<Value> parse_plain_json(std::string_view json);

}  // namespace yeon::query
