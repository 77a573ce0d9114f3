#pragma once

#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::tools {

/// "reason; next step" on one line: line breaks and control characters inside become spaces, so
/// that a name taken from a hostile file cannot steer the terminal.
std::string one_line(const Error& error);

/// Prints `yeon: reason; next step` to standard error.
void report(const Error& error);

/// An error of a statement: its type and reason, below them the line of `statement` that it points
/// at, with a caret, and the next step.
void report(const Error& error, std::string_view statement);

/// Prints a line of talk to standard error.
void say(std::string_view line);

}  // namespace yeon::tools
