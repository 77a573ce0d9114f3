#include <fmt/format.h>

#include <cmath>

#include "functions/errors.h"
#include "temporal/construct.h"
#include "temporal/duration_builder.h"
#include "temporal/text.h"

namespace yeon::query::temporal {
namespace {

/// How a unit counts: so many of the builder's months, days, seconds or nanoseconds.
struct Unit {
  std::string_view name;
  void (DurationBuilder::*add)(std::int64_t factor, std::int64_t whole, long double fraction);
  std::int64_t factor;
};

constexpr Unit kUnits[] = {
    {"years", &DurationBuilder::add_months_of, 12},
    {"quarters", &DurationBuilder::add_months_of, 3},
    {"months", &DurationBuilder::add_months_of, 1},
    {"weeks", &DurationBuilder::add_days_of, 7},
    {"days", &DurationBuilder::add_days_of, 1},
    {"hours", &DurationBuilder::add_seconds_of, 3'600},
    {"minutes", &DurationBuilder::add_seconds_of, 60},
    {"seconds", &DurationBuilder::add_seconds_of, 1},
    {"milliseconds", &DurationBuilder::add_nanos_of, 1'000'000},
    {"microseconds", &DurationBuilder::add_nanos_of, 1'000},
    {"nanoseconds", &DurationBuilder::add_nanos_of, 1},
};

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

Status add(DurationBuilder& builder, const Unit& unit, const Value& count) {
  if (count.is(Kind::kInteger)) {
    (builder.*unit.add)(unit.factor, count.integer(), 0);
    return {};
  }
  if (!count.is(Kind::kFloat)) {
    return runtime_failure(
        ErrorType::kTypeError, "InvalidArgumentType",
        fmt::format("{} must be a number, not {}", unit.name, name(count.kind())));
  }
  constexpr double kLimit = 9.2e18;
  if (!(std::abs(count.floating()) < kLimit)) {
    return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                           fmt::format("{} is too large", unit.name));
  }
  const double whole = std::trunc(count.floating());
  (builder.*unit.add)(unit.factor, static_cast<std::int64_t>(whole), count.floating() - whole);
  return {};
}

}  // namespace

Result<Value> construct_duration(const Value& argument) {
  if (argument.is_null() || argument.is(Kind::kDuration)) return argument;
  if (argument.is(Kind::kString)) {
    const Result<Duration> duration = parse_duration(argument.string());
    if (!duration) return fail(duration.error());
    return Value(*duration);
  }
  if (!argument.is(Kind::kMap)) {
    return runtime_failure(
        ErrorType::kTypeError, "InvalidArgumentType",
        fmt::format("a DURATION cannot be made from a {}", name(argument.kind())));
  }
  DurationBuilder builder;
  for (const auto& [key, value] : argument.map()) {
    const Unit* unit = find_unit(key);
    if (unit == nullptr) {
      return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                             fmt::format("`{}` is no unit of a duration", key));
    }
    if (value.is_null()) return Value();
    if (Status status = add(builder, *unit, value); !status) {
      return fail(std::move(status).error());
    }
  }
  const Result<Duration> duration = builder.finish();
  if (!duration) return fail(duration.error());
  return Value(*duration);
}

}  // namespace yeon::query::temporal
