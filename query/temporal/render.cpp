#include <fmt/format.h>

#include <cstdlib>

#include "temporal/calendar.h"
#include "temporal/text.h"

namespace yeon::query::temporal {
namespace {

std::string date_text(std::int64_t days) {
  const CivilDate date = civil_date(days);
  const char* sign = "";
  if (date.year < 0) sign = "-";
  if (date.year > 9'999) sign = "+";
  return fmt::format("{}{:04}-{:02}-{:02}", sign, std::abs(date.year), date.month, date.day);
}

/// ".5" for 500,000,000; "" for 0.
std::string fraction_text(std::int64_t nanos) {
  if (nanos == 0) return "";
  std::string text = fmt::format(".{:09}", nanos);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string time_text(std::int64_t nanos) {
  const std::int64_t seconds = nanos / kNanosPerSecond;
  const std::int64_t fraction = nanos % kNanosPerSecond;
  std::string text = fmt::format("{:02}:{:02}", seconds / 3'600, seconds / 60 % 60);
  if (seconds % 60 != 0 || fraction != 0) {
    text += fmt::format(":{:02}{}", seconds % 60, fraction_text(fraction));
  }
  return text;
}

std::string date_time_text(std::int64_t local_seconds, std::int32_t nanos) {
  const std::int64_t days = floor_div(local_seconds, kSecondsPerDay);
  const std::int64_t rest = local_seconds - days * kSecondsPerDay;
  return fmt::format("{}T{}", date_text(days), time_text(rest * kNanosPerSecond + nanos));
}

void append_part(std::string& text, std::int64_t count, char unit) {
  if (count != 0) text += fmt::format("{}{}", count, unit);
}

}  // namespace

std::string to_text(const Date& value) { return date_text(value.days); }

std::string to_text(const LocalTime& value) { return time_text(value.nanos); }

std::string to_text(const Time& value) {
  return time_text(value.nanos) + offset_to_text(value.offset);
}

std::string to_text(const LocalDateTime& value) {
  return date_time_text(value.seconds, value.nanos);
}

std::string to_text(const ZonedDateTime& value) {
  std::string text = date_time_text(value.seconds + value.offset, value.nanos);
  text += offset_to_text(value.offset);
  if (!value.zone.empty()) text += fmt::format("[{}]", value.zone);
  return text;
}

std::string to_text(const Duration& value) {
  std::string text = "P";
  append_part(text, value.months / 12, 'Y');
  append_part(text, value.months % 12, 'M');
  append_part(text, value.days, 'D');

  // Seconds and nanoseconds are shown with one sign.
  std::int64_t seconds = value.seconds;
  std::int64_t nanos = value.nanos;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= kNanosPerSecond;
  }
  if (seconds != 0 || nanos != 0) {
    text += 'T';
    append_part(text, seconds / 3'600, 'H');
    append_part(text, seconds / 60 % 60, 'M');
    const std::int64_t rest = seconds % 60;
    if (rest != 0 || nanos != 0) {
      const char* sign = rest < 0 || nanos < 0 ? "-" : "";
      text += fmt::format("{}{}{}S", sign, std::abs(rest), fraction_text(std::abs(nanos)));
    }
  }
  return text == "P" ? "PT0S" : text;
}

}  // namespace yeon::query::temporal
