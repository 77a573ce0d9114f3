list(APPEND INGEST_SOURCES
  rules/rule_set.cpp rules/compile.cpp rules/pattern_parser.cpp rules/matcher.cpp)
list(APPEND INGEST_TESTS rules/rule_set_test.cpp)
