#include <fmt/format.h>

#include "functions/errors.h"
#include "temporal/calendar.h"
#include "temporal/duration_builder.h"
#include "temporal/scanner.h"
#include "temporal/text.h"

// duration := ["-"] "P" {part ("Y"|"M"|"W"|"D")} ["T" {part ("H"|"M"|"S")}]
//           | "P" date "T" time                          (years, months, days and a clock)
// part     := [+-] digits [("." | ",") digits]

namespace yeon::query::temporal {
namespace {

tl::unexpected<Error> unreadable(std::string_view text) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                         fmt::format("'{}' cannot be read as a duration", text.substr(0, 100)),
                         "write it like P12Y5M14DT16H13M10.5S");
}

struct Part {
  std::int64_t whole = 0;
  long double fraction = 0;
};

std::optional<Part> read_part(Scanner& scanner, bool negated) {
  bool negative = negated;
  if (scanner.take('-')) {
    negative = !negative;
  } else {
    scanner.take('+');
  }
  const auto whole = scanner.number(scanner.digits());
  if (!whole) return std::nullopt;
  Part part{*whole, 0};
  if (scanner.take('.') || scanner.take(',')) {
    const std::size_t digits = scanner.digits();
    const auto decimals = scanner.number(digits);
    if (!decimals) return std::nullopt;
    part.fraction = static_cast<long double>(*decimals);
    for (std::size_t i = 0; i < digits; ++i) part.fraction /= 10;
  }
  if (negative) part = {-part.whole, -part.fraction};
  return part;
}

/// The place of each unit, so that units come in order and at most once.
int add_date_part(DurationBuilder& builder, char unit, const Part& part) {
  switch (unit) {
    case 'Y':
      builder.add_months_of(12, part.whole, part.fraction);
      return 1;
    case 'M':
      builder.add_months(part.whole, part.fraction);
      return 2;
    case 'W':
      builder.add_days_of(7, part.whole, part.fraction);
      return 3;
    case 'D':
      builder.add_days(part.whole, part.fraction);
      return 4;
    default:
      return 0;
  }
}

int add_time_part(DurationBuilder& builder, char unit, const Part& part) {
  switch (unit) {
    case 'H':
      builder.add_seconds_of(3'600, part.whole, part.fraction);
      return 6;
    case 'M':
      builder.add_seconds_of(60, part.whole, part.fraction);
      return 7;
    case 'S':
      builder.add_seconds(part.whole, part.fraction);
      return 8;
    default:
      return 0;
  }
}

std::optional<DurationBuilder> read_units(Scanner scanner, bool negated) {
  DurationBuilder builder;
  bool in_time = false;
  int place = 0;
  bool any = false;
  while (!scanner.done()) {
    if (!in_time && scanner.take('T')) {
      in_time = true;
      any = false;
      continue;
    }
    const auto part = read_part(scanner, negated);
    const char unit = scanner.peek();
    if (!part || !scanner.take(unit)) return std::nullopt;
    const int next =
        in_time ? add_time_part(builder, unit, *part) : add_date_part(builder, unit, *part);
    if (next <= place) return std::nullopt;
    place = next;
    any = true;
  }
  if (!any) return std::nullopt;
  return builder;
}

/// P2012-02-02T14:37:21.545, also without separators.
std::optional<DurationBuilder> read_date_form(Scanner scanner) {
  const auto years = scanner.number(4);
  const bool dashed = scanner.take('-');
  const auto months = scanner.number(2);
  if (dashed && !scanner.take('-')) return std::nullopt;
  const auto days = scanner.number(2);
  if (!years || !months || !days || *months > 12 || *days > 31) return std::nullopt;
  DurationBuilder builder;
  builder.add_months(*years * 12 + *months);
  builder.add_days(*days);
  if (scanner.done()) return builder;
  if (!scanner.take('T')) return std::nullopt;
  const Result<LocalTime> time = parse_local_time(scanner.rest());
  if (!time) return std::nullopt;
  builder.add_seconds(time->nanos / kNanosPerSecond);
  builder.add_nanos(time->nanos % kNanosPerSecond);
  return builder;
}

}  // namespace

Result<Duration> parse_duration(std::string_view text) {
  Scanner scanner(text);
  const bool negated = scanner.take('-');
  if (!scanner.take('P')) return unreadable(text);
  auto builder = read_units(scanner, negated);
  if (!builder && !negated) builder = read_date_form(scanner);
  if (!builder) return unreadable(text);
  return builder->finish();
}

}  // namespace yeon::query::temporal
