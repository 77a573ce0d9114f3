list(APPEND INGEST_SOURCES store/fold.cpp store/spelling.cpp store/sighting.cpp store/resolve.cpp
  store/codec.cpp)
list(APPEND INGEST_TESTS store/fold_test.cpp store/spelling_test.cpp store/sighting_test.cpp
  store/resolve_test.cpp store/codec_test.cpp)
list(APPEND INGEST_EXTRA_LINKS PkgConfig::XXHASH)

# What writes the graph needs it.
if(TARGET yeon_graph)
  list(APPEND INGEST_SOURCES store/ledger.cpp store/ledger_codec.cpp store/key_table.cpp
    store/region.cpp store/face.cpp store/identity.cpp store/graph_edit.cpp store/ties.cpp
    store/revision.cpp store/article_nodes.cpp store/store.cpp store/as_of.cpp store/explain.cpp
    store/digest.cpp store/decisions.cpp)
  list(APPEND INGEST_TESTS store/news_fixture.cpp store/ledger_test.cpp store/store_test.cpp
    store/identity_test.cpp store/digest_test.cpp store/history_test.cpp store/decisions_test.cpp)
endif()
