# Files of this folder, for ingest/CMakeLists.txt.
list(APPEND INGEST_SOURCES
  text/dateline.cpp
  text/decode.cpp
  text/infer_year.cpp
  text/language.cpp
  text/line_kind.cpp
  text/lines.cpp
  text/published.cpp
  text/read_article.cpp
  text/utf8.cpp)
list(APPEND INGEST_TESTS
  text/dateline_test.cpp
  text/decode_test.cpp
  text/lines_test.cpp
  text/published_test.cpp
  text/read_article_test.cpp)
