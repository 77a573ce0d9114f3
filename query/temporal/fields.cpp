#include "temporal/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "functions/errors.h"
#include "temporal/calendar.h"

namespace yeon::query::temporal {
namespace {

constexpr std::string_view kKnown[] = {
    "date",        "datetime",     "day",        "dayOfQuarter", "dayOfWeek",
    "epochMillis", "epochSeconds", "hour",       "microsecond",  "millisecond",
    "minute",      "month",        "nanosecond", "ordinalDay",   "quarter",
    "second",      "time",         "timezone",   "week",         "year",
};

tl::unexpected<Error> invalid(std::string message, std::string hint = {}) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue", std::move(message),
                         std::move(hint));
}

bool any(const Fields& fields, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return fields.has(key); });
}

/// `part` makes sense only beside `whole`, unless there is a base to change.
Status require(const Fields& fields, std::string_view whole, std::string_view part) {
  if (!fields.has(part) || fields.has(whole)) return {};
  return invalid(fmt::format("{} cannot be given without {}", part, whole));
}

Status check_one_calendar(const Fields& fields) {
  const int calendars = static_cast<int>(any(fields, {"month", "day"})) +
                        static_cast<int>(any(fields, {"week", "dayOfWeek"})) +
                        static_cast<int>(any(fields, {"quarter", "dayOfQuarter"})) +
                        static_cast<int>(fields.has("ordinalDay"));
  if (calendars <= 1) return {};
  return invalid("the fields mix calendars",
                 "use month and day, week and dayOfWeek, quarter and dayOfQuarter, or ordinalDay");
}

Status check_date_fields(const Fields& fields, bool has_base) {
  if (Status one = check_one_calendar(fields); !one) return one;
  if (has_base) return {};
  if (!fields.has("year")) return invalid("year must be given");
  constexpr std::pair<std::string_view, std::string_view> kNeeds[] = {
      {"month", "day"}, {"week", "dayOfWeek"}, {"quarter", "dayOfQuarter"}};
  for (const auto& [whole, part] : kNeeds) {
    if (Status status = require(fields, whole, part); !status) return status;
  }
  return {};
}

CivilDate clamped(CivilDate date) {
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

/// One field after the other, each on what the larger ones gave.
class DateSteps {
 public:
  DateSteps(const Fields& fields, std::int64_t days) : fields_(fields), days_(days) {}

  template <class Change>
  void step(std::string_view key, std::int64_t low, std::int64_t high, Change change) {
    if (failed_) return;
    const auto value = fields_.integer(key, low, high);
    if (!value) {
      failed_ = value.error();
    } else if (*value) {
      days_ = change(days_, **value);
    }
  }

  std::int64_t days() const { return days_; }

  Result<std::int64_t> finish() const {
    if (failed_) return fail(*failed_);
    return days_;
  }

 private:
  const Fields& fields_;
  std::int64_t days_;
  std::optional<Error> failed_;
};

std::int64_t with_year(std::int64_t days, std::int64_t year) {
  CivilDate date = civil_date(days);
  date.year = year;
  return days_of(clamped(date));
}

std::int64_t with_week_year(std::int64_t days, std::int64_t year) {
  WeekDate date = week_date(days);
  date.year = year;
  date.week = std::min(date.week, weeks_in_year(year));
  return days_of(date);
}

std::int64_t with_quarter(std::int64_t days, std::int64_t quarter) {
  CivilDate date = civil_date(days);
  date.month = static_cast<int>(quarter - 1) * 3 + (date.month - 1) % 3 + 1;
  return days_of(clamped(date));
}

std::int64_t with_month(std::int64_t days, std::int64_t month) {
  CivilDate date = civil_date(days);
  date.month = static_cast<int>(month);
  return days_of(clamped(date));
}

std::int64_t with_week(std::int64_t days, std::int64_t week) {
  WeekDate date = week_date(days);
  date.week = static_cast<int>(week);
  return days_of(date);
}

std::int64_t start_of(const Fields& fields, std::int64_t year) {
  if (fields.has("week")) return days_of(WeekDate{year, 1, 1});
  return days_of(CivilDate{year, 1, 1});
}

}  // namespace

Result<Fields> Fields::of(const Map& map) {
  for (const auto& [key, value] : map) {
    if (!std::binary_search(std::begin(kKnown), std::end(kKnown), std::string_view(key))) {
      return invalid(fmt::format("`{}` is no part of a temporal value", key));
    }
  }
  return Fields(map);
}

