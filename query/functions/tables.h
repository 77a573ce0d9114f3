#pragma once

#include <fmt/format.h>

#include <span>
#include <string_view>

#include "functions/errors.h"
#include "functions/functions.h"

/// The function tables that functions.cpp joins, one per subject.
namespace yeon::query {

std::span<const Function> conversion_functions();
std::span<const Function> graph_functions();
std::span<const Function> list_functions();
std::span<const Function> math_functions();
std::span<const Function> point_functions();
std::span<const Function> string_functions();
std::span<const Function> temporal_functions();

/// TypeError for an argument of the wrong kind.
inline tl::unexpected<Error> wrong_argument(std::string_view function, const Value& argument,
                                            std::string_view detail = "InvalidArgumentType") {
  return runtime_failure(ErrorType::kTypeError, detail,
                         fmt::format("{}() does not take a {}", function, name(argument.kind())));
}

}  // namespace yeon::query
