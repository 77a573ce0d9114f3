#include "temporal/construct.h"

#include <fmt/format.h>

#include "functions/errors.h"
#include "temporal/calendar.h"
#include "temporal/fields.h"
#include "temporal/local.h"
#include "temporal/text.h"

namespace yeon::query::temporal {
namespace {

tl::unexpected<Error> wrong_type(Kind kind, const Value& argument) {
  return runtime_failure(
      ErrorType::kTypeError, "InvalidArgumentType",
      fmt::format("a {} cannot be made from a {}", name(kind), name(argument.kind())));
}

tl::unexpected<Error> invalid(std::string message) {
  return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue", std::move(message));
}

template <class T>
Result<Value> wrapped(Result<T> value) {
  if (!value) return fail(std::move(value).error());
  return Value(*std::move(value));
}

Result<Value> from_text(Kind kind, std::string_view text, const Clock& clock) {
  switch (kind) {
    case Kind::kDate:
      return wrapped(parse_date(text));
    case Kind::kLocalTime:
      return wrapped(parse_local_time(text));
    case Kind::kTime:
      return wrapped(parse_time(text, clock.zone, clock.seconds));
    case Kind::kLocalDateTime:
      return wrapped(parse_local_date_time(text));
    default:
      return wrapped(parse_zoned_date_time(text, clock.zone));
  }
}

/// Puts parts together as `kind`. What the kind needs and is absent: midnight, the clock's zone.
/// Fails where there is no date for a kind with one, or no time for a mere time.
Result<Value> put_together(Kind kind, const Components& parts, const Clock& clock) {
  const bool needs_date = kind != Kind::kLocalTime && kind != Kind::kTime;
  if (needs_date && !parts.days) {
    return invalid(fmt::format("a {} needs a date, which a time has not", name(kind)));
  }
  if (!needs_date && !parts.nanos) {
    return invalid(fmt::format("a {} needs a time, which a date has not", name(kind)));
  }
  const std::int64_t nanos = parts.nanos.value_or(0);
  const Zone& zone = parts.zone ? *parts.zone : clock.zone;
  switch (kind) {
    case Kind::kDate:
      return make_date(*parts.days);
    case Kind::kLocalTime:
      return Value(LocalTime{nanos});
    case Kind::kTime:
      return Value(Time{nanos, parts.offset ? *parts.offset : zone.offset_at(clock.seconds)});
    case Kind::kLocalDateTime:
      return make_local_date_time(local_seconds(*parts.days, nanos), nanos % kNanosPerSecond);
    default:
      return make_zoned(*parts.days, nanos, zone, parts.offset);
  }
}

/// The temporal values that a map selects parts of: {date: d, time: t} or {datetime: dt}.
struct Selection {
  Components parts;
  bool zoned = false;  ///< the zone came from a selected value, so another converts the moment
};

Result<Components> selected(const Fields& fields, std::string_view key) {
  const Value* value = fields.find(key);
  if (value == nullptr) return Components{};
  if (!is_instant(value->kind())) {
    return runtime_failure(
        ErrorType::kTypeError, "InvalidArgumentType",
        fmt::format("{} must be a temporal value, not {}", key, name(value->kind())));
  }
  Result<Components> parts = take_apart(*value);
  if (!parts) return parts;
  if ((key != "time" && !parts->days) || (key != "date" && key != "datetime" && !parts->nanos)) {
    return invalid(fmt::format("a {} has no {} to select", name(value->kind()), key));
  }
  return parts;
}

Result<Selection> select(const Fields& fields) {
  const Result<Components> both = selected(fields, "datetime");
  if (!both) return fail(both.error());
  const Result<Components> date = selected(fields, "date");
  if (!date) return fail(date.error());
  const Result<Components> time = selected(fields, "time");
  if (!time) return fail(time.error());
  if (fields.has("datetime")) {
    if (fields.has("date") || fields.has("time")) {
      return invalid("datetime cannot be selected together with date or time");
    }
    Selection selection{*both, both->zone.has_value()};
    if (!selection.parts.nanos) selection.parts.nanos = 0;
    return selection;
  }
  Selection selection;
  selection.parts.days = date->days;
  selection.parts.nanos = time->nanos;
  selection.parts.zone = time->zone;
  selection.parts.offset = time->offset;
  selection.zoned = time->zone.has_value();
  return selection;
}

Result<std::optional<Value>> from_epoch(const Fields& fields, const Clock& clock) {
  constexpr std::int64_t kFar = std::int64_t{1} << 62;
  const auto seconds = fields.integer("epochSeconds", -kFar, kFar);
  if (!seconds) return fail(seconds.error());
  const auto millis = fields.integer("epochMillis", -kFar, kFar);
  if (!millis) return fail(millis.error());
  if (!*seconds && !*millis) return std::optional<Value>();
  if (*seconds && *millis) return invalid("epochSeconds and epochMillis exclude each other");
  const std::int64_t whole = *seconds ? **seconds : floor_div(**millis, 1'000);
  std::int64_t nanos = *seconds ? 0 : floor_mod(**millis, 1'000) * 1'000'000;
  const auto extra = fields.integer("nanosecond", 0, *seconds ? 999'999'999 : 999'999);
  if (!extra) return fail(extra.error());
  nanos += extra->value_or(0);
  const auto zone = fields.zone();
  if (!zone) return fail(zone.error());
  Result<Value> value =
      make_zoned_at(whole, static_cast<std::int32_t>(nanos), *zone ? **zone : clock.zone);
  if (!value) return fail(std::move(value).error());
  return std::optional(*std::move(value));
}

/// The same moment on another zone's clock.
Components moved_to(const Components& parts, const Zone& zone, const Clock& clock) {
  const std::int64_t nanos = parts.nanos.value_or(0);
  const Zone& from = parts.zone ? *parts.zone : clock.zone;
  const std::int64_t day = parts.days.value_or(0);
  const std::int64_t utc = parts.days || !parts.offset
                               ? from.to_utc(local_seconds(day, nanos), parts.offset)
                               : local_seconds(day, nanos) - *parts.offset;
  // A time without a date has no moment of its own; the zone's present offset serves.
  const std::int32_t offset = zone.offset_at(parts.days ? utc : clock.seconds);
  const std::int64_t local = utc + offset;
  Components moved;
  moved.days = floor_div(local, kSecondsPerDay);
  moved.nanos = floor_mod(local, kSecondsPerDay) * kNanosPerSecond + nanos % kNanosPerSecond;
  moved.zone = zone;
  moved.offset = offset;
  return moved;
}

Result<Value> from_map(Kind kind, const Map& map, const Clock& clock) {
  const Result<Fields> read = Fields::of(map);
  if (!read) return fail(read.error());
  const Fields& fields = *read;
  if (fields.has_null()) return Value();
  if (kind == Kind::kZonedDateTime) {
    Result<std::optional<Value>> epoch = from_epoch(fields, clock);
    if (!epoch) return fail(std::move(epoch).error());
    if (*epoch) return **std::move(epoch);
  }
  Result<Selection> selection = select(fields);
  if (!selection) return fail(std::move(selection).error());
  Components parts = selection->parts;

  if (kind != Kind::kTime && kind != Kind::kLocalTime) {
    const Result<std::int64_t> days = date_from(fields, parts.days);
    if (!days) return fail(days.error());
    parts.days = *days;
  }
  if (kind != Kind::kDate) {
    if ((kind == Kind::kTime || kind == Kind::kLocalTime) && !parts.nanos && !fields.has("hour")) {
      return invalid("hour must be given");
    }
    const Result<std::int64_t> nanos = time_from(fields, parts.nanos);
    if (!nanos) return fail(nanos.error());
    parts.nanos = *nanos;
  }
  const Result<std::optional<Zone>> zone = fields.zone();
  if (!zone) return fail(zone.error());
  if (*zone && (kind == Kind::kTime || kind == Kind::kZonedDateTime)) {
    if (selection->zoned) {
      parts = moved_to(parts, **zone, clock);
    } else {
      parts.zone = **zone;
      parts.offset.reset();
    }
  }
  return put_together(kind, parts, clock);
}

}  // namespace

Result<Value> current(Kind kind, const Clock& clock) {
  const std::int32_t offset = clock.zone.offset_at(clock.seconds);
  const std::int64_t local = clock.seconds + offset;
  Components parts;
  parts.days = floor_div(local, kSecondsPerDay);
  parts.nanos = floor_mod(local, kSecondsPerDay) * kNanosPerSecond + clock.nanos;
  parts.offset = offset;
  return put_together(kind, parts, clock);
}

Result<Value> construct(Kind kind, const Value& argument, const Clock& clock) {
  if (argument.is_null()) return Value();
  if (argument.is(Kind::kString)) return from_text(kind, argument.string(), clock);
  if (argument.is(Kind::kMap)) return from_map(kind, argument.map(), clock);
  if (!is_instant(argument.kind())) return wrong_type(kind, argument);
  const Result<Components> parts = take_apart(argument);
  if (!parts) return fail(parts.error());
  return put_together(kind, *parts, clock);
}

}  // namespace yeon::query::temporal
