#include <fmt/format.h>

#include "functions/errors.h"
#include "temporal/calendar.h"
#include "temporal/scanner.h"
#include "temporal/text.h"

// date   := year ["-" month ["-" day]]            | year "-" ordinal | year month [day]
//         | year ["-"] "W" week [["-"] weekday]   | year ordinal
//         | year ["-"] "Q" quarter [["-"] day of quarter]
// year   := 4 digits | ("+" | "-") 1 to 9 digits
// time   := hour [":" minute [":" second [fraction]]] | hour [minute [second [fraction]]]
// zoned  := date ["T" time] [offset] ["[" name "]"]

namespace yeon::query::temporal {
namespace {

tl::unexpected<Error> unreadable(std::string_view text, std::string_view what,
                                 std::string_view example) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                         fmt::format("'{}' cannot be read as a {}", text.substr(0, 100), what),
                         fmt::format("write it like {}", example));
}

bool between(std::int64_t value, std::int64_t low, std::int64_t high) {
  return value >= low && value <= high;
}

std::optional<std::int64_t> read_year(Scanner& scanner) {
  const bool negative = scanner.take('-');
  if (negative || scanner.take('+')) {
    const std::size_t digits = scanner.digits();
    if (digits > 9) return std::nullopt;
    const auto year = scanner.number(digits);
    if (!year) return std::nullopt;
    return negative ? -*year : *year;
  }
  return scanner.number(4);
}

std::optional<std::int64_t> read_week(Scanner& scanner, std::int64_t year) {
  const auto week = scanner.number(2);
  if (!week || !between(*week, 1, weeks_in_year(year))) return std::nullopt;
  std::int64_t day = 1;
  if (!scanner.done()) {
    scanner.take('-');
    day = scanner.number(1).value_or(0);
    if (!between(day, 1, 7)) return std::nullopt;
  }
  return days_of(WeekDate{year, static_cast<int>(*week), static_cast<int>(day)});
}

std::optional<std::int64_t> read_quarter(Scanner& scanner, std::int64_t year) {
  const auto quarter = scanner.number(1);
  if (!quarter || !between(*quarter, 1, 4)) return std::nullopt;
  std::int64_t day = 1;
  if (!scanner.done()) {
    scanner.take('-');
    day = scanner.number(scanner.digits()).value_or(0);
    if (!between(day, 1, days_in_quarter(year, static_cast<int>(*quarter)))) return std::nullopt;
  }
  return days_of(CivilDate{year, static_cast<int>(*quarter) * 3 - 2, 1}) + day - 1;
}

std::optional<std::int64_t> read_ordinal(Scanner& scanner, std::int64_t year) {
  const auto day = scanner.number(3);
  if (!day || !between(*day, 1, days_in_year(year))) return std::nullopt;
  return days_of(CivilDate{year, 1, 1}) + *day - 1;
}

std::optional<std::int64_t> read_month(Scanner& scanner, std::int64_t year, bool extended) {
  const std::size_t width = extended && scanner.digits() == 1 ? 1 : 2;
  const auto month = scanner.number(width);
  if (!month || !between(*month, 1, 12)) return std::nullopt;
  std::int64_t day = 1;
  if (!scanner.done()) {
    if (extended && !scanner.take('-')) return std::nullopt;
    const std::size_t day_width = extended && scanner.digits() == 1 ? 1 : 2;
    day = scanner.number(day_width).value_or(0);
    if (!between(day, 1, days_in_month(year, static_cast<int>(*month)))) return std::nullopt;
  }
  return days_of(CivilDate{year, static_cast<int>(*month), static_cast<int>(day)});
}

std::optional<std::int64_t> read_days(std::string_view text) {
  Scanner scanner(text);
  const auto year = read_year(scanner);
  if (!year) return std::nullopt;
  if (scanner.done()) return days_of(CivilDate{*year, 1, 1});
  const bool extended = scanner.take('-');
  std::optional<std::int64_t> days;
  if (scanner.take('W')) {
    days = read_week(scanner, *year);
  } else if (scanner.take('Q')) {
    days = read_quarter(scanner, *year);
  } else if (scanner.digits() == 3) {
    days = read_ordinal(scanner, *year);
  } else {
    days = read_month(scanner, *year, extended);
  }
  return scanner.done() ? days : std::nullopt;
}

std::optional<std::int64_t> read_fraction(Scanner& scanner) {
  const std::size_t digits = scanner.digits();
  if (digits > 9) return std::nullopt;
  auto nanos = scanner.number(digits);
  if (!nanos) return std::nullopt;
  for (std::size_t i = digits; i < 9; ++i) *nanos *= 10;
  return nanos;
}

