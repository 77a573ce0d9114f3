#pragma once

#include <cstdint>

namespace yeon::query::temporal {

/// Reckoning in the proleptic Gregorian calendar and the ISO 8601 week calendar. Days count from
/// 1970-01-01. Everything here is total for years within [-10^9, 10^9].
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

inline constexpr std::int64_t kMinYear = -999'999'999;
inline constexpr std::int64_t kMaxYear = 999'999'999;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

/// Division towards minus infinity, and the remainder that goes with it, in [0, divisor).
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t divisor) {
  return a / divisor - (a % divisor < 0 ? 1 : 0);
}
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t divisor) {
  return a - floor_div(a, divisor) * divisor;
}

struct CivilDate {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

/// Week 1 holds the year's first Thursday; day 1 is Monday.
struct WeekDate {
  std::int64_t year = 1970;
  int week = 1;
  int day = 1;
};

bool is_leap_year(std::int64_t year);
int days_in_month(std::int64_t year, int month);
int days_in_year(std::int64_t year);
int weeks_in_year(std::int64_t week_year);

/// Requires a valid month and day.
std::int64_t days_of(const CivilDate& date);
std::int64_t days_of(const WeekDate& date);
CivilDate civil_date(std::int64_t days);
WeekDate week_date(std::int64_t days);

int day_of_week(std::int64_t days);
int day_of_year(std::int64_t days);
int quarter_of(int month);
int day_of_quarter(std::int64_t days);
int days_in_quarter(std::int64_t year, int quarter);

/// The date `months` later, its day clamped to the month's length.
CivilDate plus_months(const CivilDate& date, std::int64_t months);

}  // namespace yeon::query::temporal
