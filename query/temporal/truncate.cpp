#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "functions/errors.h"
#include "temporal/calendar.h"
#include "temporal/construct.h"
#include "temporal/local.h"

namespace yeon::query::temporal {
namespace {

tl::unexpected<Error> invalid(std::string message) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue", std::move(message));
}

/// Lower case throughout, so that 'weekYear' and 'weekyear' are one.
std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// The first day of the unit that holds `days`; nullopt for a unit that is not one of dates.
std::optional<std::int64_t> first_day(std::string_view unit, std::int64_t days) {
  const CivilDate date = civil_date(days);
  const auto years = [&](std::int64_t size) {
    return days_of(CivilDate{floor_div(date.year, size) * size, 1, 1});
  };
  if (unit == "millennium") return years(1'000);
  if (unit == "century") return years(100);
  if (unit == "decade") return years(10);
  if (unit == "year") return years(1);
  if (unit == "weekyear") return days_of(WeekDate{week_date(days).year, 1, 1});
  if (unit == "quarter") {
    return days_of(CivilDate{date.year, quarter_of(date.month) * 3 - 2, 1});
  }
  if (unit == "month") return days_of(CivilDate{date.year, date.month, 1});
  if (unit == "week") return days - day_of_week(days) + 1;
  if (unit == "day") return days;
  return std::nullopt;
}

/// Nanoseconds of a unit of the clock; nullopt for another unit.
std::optional<std::int64_t> nanos_of(std::string_view unit) {
  if (unit == "hour") return 3'600 * kNanosPerSecond;
  if (unit == "minute") return 60 * kNanosPerSecond;
  if (unit == "second") return kNanosPerSecond;
  if (unit == "millisecond") return 1'000'000;
  if (unit == "microsecond") return 1'000;
  return std::nullopt;
}

Status cut(Components& parts, std::string_view unit, Kind kind) {
  if (const auto size = nanos_of(unit)) {
    if (kind == Kind::kDate || !parts.nanos) {
      return invalid(fmt::format("a date cannot be truncated to a {}", unit));
    }
    parts.nanos = *parts.nanos / *size * *size;
    return {};
  }
  const auto days = first_day(unit, parts.days.value_or(0));
  if (!days) return invalid(fmt::format("`{}` is not a unit of time", unit));
  const bool mere_time = kind == Kind::kTime || kind == Kind::kLocalTime;
  if (mere_time && (unit != "day" || !parts.nanos)) {
    return invalid(fmt::format("a time cannot be truncated to a {}", unit));
  }
  if (!mere_time && !parts.days) {
    return invalid(fmt::format("a {} cannot be truncated from a time", name(kind)));
  }
  if (parts.days) parts.days = *days;
  parts.nanos = 0;
  return {};
}

Value* entry(Map& map, std::string_view key) {
  for (auto& [name, value] : map) {
    if (name == key) return &value;
  }
  return nullptr;
}

void put(Map& map, std::string key, Value value) {
  if (Value* found = entry(map, key)) {
    *found = std::move(value);
    return;
  }
  const auto place =
      std::find_if(map.begin(), map.end(), [&](const auto& other) { return other.first > key; });
  map.emplace(place, std::move(key), std::move(value));
}

/// Fields finer than what truncation kept are added to it, not put in its place.
void keep_subseconds(Map& fields, std::string_view unit, std::int64_t nanos) {
  const std::int64_t fraction = nanos % kNanosPerSecond;
  const bool below_milli = entry(fields, "microsecond") || entry(fields, "nanosecond");
  if (unit == "millisecond" && below_milli && !entry(fields, "millisecond")) {
    put(fields, "millisecond", Value(fraction / 1'000'000));
  }
  if (unit == "microsecond" && entry(fields, "nanosecond") && !entry(fields, "microsecond")) {
    const bool millis = entry(fields, "millisecond") != nullptr;
    put(fields, "microsecond", Value(fraction / 1'000 % (millis ? 1'000 : 1'000'000)));
  }
}

/// The truncated parts as a value that a map can select, and under which key.
Result<Value> as_base(Kind kind, const Components& parts, const Zone& zone) {
  switch (kind) {
    case Kind::kDate:
      return make_date(*parts.days);
    case Kind::kLocalTime:
      return Value(LocalTime{*parts.nanos});
    case Kind::kTime:
      return Value(Time{*parts.nanos, parts.offset ? *parts.offset : zone.offset_at(0)});
    case Kind::kLocalDateTime:
      return make_local_date_time(local_seconds(*parts.days, *parts.nanos),
                                  *parts.nanos % kNanosPerSecond);
    default:
      return make_zoned(*parts.days, *parts.nanos, zone, parts.offset);
  }
}

std::string_view key_of(Kind kind) {
  if (kind == Kind::kDate) return "date";
  return kind == Kind::kTime || kind == Kind::kLocalTime ? "time" : "datetime";
}

}  // namespace

Result<Value> truncate(Kind kind, std::string_view unit, const Value& value, const Map& fields,
                       const Clock& clock) {
  if (!is_instant(value.kind())) {
    return runtime_failure(
        ErrorType::kTypeError, "InvalidArgumentType",
        fmt::format("a {} cannot be truncated to a {}", name(value.kind()), name(kind)));
  }
  Result<Components> taken = take_apart(value);
  if (!taken) return fail(std::move(taken).error());
  Components parts = *std::move(taken);
  const std::string small_unit = lower(unit);
  if (Status status = cut(parts, small_unit, kind); !status) {
    return fail(std::move(status).error());
  }

  // A zone among the fields is put on the same local time, not on the same moment.
  Zone zone = parts.zone ? *parts.zone : clock.zone;
  Map rest = fields;
  if (const Value* named = entry(rest, "timezone"); named != nullptr && named->is(Kind::kString)) {
    Result<Zone> other = Zone::parse(named->string());
    if (!other) return fail(std::move(other).error());
    zone = *std::move(other);
    parts.offset.reset();
    std::erase_if(rest, [](const auto& field) { return field.first == "timezone"; });
  }
  if (kind == Kind::kTime && !parts.offset) parts.offset = zone.offset_at(clock.seconds);
  Result<Value> base = as_base(kind, parts, zone);
  if (!base || rest.empty()) return base;
  keep_subseconds(rest, small_unit, parts.nanos.value_or(0));
  put(rest, std::string(key_of(kind)), *std::move(base));
  return construct(kind, Value(std::move(rest)), clock);
}

}  // namespace yeon::query::temporal
