list(APPEND INGEST_SOURCES link/link.cpp)
list(APPEND INGEST_TESTS link/link_test.cpp)
