list(APPEND INGEST_SOURCES relation/settle.cpp relation/schema.cpp relation/assemble.cpp)
list(APPEND INGEST_TESTS relation/settle_test.cpp relation/schema_test.cpp)
