#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace yeon {

/// The six temporal types and the duration of openCypher, as plain numbers in the proleptic
/// Gregorian calendar. Nothing here parses, formats or reckons; query/temporal does.

/// Days since 1970-01-01.
struct Date {
  std::int64_t days = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Nanoseconds since midnight.
struct LocalTime {
  std::int64_t nanos = 0;
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// Local nanoseconds since midnight, and the offset from UTC in seconds.
struct Time {
  std::int64_t nanos = 0;
  std::int32_t offset = 0;
  friend bool operator==(const Time&, const Time&) = default;
};

/// Seconds since 1970-01-01T00:00 on the local clock, and nanoseconds within the second.
struct LocalDateTime {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  friend auto operator<=>(const LocalDateTime&, const LocalDateTime&) = default;
};

/// Seconds since 1970-01-01T00:00Z, nanoseconds within the second, the offset in force in seconds,
/// and the zone's name ("Europe/Stockholm"), empty where only an offset was given.
struct ZonedDateTime {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  std::int32_t offset = 0;
  std::string zone;
  friend bool operator==(const ZonedDateTime&, const ZonedDateTime&) = default;
};

/// The four components are kept apart, as openCypher does: a month has no fixed number of days.
/// `nanos` lies in [0, 1e9).
struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// A point in one of four reference systems: 7203 (Cartesian), 9157 (Cartesian 3D), 4326 (WGS 84,
/// x longitude, y latitude), 4979 (WGS 84 3D).
struct Point {
  std::int32_t srid = 7203;
  double x = 0;
  double y = 0;
  double z = 0;
  bool has_z() const noexcept { return srid == 9157 || srid == 4979; }
  friend bool operator==(const Point&, const Point&) = default;
};

}  // namespace yeon
