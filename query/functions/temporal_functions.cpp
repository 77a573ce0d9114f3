#include "functions/tables.h"
#include "temporal/arithmetic.h"
#include "temporal/calendar.h"
#include "temporal/construct.h"
#include "temporal/local.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

Result<temporal::Clock> clock_of(const FunctionContext& context, const Instant& now) {
  Result<temporal::Zone> zone = temporal::Zone::parse(context.time_zone);
  if (!zone) return fail(std::move(zone).error());
  return temporal::Clock{now.seconds, now.nanos, *std::move(zone)};
}

template <Kind kKind>
Result<Value> construct(Arguments arguments, FunctionContext& context) {
  const Result<temporal::Clock> clock = clock_of(context, context.now);
  if (!clock) return fail(clock.error());
  if (arguments.empty()) return temporal::current(kKind, *clock);
  return temporal::construct(kKind, arguments[0], *clock);
}

/// The present in the default zone, or in the one given.
Result<Value> present(Kind kind, Arguments arguments, const FunctionContext& context,
                      const Instant& now) {
  Result<temporal::Clock> clock = clock_of(context, now);
  if (!clock) return fail(clock.error());
  if (!arguments.empty()) {
    if (!arguments[0].is(Kind::kString)) return wrong_argument("the clock", arguments[0]);
    Result<temporal::Zone> zone = temporal::Zone::parse(arguments[0].string());
    if (!zone) return fail(std::move(zone).error());
    clock->zone = *std::move(zone);
  }
  return temporal::current(kind, *clock);
}

template <Kind kKind>
Result<Value> of_statement(Arguments arguments, FunctionContext& context) {
  return present(kKind, arguments, context, context.now);
}

template <Kind kKind>
Result<Value> of_wall_clock(Arguments arguments, FunctionContext& context) {
  return present(kKind, arguments, context, current_instant());
}

template <Kind kKind>
Result<Value> truncate(Arguments arguments, FunctionContext& context) {
  const Result<temporal::Clock> clock = clock_of(context, context.now);
  if (!clock) return fail(clock.error());
  if (!arguments[0].is(Kind::kString)) return wrong_argument("truncate", arguments[0]);
  Result<Value> value =
      arguments.size() > 1 ? Result<Value>(arguments[1]) : temporal::current(kKind, *clock);
  if (!value) return value;
  static const Map kNoFields;
  if (arguments.size() > 2 && !arguments[2].is(Kind::kMap)) {
    return wrong_argument("truncate", arguments[2]);
  }
  const Map& fields = arguments.size() > 2 ? arguments[2].map() : kNoFields;
  return temporal::truncate(kKind, arguments[0].string(), *value, fields, *clock);
}

Result<Value> from_epoch(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is(Kind::kInteger)) return wrong_argument("datetime.fromEpoch", argument);
  }
  const std::int64_t nanos = arguments[1].integer();
  const std::int64_t carried = temporal::floor_div(nanos, temporal::kNanosPerSecond);
  std::int64_t seconds = 0;
  if (__builtin_add_overflow(arguments[0].integer(), carried, &seconds)) {
    return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                           "the moment does not fit 64 bits");
  }
  const auto rest = temporal::floor_mod(nanos, temporal::kNanosPerSecond);
  return temporal::make_zoned_at(seconds, static_cast<std::int32_t>(rest), temporal::Zone());
}

