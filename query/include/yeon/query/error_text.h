#pragma once

#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::query {

/// An error as people read it, over several lines without a final line break: its type, detail and
/// message; where it has a place, the line of the statement with a caret under it; the hint.
///
///     SyntaxError (UndefinedVariable): variable `g` is not defined
///       1 | MATCH (f:Firm) RETURN g.name
///         |                       ^
///       did you mean `f`?
std::string show(const Error& error, std::string_view statement);

}  // namespace yeon::query
