#include <fmt/format.h>

#include <compare>
#include <optional>

#include "functions/errors.h"
#include "functions/operators.h"
#include "functions/regex_cache.h"
#include "yeon/base/compare.h"

namespace yeon::query::op {
namespace {

Value truth(std::optional<bool> value) { return value ? Value(*value) : Value(); }

Result<std::optional<bool>> truth_of(std::string_view operation, const Value& value) {
  if (value.is(Kind::kBoolean)) return std::optional(value.boolean());
  if (value.is_null()) return std::optional<bool>();
  return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                         fmt::format("{} needs booleans, not {}", operation, name(value.kind())));
}

template <class Combine>
Result<Value> combined(std::string_view operation, const Value& a, const Value& b,
                       Combine combine) {
  const auto left = truth_of(operation, a);
  if (!left) return fail(left.error());
  const auto right = truth_of(operation, b);
  if (!right) return fail(right.error());
  return truth(combine(*left, *right));
}

template <class Test>
Value compared(const Value& a, const Value& b, Test test) {
  const std::optional<std::partial_ordering> ordering = compare(a, b);
  return ordering ? Value(test(*ordering)) : Value();
}

bool both_strings(const Value& a, const Value& b) {
  return a.is(Kind::kString) && b.is(Kind::kString);
}

}  // namespace

Value equal(const Value& a, const Value& b) { return truth(equals(a, b)); }

Value not_equal(const Value& a, const Value& b) {
  const std::optional<bool> same = equals(a, b);
  return same ? Value(!*same) : Value();
}

Value less(const Value& a, const Value& b) {
  return compared(a, b, [](std::partial_ordering o) { return o < 0; });
}
Value less_equal(const Value& a, const Value& b) {
  return compared(a, b, [](std::partial_ordering o) { return o <= 0; });
}
Value greater(const Value& a, const Value& b) {
  return compared(a, b, [](std::partial_ordering o) { return o > 0; });
}
Value greater_equal(const Value& a, const Value& b) {
  return compared(a, b, [](std::partial_ordering o) { return o >= 0; });
}

Result<Value> logical_and(const Value& a, const Value& b) {
  return combined("AND", a, b, [](std::optional<bool> x, std::optional<bool> y) {
    if (x == false || y == false) return std::optional(false);
    return x && y ? std::optional(true) : std::nullopt;
  });
}

Result<Value> logical_or(const Value& a, const Value& b) {
  return combined("OR", a, b, [](std::optional<bool> x, std::optional<bool> y) {
    if (x == true || y == true) return std::optional(true);
    return x && y ? std::optional(false) : std::nullopt;
  });
}

Result<Value> logical_xor(const Value& a, const Value& b) {
  return combined("XOR", a, b, [](std::optional<bool> x, std::optional<bool> y) {
    return x && y ? std::optional(*x != *y) : std::nullopt;
  });
}

Result<Value> logical_not(const Value& a) {
  const auto value = truth_of("NOT", a);
  if (!value) return fail(value.error());
  return *value ? Value(!**value) : Value();
}

Result<Value> in(const Value& element, const Value& list) {
  if (list.is_null()) return Value();
  if (!list.is(Kind::kList)) {
    return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                           fmt::format("IN needs a list, not {}", name(list.kind())));
  }
  bool unknown = false;
  for (const Value& candidate : list.list()) {
    const std::optional<bool> same = equals(element, candidate);
    if (same == true) return Value(true);
    unknown = unknown || !same;
  }
  return unknown ? Value() : Value(false);
}

Value starts_with(const Value& text, const Value& prefix) {
  if (!both_strings(text, prefix)) return Value();
  return Value(text.string().starts_with(prefix.string()));
}

Value ends_with(const Value& text, const Value& suffix) {
  if (!both_strings(text, suffix)) return Value();
  return Value(text.string().ends_with(suffix.string()));
}

Value contains(const Value& text, const Value& part) {
  if (!both_strings(text, part)) return Value();
  return Value(text.string().find(part.string()) != std::string::npos);
}

Result<Value> matches(const Value& text, const Value& pattern, FunctionContext& context) {
  if (!both_strings(text, pattern)) return Value();
  const Result<bool> matched = context.regexes->matches_whole(text.string(), pattern.string());
  if (!matched) return fail(matched.error());
  return Value(*matched);
}

}  // namespace yeon::query::op