/// Nanoseconds since midnight.
std::optional<std::int64_t> read_time(std::string_view text) {
  Scanner scanner(text);
  const auto hour = scanner.number(2);
  if (!hour || *hour > 23) return std::nullopt;
  std::int64_t parts[2] = {0, 0};  // minute, second
  const bool extended = scanner.peek() == ':';
  std::size_t read = 0;
  while (read < 2 && !scanner.done() && scanner.peek() != '.' && scanner.peek() != ',') {
    if (extended && !scanner.take(':')) return std::nullopt;
    const auto part = scanner.number(2);
    if (!part || *part > 59) return std::nullopt;
    parts[read++] = *part;
  }
  std::int64_t nanos = 0;
  if (read == 2 && (scanner.take('.') || scanner.take(','))) {
    const auto fraction = read_fraction(scanner);
    if (!fraction) return std::nullopt;
    nanos = *fraction;
  }
  if (!scanner.done()) return std::nullopt;
  return (*hour * 3'600 + parts[0] * 60 + parts[1]) * kNanosPerSecond + nanos;
}

/// Where the offset begins: at Z, + or -.
std::size_t offset_start(std::string_view time) { return time.find_first_of("Z+-"); }

struct LocalParts {
  std::int64_t days = 0;
  std::int64_t nanos = 0;
};

std::optional<LocalParts> read_local(std::string_view date, std::string_view time) {
  const auto days = read_days(date);
  const auto nanos = time.empty() ? std::optional<std::int64_t>(0) : read_time(time);
  if (!days || !nanos) return std::nullopt;
  return LocalParts{*days, *nanos};
}

std::int64_t local_seconds(const LocalParts& parts) {
  return parts.days * kSecondsPerDay + parts.nanos / kNanosPerSecond;
}

std::int32_t subsecond(const LocalParts& parts) {
  return static_cast<std::int32_t>(parts.nanos % kNanosPerSecond);
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
  if (const auto days = read_days(text)) return Date{*days};
  return unreadable(text, "date", "2015-07-21");
}

Result<LocalTime> parse_local_time(std::string_view text) {
  if (const auto nanos = read_time(text)) return LocalTime{*nanos};
  return unreadable(text, "local time", "21:40:32.142");
}

Result<Time> parse_time(std::string_view text, const Zone& zone, std::int64_t now) {
  const std::size_t split = offset_start(text);
  const auto nanos = read_time(text.substr(0, split));
  const auto offset = split == std::string_view::npos ? std::optional(zone.offset_at(now))
                                                      : parse_offset(text.substr(split));
  if (!nanos || !offset) return unreadable(text, "time", "21:40:32.142+01:00");
  return Time{*nanos, *offset};
}

Result<LocalDateTime> parse_local_date_time(std::string_view text) {
  const std::size_t split = text.find('T');
  const bool has_time = split != std::string_view::npos;
  if (has_time && split + 1 == text.size()) {
    return unreadable(text, "local date-time", "2015-07-21T21:40:32");
  }
  const auto parts =
      read_local(text.substr(0, split), has_time ? text.substr(split + 1) : std::string_view());
  if (!parts) return unreadable(text, "local date-time", "2015-07-21T21:40:32");
  return LocalDateTime{local_seconds(*parts), subsecond(*parts)};
}

Result<ZonedDateTime> parse_zoned_date_time(std::string_view text, const Zone& zone) {
  const auto refuse = [&] {
    return unreadable(text, "date-time", "2015-07-21T21:40:32+02:00[Europe/Stockholm]");
  };
  std::string_view rest = text;
  Zone in = zone;
  bool named = false;
  if (!rest.empty() && rest.back() == ']') {
    const std::size_t open = rest.find('[');
    if (open == std::string_view::npos) return refuse();
    Result<Zone> found = Zone::parse(rest.substr(open + 1, rest.size() - open - 2));
    if (!found) return fail(std::move(found).error());
    in = *std::move(found);
    named = true;
    rest = rest.substr(0, open);
  }
  const std::size_t split = rest.find('T');
  std::string_view time = split == std::string_view::npos ? "" : rest.substr(split + 1);
  if (split != std::string_view::npos && time.empty()) return refuse();
  std::optional<std::int32_t> offset;
  if (const std::size_t start = offset_start(time); start != std::string_view::npos) {
    offset = parse_offset(time.substr(start));
    if (!offset || start == 0) return refuse();
    time = time.substr(0, start);
  }
  const auto parts = read_local(rest.substr(0, split), time);
  if (!parts) return refuse();
  if (offset && !named) in = Zone::fixed(*offset);

  const std::int64_t utc = in.to_utc(local_seconds(*parts), offset);
  const std::int32_t in_force = in.offset_at(utc);
  if (offset && *offset != in_force) {
    return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                           fmt::format("offset {} is not in force in {} at '{}'",
                                       offset_to_text(*offset), in.name(), text.substr(0, 100)));
  }
  return ZonedDateTime{utc, subsecond(*parts), in_force, in.name()};
}

}  // namespace yeon::query::temporal
