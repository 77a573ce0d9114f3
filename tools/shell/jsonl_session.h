#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "session/session.h"

namespace yeon::tools {

/// One JSON request a line, one JSON answer a line, for programs that drive the engine:
///
///   {"query": "...", "parameters": {"x": TYPED}}   columns, rows and counters, or an error
///   {"reset": true}                                empties the graph, its schema and procedures
///   {"procedure": {...}}                           registers a procedure that is a table
///
/// Values are the typed JSON of yeon/query/typed_json.h. A line that is no request gets an error
/// as its answer, and the session goes on.
class JsonlSession {
 public:
  /// Borrows the session.
  explicit JsonlSession(Session& session) : session_(session) {}

  /// The answer to one request, one line without its end.
  std::string answer(std::string_view request);

 private:
  std::string reset();

  Session& session_;
};

/// Answers every line of `in` on `out`, flushed at once, until the end of `in`.
/// Errors: IoError when `out` cannot be written.
Status run_jsonl(Session& session, std::istream& in, std::ostream& out);

}  // namespace yeon::tools
