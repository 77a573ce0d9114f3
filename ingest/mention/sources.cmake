list(APPEND INGEST_SOURCES mention/aho_corasick.cpp mention/gazetteer.cpp)
list(APPEND INGEST_TESTS mention/aho_corasick_test.cpp mention/gazetteer_test.cpp)
