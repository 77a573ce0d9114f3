list(APPEND INGEST_SOURCES
  korean/particle.cpp korean/ending.cpp korean/mecab_analyser.cpp korean/plain_analyser.cpp
  korean/lexicon.cpp korean/word.cpp korean/mention_finder.cpp korean/anaphors.cpp
  korean/names/name_table.cpp korean/names/scan.cpp korean/names/quoted_names.cpp
  korean/names/ticker_names.cpp korean/names/context_names.cpp korean/names/shaped_names.cpp
  korean/names/person_names.cpp korean/chunk.cpp korean/clause.cpp korean/scene.cpp
  korean/modality.cpp korean/frames.cpp korean/frame_matcher.cpp korean/role_finder.cpp korean/details.cpp korean/inclusion.cpp
  korean/offices.cpp korean/owners.cpp korean/reader.cpp)
list(APPEND INGEST_TESTS
  korean/particle_test.cpp korean/ending_test.cpp korean/frames_test.cpp korean/reader_test.cpp)
