#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace date {
class time_zone;
}

namespace yeon::query::temporal {

/// A time zone: a fixed offset, or a name from the system's zoneinfo ("Europe/Stockholm").
///
/// Threads: immutable, so freely shared. Cheap to copy.
/// Source:  Howard Hinnant's date library for the tables; after their end the rule each zoneinfo
///          file closes with.
class Zone {
 public:
  Zone() = default;  // UTC
  static Zone fixed(std::int32_t offset_seconds);
  /// ArgumentError InvalidArgumentValue for an unknown name.
  static Result<Zone> named(std::string_view name);
  /// An offset ("Z", "+01:00", "-0230", "+05", "+00:53:28") or a name.
  static Result<Zone> parse(std::string_view text);

  bool is_fixed() const noexcept { return zone_ == nullptr; }
  /// Empty for a fixed offset.
  const std::string& name() const noexcept { return name_; }
  /// The name, or the offset as text.
  std::string text() const;

  /// Seconds east of UTC at a moment.
  std::int32_t offset_at(std::int64_t utc_seconds) const;

  /// The moment when local clocks show `local_seconds`. Where clocks are set back and it comes
  /// twice, the one with the preferred offset, else the earlier; where they are set forward and it
  /// is skipped, it is counted on from before the change.
  std::int64_t to_utc(std::int64_t local_seconds,
                      std::optional<std::int32_t> preferred_offset = std::nullopt) const;

 private:
  std::string name_;
  std::int32_t offset_ = 0;
  const date::time_zone* zone_ = nullptr;         // owned by the library's database
  const date::time_zone* before_1970_ = nullptr;  // where the zone is merged into another
};

/// "Z", "+01:00", "+00:53:28".
std::string offset_to_text(std::int32_t offset_seconds);

/// nullopt for what is not an offset, or beyond 18 hours.
std::optional<std::int32_t> parse_offset(std::string_view text);

}  // namespace yeon::query::temporal
