#include "temporal/arithmetic.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "format/number.h"
#include "functions/errors.h"
#include "functions/operators.h"
#include "temporal/local.h"

namespace yeon::query::op {
namespace {

tl::unexpected<Error> wrong_operands(std::string_view sign, const Value& a, const Value& b) {
  return runtime_failure(
      ErrorType::kTypeError, "InvalidArgumentType",
      fmt::format("`{}` does not work on {} and {}", sign, name(a.kind()), name(b.kind())));
}

tl::unexpected<Error> overflow(std::string_view sign, std::int64_t a, std::int64_t b) {
  return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                         fmt::format("{} {} {} does not fit a 64-bit integer", a, sign, b),
                         "use floats: toFloat(x)");
}

tl::unexpected<Error> division_by_zero(std::string_view sign) {
  return runtime_failure(ErrorType::kArithmeticError, "DivisionByZero",
                         fmt::format("`{}` by an integer 0", sign));
}

bool both_integers(const Value& a, const Value& b) {
  return a.is(Kind::kInteger) && b.is(Kind::kInteger);
}

bool both_numbers(const Value& a, const Value& b) { return a.is_number() && b.is_number(); }

bool both_durations(const Value& a, const Value& b) {
  return a.is(Kind::kDuration) && b.is(Kind::kDuration);
}

Result<Value> wrapped(Result<Duration> duration) {
  if (!duration) return fail(std::move(duration).error());
  return Value(*duration);
}

Value concatenated(const List& a, const List& b) {
  List joined;
  joined.reserve(a.size() + b.size());
  joined.insert(joined.end(), a.begin(), a.end());
  joined.insert(joined.end(), b.begin(), b.end());
  return Value(std::move(joined));
}

Value add_to_list(const Value& a, const Value& b) {
  if (!a.is(Kind::kList)) return concatenated({a}, b.list());
  if (!b.is(Kind::kList)) return concatenated(a.list(), {b});
  return concatenated(a.list(), b.list());
}

/// Text of what may be joined to a string.
std::optional<std::string> joinable(const Value& value) {
  if (value.is(Kind::kString)) return value.string();
  if (value.is(Kind::kInteger)) return fmt::format("{}", value.integer());
  if (value.is(Kind::kFloat)) return float_to_text(value.floating());
  return std::nullopt;
}

Result<Value> add_temporal(const Value& a, const Value& b) {
  if (both_durations(a, b)) return wrapped(temporal::add(a.duration(), b.duration()));
  if (temporal::is_instant(a.kind()) && b.is(Kind::kDuration)) {
    return temporal::plus(a, b.duration());
  }
  if (temporal::is_instant(b.kind()) && a.is(Kind::kDuration)) {
    return temporal::plus(b, a.duration());
  }
  return wrong_operands("+", a, b);
}

}  // namespace

Result<Value> add(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &sum)) {
      return overflow("+", a.integer(), b.integer());
    }
    return Value(sum);
  }
  if (both_numbers(a, b)) return Value(a.number() + b.number());
  if (a.is_null() || b.is_null()) return Value();
  if (a.is(Kind::kList) || b.is(Kind::kList)) return add_to_list(a, b);
  if (a.is(Kind::kString) || b.is(Kind::kString)) {
    const auto left = joinable(a);
    const auto right = joinable(b);
    if (!left || !right) return wrong_operands("+", a, b);
    return Value(*left + *right);
  }
  return add_temporal(a, b);
}

Result<Value> subtract(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.integer(), b.integer(), &difference)) {
      return overflow("-", a.integer(), b.integer());
    }
    return Value(difference);
  }
  if (both_numbers(a, b)) return Value(a.number() - b.number());
  if (a.is_null() || b.is_null()) return Value();
  if (!b.is(Kind::kDuration)) return wrong_operands("-", a, b);
  const Result<Duration> negated = temporal::negate(b.duration());
  if (!negated) return fail(negated.error());
  if (a.is(Kind::kDuration)) return wrapped(temporal::add(a.duration(), *negated));
  if (temporal::is_instant(a.kind())) return temporal::plus(a, *negated);
  return wrong_operands("-", a, b);
}

Result<Value> multiply(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a.integer(), b.integer(), &product)) {
      return overflow("*", a.integer(), b.integer());
    }
    return Value(product);
  }
  if (both_numbers(a, b)) return Value(a.number() * b.number());
  if (a.is_null() || b.is_null()) return Value();
  const bool swapped = b.is(Kind::kDuration);
  const Value& duration = swapped ? b : a;
  const Value& factor = swapped ? a : b;
  if (!duration.is(Kind::kDuration) || !factor.is_number()) return wrong_operands("*", a, b);
  if (factor.is(Kind::kInteger)) {
    return wrapped(temporal::multiply(duration.duration(), factor.integer()));
  }
  return wrapped(temporal::multiply(duration.duration(), factor.floating()));
}

Result<Value> divide(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    if (b.integer() == 0) return division_by_zero("/");
    if (b.integer() == -1 && a.integer() == std::numeric_limits<std::int64_t>::min()) {
      return overflow("/", a.integer(), b.integer());
    }
    return Value(a.integer() / b.integer());
  }
  if (both_numbers(a, b)) return Value(a.number() / b.number());
  if (a.is_null() || b.is_null()) return Value();
  if (!a.is(Kind::kDuration) || !b.is_number()) return wrong_operands("/", a, b);
  return wrapped(temporal::divide(a.duration(), b.number()));
}

Result<Value> modulo(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    if (b.integer() == 0) return division_by_zero("%");
    if (b.integer() == -1) return Value(std::int64_t{0});
    return Value(a.integer() % b.integer());
  }
  if (both_numbers(a, b)) return Value(std::fmod(a.number(), b.number()));
  if (a.is_null() || b.is_null()) return Value();
  return wrong_operands("%", a, b);
}

Result<Value> power(const Value& a, const Value& b) {
  if (both_numbers(a, b)) return Value(std::pow(a.number(), b.number()));
  if (a.is_null() || b.is_null()) return Value();
  return wrong_operands("^", a, b);
}

Result<Value> negate(const Value& a) {
  switch (a.kind()) {
    case Kind::kNull:
      return Value();
    case Kind::kInteger:
      if (a.integer() == std::numeric_limits<std::int64_t>::min()) {
        return overflow("-", 0, a.integer());
      }
      return Value(-a.integer());
    case Kind::kFloat:
      return Value(-a.floating());
    case Kind::kDuration:
      return wrapped(temporal::negate(a.duration()));
    default:
      return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                             fmt::format("`-` does not work on {}", name(a.kind())));
  }
}

Result<Value> plus(const Value& a) {
  if (a.is_null() || a.is_number() || a.is(Kind::kDuration)) return a;
  return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                         fmt::format("`+` does not work on {}", name(a.kind())));
}

}  // namespace yeon::query::op
