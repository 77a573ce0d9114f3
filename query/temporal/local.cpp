#include "temporal/local.h"

#include "functions/errors.h"

namespace yeon::query::temporal {
namespace {

const std::int64_t kFirstDay = days_of(CivilDate{kMinYear, 1, 1});
const std::int64_t kLastDay = days_of(CivilDate{kMaxYear, 12, 31});

Status check_range(std::int64_t days) {
  if (days >= kFirstDay && days <= kLastDay) return {};
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                         "the date lies beyond the years -999999999 to 999999999");
}

Components split_local(std::int64_t seconds, std::int32_t nanos) {
  Components parts;
  parts.days = floor_div(seconds, kSecondsPerDay);
  parts.nanos = floor_mod(seconds, kSecondsPerDay) * kNanosPerSecond + nanos;
  return parts;
}

Result<Components> take_apart_zoned(const ZonedDateTime& value) {
  Components parts = split_local(value.seconds + value.offset, value.nanos);
  parts.offset = value.offset;
  parts.zone = Zone::fixed(value.offset);
  if (!value.zone.empty()) {
    Result<Zone> zone = Zone::named(value.zone);
    if (!zone) return fail(std::move(zone).error());
    parts.zone = *std::move(zone);
  }
  return parts;
}

}  // namespace

bool is_instant(Kind kind) {
  return kind == Kind::kDate || kind == Kind::kLocalTime || kind == Kind::kTime ||
         kind == Kind::kLocalDateTime || kind == Kind::kZonedDateTime;
}

Result<Components> take_apart(const Value& value) {
  Components parts;
  switch (value.kind()) {
    case Kind::kDate:
      parts.days = value.date().days;
      return parts;
    case Kind::kLocalTime:
      parts.nanos = value.local_time().nanos;
      return parts;
    case Kind::kTime:
      parts.nanos = value.time().nanos;
      parts.offset = value.time().offset;
      parts.zone = Zone::fixed(value.time().offset);
      return parts;
    case Kind::kLocalDateTime:
      return split_local(value.local_date_time().seconds, value.local_date_time().nanos);
    case Kind::kZonedDateTime:
      return take_apart_zoned(value.zoned_date_time());
    default:
      return parts;
  }
}

std::int64_t local_seconds(std::int64_t days, std::int64_t nanos) {
  return days * kSecondsPerDay + nanos / kNanosPerSecond;
}

Result<Value> make_date(std::int64_t days) {
  if (Status range = check_range(days); !range) return fail(std::move(range).error());
  return Value(Date{days});
}

Result<Value> make_local_date_time(std::int64_t seconds, std::int64_t nanos) {
  const Status range = check_range(floor_div(seconds, kSecondsPerDay));
  if (!range) return fail(range.error());
  return Value(LocalDateTime{seconds, static_cast<std::int32_t>(nanos)});
}

Result<Value> make_zoned(std::int64_t days, std::int64_t nanos, const Zone& zone,
                         std::optional<std::int32_t> preferred_offset) {
  if (Status range = check_range(days); !range) return fail(std::move(range).error());
  const std::int64_t utc = zone.to_utc(local_seconds(days, nanos), preferred_offset);
  return make_zoned_at(utc, static_cast<std::int32_t>(nanos % kNanosPerSecond), zone);
}

Result<Value> make_zoned_at(std::int64_t utc_seconds, std::int32_t nanos, const Zone& zone) {
  const Status range = check_range(floor_div(utc_seconds, kSecondsPerDay));
  if (!range) return fail(range.error());
  return Value(ZonedDateTime{utc_seconds, nanos, zone.offset_at(utc_seconds), zone.name()});
}

}  // namespace yeon::query::temporal
