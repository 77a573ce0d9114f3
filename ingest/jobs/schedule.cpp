#include "yeon/ingest/schedule.h"

#include <array>
#include <utility>

namespace yeon::ingest {
namespace {

constexpr std::chrono::seconds kLongest = std::chrono::days{366};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNicknames = {{
    {"@hourly", "0 * * * *"},
    {"@daily", "0 0 * * *"},
    {"@midnight", "0 0 * * *"},
    {"@weekly", "0 0 * * SUN"},
    {"@monthly", "0 0 1 * *"},
}};

std::optional<std::int64_t> unit_seconds(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return 86400;
    default:
      return std::nullopt;
  }
}

/// Digits and a unit; nullopt where the text is not of that form.
std::optional<std::chrono::seconds> interval(std::string_view text) {
  if (text.size() < 2 || text.size() > 10) return std::nullopt;
  const auto unit = unit_seconds(text.back());
  if (!unit) return std::nullopt;
  std::int64_t count = 0;
  for (const char c : text.substr(0, text.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  return std::chrono::seconds{count * *unit};
}

}  // namespace

Result<Schedule> Schedule::parse(std::string_view text, std::string_view zone) {
  if (const auto every = interval(text)) {
    if (every->count() < 1 || *every > kLongest) {
      return fail(ErrorType::kArgumentError,
                  fmt::format("`{}` is not between a second and 366 days", text),
                  "such as 30s, 15m, 6h, 2d");
    }
    return Schedule(*every);
  }
  std::string_view fields = text;
  for (const auto& [nickname, meaning] : kNicknames) {
    if (text == nickname) fields = meaning;
  }
  if (fields.find_first_of(" \t") == std::string_view::npos) {
    return fail(ErrorType::kArgumentError, fmt::format("`{}` is no schedule", text),
                "an interval (30s, 15m, 6h, 2d), five cron fields (\"0 7 * * MON-FRI\"), or "
                "@hourly, @daily, @weekly, @monthly");
  }
  auto cron = Cron::parse(fields, zone);
  if (!cron) return fail(std::move(cron).error());
  return Schedule(std::move(*cron));
}

Seconds Schedule::next_after(Seconds time) const {
  if (const auto* every = std::get_if<std::chrono::seconds>(&when_)) return time + *every;
  return std::get<Cron>(when_).next_after(time);
}

Seconds Schedule::due(Seconds created, std::optional<Seconds> last_started) const {
  if (is_interval() && !last_started) return created;
  return next_after(last_started.value_or(created));
}

bool Schedule::is_interval() const noexcept {
  return std::holds_alternative<std::chrono::seconds>(when_);
}

}  // namespace yeon::ingest
