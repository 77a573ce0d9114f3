#include "temporal/zone_rule.h"

#include <cctype>

#include "temporal/calendar.h"

// rule   := name offset [name [offset] "," change "," change]
// name   := letters | "<" anything ">"
// offset := [+-] hours [":" minutes [":" seconds]]        (west of UTC is positive)
// change := ("M" month "." week "." day | "J" day | day) ["/" offset]

namespace yeon::query::temporal {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }

  bool take(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool name() {
    std::size_t end = 0;
    if (take('<')) {
      end = text_.find('>');
      if (end == std::string_view::npos) return false;
      text_.remove_prefix(end + 1);
      return true;
    }
    while (end < text_.size() && std::isalpha(static_cast<unsigned char>(text_[end])) != 0) ++end;
    text_.remove_prefix(end);
    return end > 0;
  }

  std::optional<int> number() {
    int value = 0;
    std::size_t digits = 0;
    while (digits < text_.size() && digits < 4 && text_[digits] >= '0' && text_[digits] <= '9') {
      value = value * 10 + (text_[digits++] - '0');
    }
    text_.remove_prefix(digits);
    if (digits == 0) return std::nullopt;
    return value;
  }

  std::optional<std::int64_t> offset() {
    const bool negative = take('-');
    if (!negative) take('+');
    const std::optional<int> hours = number();
    if (!hours) return std::nullopt;
    std::int64_t seconds = *hours * 3'600;
    for (const int unit : {60, 1}) {
      if (!take(':')) break;
      const std::optional<int> part = number();
      if (!part) return std::nullopt;
      seconds += *part * unit;
    }
    return negative ? -seconds : seconds;
  }

  std::optional<YearlyChange> change() {
    YearlyChange change;
    if (take('M')) {
      change.month = number().value_or(0);
      change.week = take('.') ? number().value_or(0) : 0;
      change.day = take('.') ? number().value_or(7) : 7;
      if (change.month < 1 || change.month > 12) return std::nullopt;
      if (change.week < 1 || change.week > 5 || change.day > 6) return std::nullopt;
    } else {
      change.form = take('J') ? YearlyChange::Form::kJulian : YearlyChange::Form::kZeroBased;
      const auto day = number();
      if (!day) return std::nullopt;
      change.day = *day;
    }
    if (take('/')) {
      const auto at = offset();
      if (!at) return std::nullopt;
      change.seconds = *at;
    }
    return change;
  }

 private:
  std::string_view text_;
};

std::int64_t day_of(const YearlyChange& change, std::int64_t year) {
  const std::int64_t new_year = days_of(CivilDate{year, 1, 1});
  if (change.form == YearlyChange::Form::kZeroBased) return new_year + change.day;
  if (change.form == YearlyChange::Form::kJulian) {  // 29 February is never counted
    const bool after_leap_day = is_leap_year(year) && change.day >= 60;
    return new_year + change.day - 1 + (after_leap_day ? 1 : 0);
  }
  const std::int64_t first = days_of(CivilDate{year, change.month, 1});
  const std::int64_t skip = floor_mod(change.day - day_of_week(first) % 7, 7);
  std::int64_t day = first + skip + (change.week - 1) * 7;
  if (day >= first + days_in_month(year, change.month)) day -= 7;
  return day;
}

}  // namespace

std::optional<ZoneRule> ZoneRule::parse(std::string_view text) {
  Reader reader(text);
  ZoneRule rule;
  if (!reader.name()) return std::nullopt;
  const auto standard = reader.offset();
  if (!standard) return std::nullopt;
  rule.standard_ = static_cast<std::int32_t>(-*standard);
  if (reader.done()) return rule;

  if (!reader.name()) return std::nullopt;
  rule.changes_ = true;
  rule.summer_ = rule.standard_ + 3'600;
  if (!reader.take(',')) {
    const auto summer = reader.offset();
    if (!summer || !reader.take(',')) return std::nullopt;
    rule.summer_ = static_cast<std::int32_t>(-*summer);
  }
  const auto to_summer = reader.change();
  const auto to_standard = reader.take(',') ? reader.change() : std::nullopt;
  if (!to_summer || !to_standard || !reader.done()) return std::nullopt;
  rule.to_summer_ = *to_summer;
  rule.to_standard_ = *to_standard;
  return rule;
}

std::int32_t ZoneRule::offset_at(std::int64_t utc_seconds) const {
  if (!changes_) return standard_;
  const std::int64_t local = utc_seconds + standard_;
  const std::int64_t year = civil_date(floor_div(local, kSecondsPerDay)).year;
  const std::int64_t start =
      day_of(to_summer_, year) * kSecondsPerDay + to_summer_.seconds - standard_;
  const std::int64_t end =
      day_of(to_standard_, year) * kSecondsPerDay + to_standard_.seconds - summer_;
  const bool summer = start < end ? utc_seconds >= start && utc_seconds < end
                                  : utc_seconds >= start || utc_seconds < end;
  return summer ? summer_ : standard_;
}

}  // namespace yeon::query::temporal
