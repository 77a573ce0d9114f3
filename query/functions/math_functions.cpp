#include <cmath>
#include <limits>
#include <numbers>

#include "functions/tables.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

constexpr KindSet kNumber = kinds(Kind::kInteger, Kind::kFloat);
constexpr KindSet kFloat = kinds(Kind::kFloat);

double cotangent(double x) { return 1.0 / std::tan(x); }
double haversine(double x) { return (1.0 - std::cos(x)) / 2.0; }
double to_degrees(double x) { return x * 180.0 / std::numbers::pi; }
double to_radians(double x) { return x * std::numbers::pi / 180.0; }

double sine(double x) { return std::sin(x); }
double cosine(double x) { return std::cos(x); }
double tangent(double x) { return std::tan(x); }
double arc_sine(double x) { return std::asin(x); }
double arc_cosine(double x) { return std::acos(x); }
double arc_tangent(double x) { return std::atan(x); }
double hyperbolic_sine(double x) { return std::sinh(x); }
double hyperbolic_cosine(double x) { return std::cosh(x); }
double hyperbolic_tangent(double x) { return std::tanh(x); }
double square_root(double x) { return std::sqrt(x); }
double exponential(double x) { return std::exp(x); }
double natural_logarithm(double x) { return std::log(x); }
double decimal_logarithm(double x) { return std::log10(x); }
double ceiling(double x) { return std::ceil(x); }
double floored(double x) { return std::floor(x); }

/// A function from a double to a double.
template <double (*kFunction)(double)>
Result<Value> real(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is_number()) return wrong_argument("a mathematical function", arguments[0]);
  return Value(kFunction(arguments[0].number()));
}

Result<Value> absolute(Arguments arguments, FunctionContext&) {
  const Value& x = arguments[0];
  if (x.is(Kind::kFloat)) return Value(std::abs(x.floating()));
  if (!x.is(Kind::kInteger)) return wrong_argument("abs", x);
  if (x.integer() == std::numeric_limits<std::int64_t>::min()) {
    return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                           fmt::format("abs({}) does not fit a 64-bit integer", x.integer()));
  }
  return Value(std::abs(x.integer()));
}

Result<Value> sign(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is_number()) return wrong_argument("sign", arguments[0]);
  const double x = arguments[0].number();
  return Value(std::int64_t{x > 0 ? 1 : (x < 0 ? -1 : 0)});
}

// Ties go up: round(-1.5) is -1.0.
double rounded(double x) {
  const double below = std::floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

Result<Value> round(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is_number()) return wrong_argument("round", arguments[0]);
  const double x = arguments[0].number();
  if (arguments.size() == 1) return Value(rounded(x));
  if (!arguments[1].is(Kind::kInteger)) return wrong_argument("round", arguments[1]);
  const std::int64_t places = arguments[1].integer();
  if (places < 0) {
    return runtime_failure(ErrorType::kArgumentError, "NumberOutOfRange",
                           "round() takes a number of decimals that is not negative");
  }
  if (places > 17 || !std::isfinite(x)) return Value(x);
  // Away from zero, as decimals are read; half a unit is judged on the shifted number.
  const double scale = std::pow(10.0, static_cast<double>(places));
  return Value(std::round(x * scale) / scale);
}

Result<Value> arc_tangent2(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is_number()) return wrong_argument("atan2", argument);
  }
  return Value(std::atan2(arguments[0].number(), arguments[1].number()));
}

Result<Value> is_nan(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is_number()) return wrong_argument("isNaN", arguments[0]);
  return Value(std::isnan(arguments[0].number()));
}

Result<Value> pi(Arguments, FunctionContext&) { return Value(std::numbers::pi); }
Result<Value> e(Arguments, FunctionContext&) { return Value(std::numbers::e); }

double unit_interval(FunctionContext& context) {
  return std::uniform_real_distribution<double>(0.0, 1.0)(context.random);
}

Result<Value> rand(Arguments, FunctionContext& context) { return Value(unit_interval(context)); }

/// Version 4, variant 1 of RFC 4122.
Result<Value> random_uuid(Arguments, FunctionContext& context) {
  const std::uint64_t high = (context.random() & ~0xF000ULL) | 0x4000;
  const std::uint64_t low = (context.random() >> 2) | 0x8000000000000000ULL;
  return Value(fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF,
                           high & 0xFFFF, low >> 48, low & 0xFFFFFFFFFFFFULL));
}

constexpr Function unary(std::string_view name, std::string_view signature,
                         std::string_view description,
                         Result<Value> (*call)(Arguments, FunctionContext&),
                         KindSet returns = kFloat) {
  return {.name = name,
          .signature = signature,
          .description = description,
          .min_arguments = 1,
          .max_arguments = 1,
          .accepts = {kNumber, kAnyKind, kAnyKind},
          .returns = returns,
          .call = call};
}

