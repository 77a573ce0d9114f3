list(APPEND INGEST_SOURCES store/fold.cpp store/spelling.cpp store/sighting.cpp store/resolve.cpp
  store/codec.cpp)
list(APPEND INGEST_TESTS store/fold_test.cpp store/spelling_test.cpp store/sighting_test.cpp
  store/resolve_test.cpp store/codec_test.cpp)
list(APPEND INGEST_EXTRA_LINKS PkgConfig::XXHASH)

# What writes the graph needs it.
if(TARGET yeon_graph)
  list(APPEND INGEST_SOURCES store/ledger.cpp store/ledger_codec.cpp)
endif()
