#include "temporal/zone.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "functions/errors.h"
#include "temporal/merged_zones.h"
#include "temporal/zone_rule.h"

namespace yeon::query::temporal {
namespace {

constexpr std::int64_t kEndOfTables = 2'114'380'800;  // 2037-01-01T00:00Z
constexpr std::int32_t kMaxOffset = 18 * 3'600;

const date::time_zone* locate(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

const date::time_zone* merged_into(std::string_view name) {
  const auto found = std::lower_bound(
      kMergedZones.begin(), kMergedZones.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (found == kMergedZones.end() || found->first != name) return nullptr;
  return locate(found->second);
}

std::optional<ZoneRule> rule_of(const std::string& name) {
  std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::int64_t>(file.tellg());
  if (!file || size <= 0) return std::nullopt;
  constexpr std::int64_t kLongestRule = 256;
  std::string tail(static_cast<std::size_t>(std::min(size, kLongestRule)), '\0');
  file.seekg(-static_cast<std::streamoff>(tail.size()), std::ios::end);
  file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  if (!file || tail.back() != '\n') return std::nullopt;
  tail.pop_back();
  const std::size_t start = tail.rfind('\n');
  if (start == std::string::npos) return std::nullopt;
  return ZoneRule::parse(std::string_view(tail).substr(start + 1));
}

std::int32_t table_offset(const date::time_zone& zone, std::int64_t utc_seconds) {
  const date::sys_seconds at{std::chrono::seconds(utc_seconds)};
  return static_cast<std::int32_t>(zone.get_info(at).offset.count());
}

std::optional<int> two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  const char tens = text[at];
  const char ones = text[at + 1];
  if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return std::nullopt;
  return (tens - '0') * 10 + (ones - '0');
}

}  // namespace

Zone Zone::fixed(std::int32_t offset_seconds) {
  Zone zone;
  zone.offset_ = offset_seconds;
  return zone;
}

Result<Zone> Zone::named(std::string_view name) {
  Zone zone;
  zone.name_ = std::string(name);
  zone.zone_ = locate(name);
  if (zone.zone_ == nullptr) {
    return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                           fmt::format("`{}` is not a time zone", name),
                           "give an offset such as +01:00 or a name such as Europe/Stockholm");
  }
  zone.before_1970_ = merged_into(name);
  return zone;
}

Result<Zone> Zone::parse(std::string_view text) {
  if (const auto offset = parse_offset(text)) return fixed(*offset);
  return named(text);
}

std::string Zone::text() const { return is_fixed() ? offset_to_text(offset_) : name_; }

std::int32_t Zone::offset_at(std::int64_t utc_seconds) const {
  if (is_fixed()) return offset_;
  if (utc_seconds < 0 && before_1970_ != nullptr) return table_offset(*before_1970_, utc_seconds);
  if (utc_seconds >= kEndOfTables) {
    if (const auto rule = rule_of(name_)) return rule->offset_at(utc_seconds);
  }
  return table_offset(*zone_, utc_seconds);
}

std::int64_t Zone::to_utc(std::int64_t local_seconds,
                          std::optional<std::int32_t> preferred_offset) const {
  if (is_fixed()) return local_seconds - offset_;
  constexpr std::int64_t kDay = 86'400;
  const std::int32_t before = offset_at(local_seconds - kDay);
  const std::int32_t after = offset_at(local_seconds + kDay);
  const auto valid = [&](std::int32_t offset) {
    return offset_at(local_seconds - offset) == offset;
  };
  if (preferred_offset && (*preferred_offset == before || *preferred_offset == after) &&
      valid(*preferred_offset)) {
    return local_seconds - *preferred_offset;
  }
  if (valid(before) || !valid(after)) return local_seconds - before;
  return local_seconds - after;
}

std::string offset_to_text(std::int32_t offset_seconds) {
  if (offset_seconds == 0) return "Z";
  const char sign = offset_seconds < 0 ? '-' : '+';
  const std::int32_t size = std::abs(offset_seconds);
  std::string text = fmt::format("{}{:02}:{:02}", sign, size / 3'600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
  return text;
}

std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const bool negative = text.front() == '-';
  text.remove_prefix(1);
  std::int32_t seconds = 0;
  std::int32_t unit = 3'600;
  const bool colons = text.size() > 2 && text[2] == ':';
  for (std::size_t at = 0; at < text.size() || unit == 3'600;) {
    const auto part = two_digits(text, at);
    if (!part || unit == 0 || (unit < 3'600 && *part > 59)) return std::nullopt;
    seconds += *part * unit;
    unit /= 60;
    at += 2;
    if (at == text.size()) break;
    if (colons && text[at++] != ':') return std::nullopt;
    if (at == text.size()) return std::nullopt;
  }
  if (seconds > kMaxOffset) return std::nullopt;
  return negative ? -seconds : seconds;
}

}  // namespace yeon::query::temporal
