#include "yeon/ingest/cron.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <vector>

namespace yeon::ingest {
namespace {

/// February 29 returns after at most eight years (1896 to 1904, 2096 to 2104).
constexpr std::int64_t kHorizonDays = 9 * 366;
constexpr Seconds kNever = Seconds::max();

struct Field {
  std::string_view name;
  int low;
  int high;
  std::string_view names;  ///< three letters each, the first for `low`; empty: none
};

constexpr std::array<Field, 5> kFields = {{
    {"minute", 0, 59, ""},
    {"hour", 0, 23, ""},
    {"day of month", 1, 31, ""},
    {"month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"},
    {"day of week", 0, 7, "SUNMONTUEWEDTHUFRISAT"},
}};

tl::unexpected<Error> bad(const Field& field, std::string_view text) {
  std::string hint = fmt::format("{} to {}, lists (1,15), ranges ({}-{}), steps (*/2)", field.low,
                                 field.high, field.low, field.low + 1);
  if (!field.names.empty()) hint += fmt::format(", names ({})", field.names.substr(0, 3));
  return fail(ErrorType::kArgumentError, fmt::format("`{}` is no {} of cron", text, field.name),
              std::move(hint));
}

std::optional<int> whole(std::string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> value_of(const Field& field, std::string_view text) {
  if (const auto number = whole(text)) {
    return *number >= field.low && *number <= field.high ? number : std::nullopt;
  }
  if (text.size() != 3) return std::nullopt;
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  for (std::size_t at = 0; at < field.names.size(); at += 3) {
    if (field.names.substr(at, 3) == upper) return field.low + static_cast<int>(at / 3);
  }
  return std::nullopt;
}

/// The bits of one item of a list.
std::optional<std::uint64_t> item_bits(const Field& field, std::string_view item) {
  int step = 1;
  const std::size_t slash = item.find('/');
  if (slash != std::string_view::npos) {
    const auto given = whole(item.substr(slash + 1));
    if (!given || *given == 0) return std::nullopt;
    step = *given;
    item = item.substr(0, slash);
  }
  int first = field.low;
  int last = field.high;
  if (item != "*") {
    const std::size_t dash = item.find('-');
    const auto from = value_of(field, item.substr(0, dash));
    const auto to = dash == std::string_view::npos
                        ? (slash == std::string_view::npos ? from : std::optional(field.high))
                        : value_of(field, item.substr(dash + 1));
    if (!from || !to || *from > *to) return std::nullopt;
    first = *from;
    last = *to;
  }
  std::uint64_t bits = 0;
  for (int value = first; value <= last; value += step) bits |= std::uint64_t{1} << value;
  return bits;
}

Result<std::uint64_t> field_bits(const Field& field, std::string_view text) {
  std::uint64_t bits = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const auto item = item_bits(field, text.substr(begin, end - begin));
    if (!item) return bad(field, text);
    bits |= *item;
    begin = end + 1;
  }
  return bits;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

/// nullptr where the zone is not known; the library throws.
const date::time_zone* zone_named(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

Result<Cron> Cron::parse(std::string_view text, std::string_view zone) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() != kFields.size()) {
    return fail(ErrorType::kArgumentError,
                fmt::format("cron takes five fields, `{}` has {}", text, words.size()),
                "minute hour day-of-month month day-of-week, as in \"0 7 * * MON-FRI\"");
  }
  std::array<std::uint64_t, 5> bits{};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const auto field = field_bits(kFields[i], words[i]);
    if (!field) return fail(field.error());
    bits[i] = *field;
  }
  Cron cron;
  cron.minutes_ = bits[0];
  cron.hours_ = static_cast<std::uint32_t>(bits[1]);
  cron.days_ = static_cast<std::uint32_t>(bits[2]);
  cron.months_ = static_cast<std::uint32_t>(bits[3]);
  cron.weekdays_ = static_cast<std::uint32_t>((bits[4] | bits[4] >> 7) & 0x7F);
  cron.any_hour_ = words[1].front() == '*';
  cron.any_day_ = words[2].front() == '*';
  cron.any_weekday_ = words[4].front() == '*';
  if (zone != "UTC") cron.zone_ = zone;
  if (!cron.zone_.empty() && zone_named(cron.zone_) == nullptr) {
    return fail(ErrorType::kArgumentError, fmt::format("there is no time zone `{}`", cron.zone_),
                "take a name of the time zone database, such as Asia/Seoul");
  }
  // A date that does not come within a leap cycle never comes.
  if (cron.next_after(date::sys_days{date::year{2000} / 1 / 1}) == kNever) {
    return fail(ErrorType::kArgumentError, fmt::format("`{}` never comes", text),
                "no such day is in the calendar");
  }
  return cron;
}

bool Cron::is_on_day(std::int64_t days) const {
  const date::sys_days day{date::days{days}};
  const date::year_month_day calendar{day};
  const auto has = [](std::uint32_t bits, unsigned value) { return ((bits >> value) & 1) != 0; };
  if (!has(months_, static_cast<unsigned>(calendar.month()))) return false;
  const bool in_month = has(days_, static_cast<unsigned>(calendar.day()));
  const bool in_week = has(weekdays_, date::weekday{day}.c_encoding());
  return any_day_ || any_weekday_ ? in_month && in_week : in_month || in_week;
}

/// The first time due on a day of the local calendar that lies after `after`; kNever if none does.
Seconds Cron::first_on_day(std::int64_t days, Seconds after) const {
  Seconds first = kNever;
  for (int hour = 0; hour < 24; ++hour) {
    if (((hours_ >> hour) & 1) == 0) continue;
    for (int minute = 0; minute < 60; ++minute) {
      if (((minutes_ >> minute) & 1) == 0) continue;
      const std::chrono::seconds local =
          std::chrono::days{days} + std::chrono::hours{hour} + std::chrono::minutes{minute};
      for (const Seconds time : instants_of(local)) {
        if (time > after) first = std::min(first, time);
      }
    }
  }
  return first;
}

/// When the local clock shows a time: once; in a gap at its end; in a repeated hour at the first
/// showing, and for jobs of every hour at the second too.
std::vector<Seconds> Cron::instants_of(std::chrono::seconds local) const {
  if (zone_.empty()) return {Seconds{local}};
  const date::time_zone* zone = zone_named(zone_);
  if (zone == nullptr) return {};
  const date::local_info info = zone->get_info(date::local_seconds{local});
  if (info.result == date::local_info::nonexistent) return {info.second.begin};
  std::vector<Seconds> instants = {Seconds{local - info.first.offset}};
  if (info.result == date::local_info::ambiguous && any_hour_) {
    instants.push_back(Seconds{local - info.second.offset});
  }
  return instants;
}

Seconds Cron::next_after(Seconds time) const {
  const std::int64_t today = date::floor<date::days>(time).time_since_epoch().count();
  // The local calendar may be a day behind or ahead of UTC's.
  for (std::int64_t day = today - 1; day <= today + kHorizonDays; ++day) {
    if (!is_on_day(day)) continue;
    const Seconds first = first_on_day(day, time);
    if (first != kNever) return first;
  }
  return kNever;
}

}  // namespace yeon::ingest