const Value* Fields::find(std::string_view key) const {
  const auto found = std::lower_bound(
      map_->begin(), map_->end(), key,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != map_->end() && found->first == key ? &found->second : nullptr;
}

bool Fields::has_null() const {
  return std::any_of(map_->begin(), map_->end(),
                     [](const auto& entry) { return entry.second.is_null(); });
}

Result<std::optional<std::int64_t>> Fields::integer(std::string_view key, std::int64_t low,
                                                    std::int64_t high) const {
  const Value* value = find(key);
  if (value == nullptr) return std::optional<std::int64_t>();
  if (!value->is(Kind::kInteger)) {
    return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                           fmt::format("{} must be an integer, not {}", key, name(value->kind())));
  }
  if (value->integer() < low || value->integer() > high) {
    return invalid(
        fmt::format("{} is {} but must lie from {} to {}", key, value->integer(), low, high));
  }
  return std::optional(value->integer());
}

Result<std::optional<Zone>> Fields::zone() const {
  const Value* value = find("timezone");
  if (value == nullptr) return std::optional<Zone>();
  if (!value->is(Kind::kString)) {
    return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                           fmt::format("timezone must be a string, not {}", name(value->kind())));
  }
  Result<Zone> zone = Zone::parse(value->string());
  if (!zone) return fail(std::move(zone).error());
  return std::optional(*std::move(zone));
}

Result<std::int64_t> date_from(const Fields& fields, std::optional<std::int64_t> base) {
  if (Status status = check_date_fields(fields, base.has_value()); !status) {
    return fail(std::move(status).error());
  }
  const auto year = fields.integer("year", kMinYear, kMaxYear);
  if (!year) return fail(year.error());
  DateSteps steps(fields, base ? *base : start_of(fields, **year));
  if (base && *year) {
    steps.step("year", kMinYear, kMaxYear, fields.has("week") ? with_week_year : with_year);
  }
  steps.step("quarter", 1, 4, with_quarter);
  steps.step("month", 1, 12, with_month);
  steps.step("week", 1, weeks_in_year(week_date(steps.days()).year), with_week);
  const CivilDate now = civil_date(steps.days());
  steps.step("ordinalDay", 1, days_in_year(now.year), [](std::int64_t days, std::int64_t value) {
    return days - day_of_year(days) + value;
  });
  steps.step(
      "dayOfQuarter", 1, days_in_quarter(now.year, quarter_of(now.month)),
      [](std::int64_t days, std::int64_t value) { return days - day_of_quarter(days) + value; });
  steps.step("dayOfWeek", 1, 7, [](std::int64_t days, std::int64_t value) {
    return days - day_of_week(days) + value;
  });
  steps.step(
      "day", 1, days_in_month(now.year, now.month),
      [](std::int64_t days, std::int64_t value) { return days - civil_date(days).day + value; });
  return steps.finish();
}

namespace {

/// What milliseconds, microseconds and nanoseconds together say; each stays below the unit above
/// it where that one is given. nullopt where none is.
Result<std::optional<std::int64_t>> subsecond_from(const Fields& fields) {
  const bool millis = fields.has("millisecond");
  const bool micros = fields.has("microsecond");
  const auto milli = fields.integer("millisecond", 0, 999);
  if (!milli) return fail(milli.error());
  const auto micro = fields.integer("microsecond", 0, millis ? 999 : 999'999);
  if (!micro) return fail(micro.error());
  const std::int64_t nano_limit = micros ? 999 : (millis ? 999'999 : 999'999'999);
  const auto nano = fields.integer("nanosecond", 0, nano_limit);
  if (!nano) return fail(nano.error());
  if (!*milli && !*micro && !*nano) return std::optional<std::int64_t>();
  return std::optional(milli->value_or(0) * 1'000'000 + micro->value_or(0) * 1'000 +
                       nano->value_or(0));
}

Status check_time_fields(const Fields& fields) {
  constexpr std::pair<std::string_view, std::string_view> kNeeds[] = {
      {"hour", "minute"},        {"minute", "second"},     {"second", "millisecond"},
      {"second", "microsecond"}, {"second", "nanosecond"},
  };
  for (const auto& [whole, part] : kNeeds) {
    if (Status status = require(fields, whole, part); !status) return status;
  }
  return {};
}

}  // namespace

Result<std::int64_t> time_from(const Fields& fields, std::optional<std::int64_t> base) {
  if (!base) {
    if (Status status = check_time_fields(fields); !status) return fail(std::move(status).error());
  }
  const std::int64_t start = base.value_or(0);
  const auto hour = fields.integer("hour", 0, 23);
  if (!hour) return fail(hour.error());
  const auto minute = fields.integer("minute", 0, 59);
  if (!minute) return fail(minute.error());
  const auto second = fields.integer("second", 0, 59);
  if (!second) return fail(second.error());
  const auto subsecond = subsecond_from(fields);
  if (!subsecond) return fail(subsecond.error());

  const std::int64_t seconds = start / kNanosPerSecond;
  const std::int64_t clock = hour->value_or(seconds / 3'600) * 3'600 +
                             minute->value_or(seconds / 60 % 60) * 60 +
                             second->value_or(seconds % 60);
  return clock * kNanosPerSecond + subsecond->value_or(start % kNanosPerSecond);
}

}  // namespace yeon::query::temporal
