# Files of this folder, for ingest/CMakeLists.txt.
list(APPEND INGEST_SOURCES
  english/chunks.cpp
  english/claims.cpp
  english/conclusions.cpp
  english/cues.cpp
  english/details.cpp
  english/frame_matcher.cpp
  english/frame_slots.cpp
  english/frames.cpp
  english/lexicon.cpp
  english/modality.cpp
  english/names.cpp
  english/offices.cpp
  english/ownership.cpp
  english/reader.cpp
  english/references.cpp
  english/references_named.cpp
  english/syntax.cpp
  english/tagger.cpp
  english/things.cpp
  english/words.cpp)
list(APPEND INGEST_TESTS
  english/reader_test.cpp)
