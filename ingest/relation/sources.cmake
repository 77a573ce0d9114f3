list(APPEND INGEST_SOURCES relation/settle.cpp relation/assemble.cpp)
