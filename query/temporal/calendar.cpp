#include "temporal/calendar.h"

#include <algorithm>

namespace yeon::query::temporal {

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

int days_in_year(std::int64_t year) { return is_leap_year(year) ? 366 : 365; }

int weeks_in_year(std::int64_t week_year) {
  const std::int64_t first = days_of(WeekDate{week_year, 1, 1});
  const std::int64_t next = days_of(WeekDate{week_year + 1, 1, 1});
  return static_cast<int>((next - first) / 7);
}

// Counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
std::int64_t days_of(const CivilDate& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

CivilDate civil_date(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = floor_div(shifted, 146'097);
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

int day_of_week(std::int64_t days) { return static_cast<int>(floor_mod(days + 3, 7)) + 1; }

std::int64_t days_of(const WeekDate& date) {
  const std::int64_t fourth = days_of(CivilDate{date.year, 1, 4});  // always in week 1
  return fourth - (day_of_week(fourth) - 1) + (date.week - 1) * 7 + (date.day - 1);
}

WeekDate week_date(std::int64_t days) {
  const int day = day_of_week(days);
  const std::int64_t thursday = days - day + 4;
  const std::int64_t year = civil_date(thursday).year;
  const std::int64_t first = days_of(CivilDate{year, 1, 1});
  return {year, static_cast<int>((thursday - first) / 7) + 1, day};
}

int day_of_year(std::int64_t days) {
  const std::int64_t year = civil_date(days).year;
  return static_cast<int>(days - days_of(CivilDate{year, 1, 1})) + 1;
}

int quarter_of(int month) { return (month - 1) / 3 + 1; }

int day_of_quarter(std::int64_t days) {
  const CivilDate date = civil_date(days);
  const int first_month = (quarter_of(date.month) - 1) * 3 + 1;
  return static_cast<int>(days - days_of(CivilDate{date.year, first_month, 1})) + 1;
}

int days_in_quarter(std::int64_t year, int quarter) {
  int days = 0;
  for (int month = quarter * 3 - 2; month <= quarter * 3; ++month) {
    days += days_in_month(year, month);
  }
  return days;
}

CivilDate plus_months(const CivilDate& date, std::int64_t months) {
  const std::int64_t count = date.year * 12 + (date.month - 1) + months;
  CivilDate moved;
  moved.year = floor_div(count, 12);
  moved.month = static_cast<int>(floor_mod(count, 12)) + 1;
  moved.day = std::min(date.day, days_in_month(moved.year, moved.month));
  return moved;
}

}  // namespace yeon::query::temporal