constexpr Function constant(std::string_view name, std::string_view signature,
                            std::string_view description,
                            Result<Value> (*call)(Arguments, FunctionContext&),
                            bool deterministic = true, KindSet returns = kFloat) {
  return {.name = name,
          .signature = signature,
          .description = description,
          .deterministic = deterministic,
          .returns = returns,
          .call = call};
}

constexpr Function kFunctions[] = {
    unary("abs", "abs(x :: NUMBER) :: NUMBER", "A number without its sign.", absolute, kNumber),
    unary("sign", "sign(x :: NUMBER) :: INTEGER", "-1, 0 or 1.", sign, kinds(Kind::kInteger)),
    unary("ceil", "ceil(x :: NUMBER) :: FLOAT", "The whole number not below.", real<ceiling>),
    unary("floor", "floor(x :: NUMBER) :: FLOAT", "The whole number not above.", real<floored>),
    {.name = "round",
     .signature = "round(x :: NUMBER, decimals = 0 :: INTEGER) :: FLOAT",
     .description = "The nearest whole number, or number of so many decimals.",
     .min_arguments = 1,
     .max_arguments = 2,
     .accepts = {kNumber, kinds(Kind::kInteger), kAnyKind},
     .returns = kFloat,
     .call = round},
    unary("sqrt", "sqrt(x :: NUMBER) :: FLOAT", "The square root.", real<square_root>),
    unary("exp", "exp(x :: NUMBER) :: FLOAT", "e to the power of x.", real<exponential>),
    unary("log", "log(x :: NUMBER) :: FLOAT", "The natural logarithm.", real<natural_logarithm>),
    unary("log10", "log10(x :: NUMBER) :: FLOAT", "The logarithm to base 10.",
          real<decimal_logarithm>),
    unary("sin", "sin(x :: NUMBER) :: FLOAT", "The sine of an angle in radians.", real<sine>),
    unary("cos", "cos(x :: NUMBER) :: FLOAT", "The cosine of an angle in radians.", real<cosine>),
    unary("tan", "tan(x :: NUMBER) :: FLOAT", "The tangent of an angle in radians.", real<tangent>),
    unary("cot", "cot(x :: NUMBER) :: FLOAT", "The cotangent of an angle in radians.",
          real<cotangent>),
    unary("asin", "asin(x :: NUMBER) :: FLOAT", "The angle of a sine, in radians.", real<arc_sine>),
    unary("acos", "acos(x :: NUMBER) :: FLOAT", "The angle of a cosine, in radians.",
          real<arc_cosine>),
    unary("atan", "atan(x :: NUMBER) :: FLOAT", "The angle of a tangent, in radians.",
          real<arc_tangent>),
    {.name = "atan2",
     .signature = "atan2(y :: NUMBER, x :: NUMBER) :: FLOAT",
     .description = "The angle of a point seen from the origin, in radians.",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kNumber, kNumber, kAnyKind},
     .returns = kFloat,
     .call = arc_tangent2},
    unary("sinh", "sinh(x :: NUMBER) :: FLOAT", "The hyperbolic sine.", real<hyperbolic_sine>),
    unary("cosh", "cosh(x :: NUMBER) :: FLOAT", "The hyperbolic cosine.", real<hyperbolic_cosine>),
    unary("tanh", "tanh(x :: NUMBER) :: FLOAT", "The hyperbolic tangent.",
          real<hyperbolic_tangent>),
    unary("haversin", "haversin(x :: NUMBER) :: FLOAT", "Half the versine of an angle.",
          real<haversine>),
    unary("degrees", "degrees(x :: NUMBER) :: FLOAT", "Radians as degrees.", real<to_degrees>),
    unary("radians", "radians(x :: NUMBER) :: FLOAT", "Degrees as radians.", real<to_radians>),
    unary("isNaN", "isNaN(x :: NUMBER) :: BOOLEAN", "Whether a number is NaN.", is_nan,
          kinds(Kind::kBoolean)),
    constant("pi", "pi() :: FLOAT", "The circle's circumference by its diameter.", pi),
    constant("e", "e() :: FLOAT", "The base of the natural logarithm.", e),
    constant("rand", "rand() :: FLOAT", "A random number, at least 0 and less than 1.", rand,
             false),
    constant("randomUUID", "randomUUID() :: STRING", "A random UUID.", random_uuid, false,
             kinds(Kind::kString)),
};

}  // namespace

std::span<const Function> math_functions() { return kFunctions; }

}  // namespace yeon::query
