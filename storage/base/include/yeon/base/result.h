#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace yeon {

/// What kind of failure. The first group are openCypher's own words, as its TCK spells them; the
/// second group is what storage, files and limits add.
enum class ErrorType : std::uint8_t {
  kSyntaxError,
  kSemanticError,
  kParameterMissing,
  kConstraintVerificationFailed,
  kConstraintValidationFailed,
  kEntityNotFound,
  kPropertyNotFound,
  kLabelNotFound,
  kTypeError,
  kArgumentError,
  kArithmeticError,
  kProcedureError,

  kInvalidInput,   ///< a file, option or text that is not what it should be
  kNotFound,       ///< a path or name that is not there
  kNotADatabase,   ///< a folder that holds something else
  kFormatVersion,  ///< written by a newer program
  kLocked,         ///< another process writes this database
  kCorruption,     ///< a checksum, length or cross-reference disagrees
  kIoError,        ///< the operating system refused
  kWriteConflict,  ///< another transaction changed the same thing first; try again
  kReadOnly,       ///< a write on a database opened read-only
  kCancelled,      ///< stopped by the user
  kTimeout,        ///< took longer than its limit
  kMemoryLimit,    ///< needed more than its limit
  kInternal,       ///< a broken invariant, reported instead of crashing
};

/// When: the TCK tells errors found before execution from those found during it.
enum class ErrorPhase : std::uint8_t { kNone, kCompileTime, kRuntime };

/// A stretch of a source text. `line` and `column` count from 1, `column` in code points; `offset`
/// and `length` in bytes.
struct SourceSpan {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// An expected failure: a type, a place, a hint. `message` is one line without a final full stop;
/// `hint` says what to do next and may be empty.
struct Error {
  ErrorType type = ErrorType::kInternal;
  ErrorPhase phase = ErrorPhase::kNone;
  std::string detail{};  ///< the TCK's word, such as UndefinedVariable; may be empty
  std::string message{};
  std::string hint{};
  std::optional<SourceSpan> where{};
};

/// The result of whatever can fail in an expected way. Nothing throws across a module.
template <class T>
using Result = tl::expected<T, Error>;

/// For functions that only succeed or fail.
using Status = Result<void>;

/// `return fail({...});` in a function that returns any Result.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

inline tl::unexpected<Error> fail(ErrorType type, std::string message, std::string hint = {}) {
  return fail({.type = type, .message = std::move(message), .hint = std::move(hint)});
}

/// The type in openCypher's spelling: "SyntaxError".
std::string_view name(ErrorType type) noexcept;

/// "compile time", "runtime" or "".
std::string_view name(ErrorPhase phase) noexcept;

}  // namespace yeon
