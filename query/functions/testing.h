#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "functions/functions.h"
#include "yeon/base/value.h"
#include "yeon/query/format.h"

/// Short ways to write values and calls in tests.
namespace yeon::query::testing {

inline Value null() { return Value(); }
inline Value i(std::int64_t value) { return Value(value); }
inline Value f(double value) { return Value(value); }
inline Value s(std::string_view value) { return Value(value); }
inline Value l(List values) { return Value(std::move(values)); }
/// Entries in any order.
inline Value m(Map entries) {
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return Value(std::move(entries));
}

/// A value as a literal, an error as its type and detail.
inline std::string show(const Result<Value>& result) {
  if (result) return to_literal(*result, QueryResult());
  return fmt::format("{} {}", name(result.error().type), result.error().detail);
}

/// What a function answers at 2020-02-03T04:05:06.007Z.
inline Result<Value> ask(std::string_view function, std::vector<Value> arguments) {
  FunctionContext context;
  context.now = {1'580'702'706, 7'000'000};
  const Function* found = find_function(function);
  if (found == nullptr) return fail(ErrorType::kNotFound, "no such function");
  return call(*found, arguments, context);
}

inline std::string answer(std::string_view function, std::vector<Value> arguments) {
  return show(ask(function, std::move(arguments)));
}

}  // namespace yeon::query::testing
