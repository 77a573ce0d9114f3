#include "normalize/calendar.h"

namespace yeon::ingest {
namespace {

// Days since 1970-01-01 in the proleptic Gregorian calendar, by whole eras of 400 years counted
// from the first of March.
std::int64_t to_days(const PartialDate& date) noexcept {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t month = (date.month + 9) % 12;
  const std::int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

PartialDate from_days(std::int64_t days) noexcept {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  const auto day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  const auto civil = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return day_of(static_cast<std::int32_t>(year + era * 400 + (civil <= 2 ? 1 : 0)), civil, day);
}

int days_between(Weekday from, Weekday to) noexcept {
  return (static_cast<int>(to) - static_cast<int>(from) + 7) % 7;
}

}  // namespace

bool is_valid(const PartialDate& date) noexcept {
  if (date.year < 1 || date.year > 9999 || date.month > 12) return false;
  if (date.month == 0) return date.day == 0;
  return date.day <= days_in_month(date.year, date.month);
}

int days_in_month(std::int32_t year, int month) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

Weekday weekday(const PartialDate& day) noexcept {
  // 1970-01-01 was a Thursday.
  return static_cast<Weekday>(((to_days(day) + 3) % 7 + 7) % 7);
}

PartialDate add_days(const PartialDate& day, int days) noexcept {
  return from_days(to_days(day) + days);
}

PartialDate add_months(const PartialDate& month, int months) noexcept {
  const int zero_based = month.year * 12 + month.month - 1 + months;
  return month_of(zero_based / 12, zero_based % 12 + 1);
}

PartialDate last_weekday(const PartialDate& day, Weekday wanted) noexcept {
  return add_days(day, -days_between(wanted, weekday(day)));
}

PartialDate next_weekday(const PartialDate& day, Weekday wanted) noexcept {
  return add_days(day, days_between(weekday(day), wanted));
}

}  // namespace yeon::ingest
