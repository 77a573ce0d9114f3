#include "yeon/base/result.h"

namespace yeon {

std::string_view name(ErrorType type) noexcept {
  switch (type) {
    case ErrorType::kSyntaxError:
      return "SyntaxError";
    case ErrorType::kSemanticError:
      return "SemanticError";
    case ErrorType::kParameterMissing:
      return "ParameterMissing";
    case ErrorType::kConstraintVerificationFailed:
      return "ConstraintVerificationFailed";
    case ErrorType::kConstraintValidationFailed:
      return "ConstraintValidationFailed";
    case ErrorType::kEntityNotFound:
      return "EntityNotFound";
    case ErrorType::kPropertyNotFound:
      return "PropertyNotFound";
    case ErrorType::kLabelNotFound:
      return "LabelNotFound";
    case ErrorType::kTypeError:
      return "TypeError";
    case ErrorType::kArgumentError:
      return "ArgumentError";
    case ErrorType::kArithmeticError:
      return "ArithmeticError";
    case ErrorType::kProcedureError:
      return "ProcedureError";
    case ErrorType::kInvalidInput:
      return "InvalidInput";
    case ErrorType::kNotFound:
      return "NotFound";
    case ErrorType::kNotADatabase:
      return "NotADatabase";
    case ErrorType::kFormatVersion:
      return "FormatVersion";
    case ErrorType::kLocked:
      return "Locked";
    case ErrorType::kCorruption:
      return "Corruption";
    case ErrorType::kIoError:
      return "IoError";
    case ErrorType::kWriteConflict:
      return "WriteConflict";
    case ErrorType::kReadOnly:
      return "ReadOnly";
    case ErrorType::kCancelled:
      return "Cancelled";
    case ErrorType::kTimeout:
      return "Timeout";
    case ErrorType::kMemoryLimit:
      return "MemoryLimit";
    case ErrorType::kInternal:
      return "Internal";
  }
  return "Internal";
}

std::string_view name(ErrorPhase phase) noexcept {
  switch (phase) {
    case ErrorPhase::kNone:
      return "";
    case ErrorPhase::kCompileTime:
      return "compile time";
    case ErrorPhase::kRuntime:
      return "runtime";
  }
  return "";
}

}  // namespace yeon
