#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yeon::query::temporal {

/// One change of the clocks a year, as POSIX's TZ writes it: "M10.5.0/3", "J60" or "59".
struct YearlyChange {
  enum class Form : std::uint8_t { kMonthWeekDay, kJulian, kZeroBased };
  Form form = Form::kMonthWeekDay;
  int month = 1;
  int week = 1;  ///< 5: the last
  int day = 0;   ///< of the week, 0 Sunday; or of the year
  std::int64_t seconds = 7'200;
};

/// The rule that a zoneinfo file ends with, for all years after its table.
class ZoneRule {
 public:
  /// "CET-1CEST,M3.5.0,M10.5.0/3"; nullopt for what is not such a rule.
  static std::optional<ZoneRule> parse(std::string_view text);

  /// Seconds east of UTC.
  std::int32_t offset_at(std::int64_t utc_seconds) const;

 private:
  std::int32_t standard_ = 0;
  std::int32_t summer_ = 0;
  bool changes_ = false;
  YearlyChange to_summer_;
  YearlyChange to_standard_;
};

}  // namespace yeon::query::temporal
