#pragma once

#include "yeon/base/result.h"

namespace yeon::tools {

/// What the program's exit status says; documented in docs/guide.md and in --help.
enum class ExitCode : int {
  kOk = 0,
  kFailed = 1,           ///< a statement or an operation failed
  kUsage = 2,            ///< an unknown subcommand or option, or a missing argument
  kNoDatabase = 3,       ///< the database cannot be opened
  kSomeInputFailed = 4,  ///< some input could not be read; all other input is in
  kInterrupted = 130,    ///< stopped by Ctrl-C
};

/// The status for a failure after the database was opened.
inline ExitCode exit_code_for(const Error& error) noexcept {
  return error.type == ErrorType::kCancelled ? ExitCode::kInterrupted : ExitCode::kFailed;
}

}  // namespace yeon::tools