Result<Value> from_epoch_millis(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kInteger)) {
    return wrong_argument("datetime.fromEpochMillis", arguments[0]);
  }
  const std::int64_t millis = arguments[0].integer();
  return temporal::make_zoned_at(
      temporal::floor_div(millis, 1'000),
      static_cast<std::int32_t>(temporal::floor_mod(millis, 1'000) * 1'000'000), temporal::Zone());
}

Result<Value> timestamp(Arguments, FunctionContext& context) {
  return Value(context.now.seconds * 1'000 + context.now.nanos / 1'000'000);
}

Result<Value> duration(Arguments arguments, FunctionContext&) {
  return temporal::construct_duration(arguments[0]);
}

template <temporal::DifferenceUnit kUnit>
Result<Value> between(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!temporal::is_instant(argument.kind())) return wrong_argument("duration.between", argument);
  }
  return temporal::between(arguments[0], arguments[1], kUnit);
}

/// The names and texts of one kind's six functions.
struct Family {
  std::string_view make, make_signature;
  std::string_view transaction, transaction_signature;
  std::string_view statement, statement_signature;
  std::string_view realtime, realtime_signature;
  std::string_view truncate, truncate_signature;
};

template <Kind kKind>
constexpr std::array<Function, 5> family(const Family& names) {
  constexpr KindSet kReturns = kinds(kKind);
  const auto present = [&](std::string_view name, std::string_view signature, auto* call,
                           std::string_view description, bool deterministic = true) {
    return Function{.name = name,
                    .signature = signature,
                    .description = description,
                    .max_arguments = 1,
                    .deterministic = deterministic,
                    .returns = kReturns,
                    .call = call};
  };
  return {Function{.name = names.make,
                   .signature = names.make_signature,
                   .description = "From a string, a map or another temporal value; without any, "
                                  "the present.",
                   .max_arguments = 1,
                   .returns = kReturns,
                   .call = construct<kKind>},
          present(names.transaction, names.transaction_signature, of_statement<kKind>,
                  "The present, one moment throughout a transaction."),
          present(names.statement, names.statement_signature, of_statement<kKind>,
                  "The present, one moment throughout a statement."),
          present(names.realtime, names.realtime_signature, of_wall_clock<kKind>,
                  "The present, read anew each time.", false),
          Function{.name = names.truncate,
                   .signature = names.truncate_signature,
                   .description = "The beginning of the unit of time that holds a value.",
                   .min_arguments = 1,
                   .max_arguments = 3,
                   .returns = kReturns,
                   .call = truncate<kKind>}};
}

constexpr auto kDates =
    family<Kind::kDate>({"date", "date(input = :: ANY) :: DATE", "date.transaction",
                         "date.transaction(timezone = :: STRING) :: DATE", "date.statement",
                         "date.statement(timezone = :: STRING) :: DATE", "date.realtime",
                         "date.realtime(timezone = :: STRING) :: DATE", "date.truncate",
                         "date.truncate(unit :: STRING, value = :: ANY, fields = :: MAP) :: DATE"});
constexpr auto kLocalTimes = family<Kind::kLocalTime>(
    {"localtime", "localtime(input = :: ANY) :: LOCAL TIME", "localtime.transaction",
     "localtime.transaction(timezone = :: STRING) :: LOCAL TIME", "localtime.statement",
     "localtime.statement(timezone = :: STRING) :: LOCAL TIME", "localtime.realtime",
     "localtime.realtime(timezone = :: STRING) :: LOCAL TIME", "localtime.truncate",
     "localtime.truncate(unit :: STRING, value = :: ANY, fields = :: MAP) :: LOCAL TIME"});
constexpr auto kTimes =
    family<Kind::kTime>({"time", "time(input = :: ANY) :: TIME", "time.transaction",
                         "time.transaction(timezone = :: STRING) :: TIME", "time.statement",
                         "time.statement(timezone = :: STRING) :: TIME", "time.realtime",
                         "time.realtime(timezone = :: STRING) :: TIME", "time.truncate",
                         "time.truncate(unit :: STRING, value = :: ANY, fields = :: MAP) :: TIME"});
constexpr auto kLocalDateTimes = family<Kind::kLocalDateTime>(
    {"localdatetime", "localdatetime(input = :: ANY) :: LOCAL DATETIME",
     "localdatetime.transaction",
     "localdatetime.transaction(timezone = :: STRING) :: LOCAL DATETIME", "localdatetime.statement",
     "localdatetime.statement(timezone = :: STRING) :: LOCAL DATETIME", "localdatetime.realtime",
     "localdatetime.realtime(timezone = :: STRING) :: LOCAL DATETIME", "localdatetime.truncate",
     "localdatetime.truncate(unit :: STRING, value = :: ANY, fields = :: MAP) :: LOCAL DATETIME"});
constexpr auto kZonedDateTimes = family<Kind::kZonedDateTime>(
    {"datetime", "datetime(input = :: ANY) :: DATETIME", "datetime.transaction",
     "datetime.transaction(timezone = :: STRING) :: DATETIME", "datetime.statement",
     "datetime.statement(timezone = :: STRING) :: DATETIME", "datetime.realtime",
     "datetime.realtime(timezone = :: STRING) :: DATETIME", "datetime.truncate",
     "datetime.truncate(unit :: STRING, value = :: ANY, fields = :: MAP) :: DATETIME"});

constexpr Function difference(std::string_view name, std::string_view signature,
                              std::string_view description,
                              Result<Value> (*call)(Arguments, FunctionContext&)) {
  return {.name = name,
          .signature = signature,
          .description = description,
          .min_arguments = 2,
          .max_arguments = 2,
          .returns = kinds(Kind::kDuration),
          .call = call};
}

constexpr Function kOthers[] = {
    {.name = "datetime.fromEpoch",
     .signature = "datetime.fromEpoch(seconds :: INTEGER, nanoseconds :: INTEGER) :: DATETIME",
     .description = "The moment so long after 1970-01-01T00:00Z.",
     .min_arguments = 2,
     .max_arguments = 2,
     .returns = kinds(Kind::kZonedDateTime),
     .call = from_epoch},
    {.name = "datetime.fromEpochMillis",
     .signature = "datetime.fromEpochMillis(milliseconds :: INTEGER) :: DATETIME",
     .description = "The moment so many milliseconds after 1970-01-01T00:00Z.",
     .min_arguments = 1,
     .max_arguments = 1,
     .returns = kinds(Kind::kZonedDateTime),
     .call = from_epoch_millis},
    {.name = "timestamp",
     .signature = "timestamp() :: INTEGER",
     .description = "Milliseconds since 1970-01-01T00:00Z, one moment throughout a statement.",
     .returns = kinds(Kind::kInteger),
     .call = timestamp},
    {.name = "duration",
     .signature = "duration(input :: MAP | STRING) :: DURATION",
     .description = "A span of months, days, seconds and nanoseconds.",
     .min_arguments = 1,
     .max_arguments = 1,
     .returns = kinds(Kind::kDuration),
     .call = duration},
    difference("duration.between", "duration.between(from :: ANY, to :: ANY) :: DURATION",
               "From one temporal value to another, in months, days and seconds.",
               between<temporal::DifferenceUnit::kMixed>),
    difference("duration.inMonths", "duration.inMonths(from :: ANY, to :: ANY) :: DURATION",
               "From one temporal value to another, in whole months.",
               between<temporal::DifferenceUnit::kMonths>),
    difference("duration.inDays", "duration.inDays(from :: ANY, to :: ANY) :: DURATION",
               "From one temporal value to another, in whole days.",
               between<temporal::DifferenceUnit::kDays>),
    difference("duration.inSeconds", "duration.inSeconds(from :: ANY, to :: ANY) :: DURATION",
               "From one temporal value to another, in seconds and nanoseconds.",
               between<temporal::DifferenceUnit::kSeconds>),
};

constexpr std::size_t kFamilySize = 5;
constexpr std::size_t kCount = 5 * kFamilySize + std::size(kOthers);

constexpr std::array<Function, kCount> joined() {
  std::array<Function, kCount> all;
  std::size_t at = 0;
  for (const auto* table : {&kDates, &kLocalTimes, &kTimes, &kLocalDateTimes, &kZonedDateTimes}) {
    for (const Function& function : *table) all[at++] = function;
  }
  for (const Function& function : kOthers) all[at++] = function;
  return all;
}

constexpr std::array<Function, kCount> kFunctions = joined();

}  // namespace

std::span<const Function> temporal_functions() { return kFunctions; }

}  // namespace yeon::query
