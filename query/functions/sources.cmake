# The sources of functions/, temporal/, format/ and procedures/algo.cpp, relative to query/, and what they link.
set(YEON_QUERY_FUNCTION_SOURCES
  functions/access.cpp functions/aggregates.cpp functions/arithmetic.cpp functions/collect.cpp
  functions/conversion_functions.cpp functions/deviation.cpp functions/distinct.cpp
  functions/functions.cpp functions/graph_access.cpp functions/graph_functions.cpp
  functions/list_functions.cpp functions/logic.cpp functions/math_functions.cpp
  functions/percentile.cpp functions/point_functions.cpp functions/regex_cache.cpp
  functions/string_functions.cpp functions/sum.cpp functions/temporal_functions.cpp
  functions/to_text.cpp
  temporal/arithmetic.cpp temporal/between.cpp temporal/calendar.cpp temporal/component.cpp
  temporal/construct.cpp temporal/construct_duration.cpp temporal/duration_builder.cpp
  temporal/fields.cpp temporal/local.cpp temporal/parse.cpp temporal/parse_duration.cpp
  temporal/render.cpp temporal/truncate.cpp temporal/zone.cpp temporal/zone_rule.cpp
  format/json_writer.cpp format/number.cpp format/parse_typed_json.cpp format/plain_json.cpp
  format/text.cpp format/typed_json.cpp
  procedures/algo.cpp)
set(YEON_QUERY_FUNCTION_TESTS
  functions/aggregates_test.cpp functions/functions_test.cpp functions/operators_test.cpp
  temporal/calendar_test.cpp temporal/temporal_test.cpp format/format_test.cpp)
set(YEON_QUERY_FUNCTION_LIBRARIES ICU::uc ICU::i18n date::date-tz PkgConfig::RE2
    nlohmann_json::nlohmann_json yeon_algorithms)
