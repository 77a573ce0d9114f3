#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "yeon/base/result.h"

namespace yeon::query {

/// A failure during execution, with the TCK's word for it.
inline tl::unexpected<Error> runtime_failure(ErrorType type, std::string_view detail,
                                             std::string message, std::string hint = {}) {
  return fail({.type = type,
               .phase = ErrorPhase::kRuntime,
               .detail = std::string(detail),
               .message = std::move(message),
               .hint = std::move(hint)});
}

}  // namespace yeon::query
