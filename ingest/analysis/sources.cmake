list(APPEND INGEST_SOURCES analysis/points.cpp analysis/data_file.cpp)
