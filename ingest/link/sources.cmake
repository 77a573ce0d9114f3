list(APPEND INGEST_SOURCES link/link.cpp)
