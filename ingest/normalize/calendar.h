#pragma once

#include <cstdint>
#include <string_view>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// Reckoning with dates that may be only a year, or a year and a month.
enum class Weekday : std::uint8_t {
  kMonday,
  kTuesday,
  kWednesday,
  kThursday,
  kFriday,
  kSaturday,
  kSunday
};

constexpr PartialDate year_only(std::int32_t year) noexcept { return {year, 0, 0}; }
constexpr PartialDate month_of(std::int32_t year, int month) noexcept {
  return {year, static_cast<std::uint8_t>(month), 0};
}
constexpr PartialDate day_of(std::int32_t year, int month, int day) noexcept {
  return {year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

constexpr bool has_month(const PartialDate& date) noexcept { return date.month != 0; }
constexpr bool has_day(const PartialDate& date) noexcept { return date.day != 0; }

/// Whether the calendar has such a day, month or year (1 to 9999).
bool is_valid(const PartialDate& date) noexcept;

int days_in_month(std::int32_t year, int month) noexcept;

/// Requires a day.
Weekday weekday(const PartialDate& day) noexcept;
/// Requires a day.
PartialDate add_days(const PartialDate& day, int days) noexcept;
/// Requires a month; the day is dropped.
PartialDate add_months(const PartialDate& month, int months) noexcept;

/// The last such weekday up to `day`, that day included. Requires a day.
PartialDate last_weekday(const PartialDate& day, Weekday wanted) noexcept;
/// The next such weekday from `day` on, that day included. Requires a day.
PartialDate next_weekday(const PartialDate& day, Weekday wanted) noexcept;

}  // namespace yeon::ingest
