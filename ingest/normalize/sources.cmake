# Files of this folder, for ingest/CMakeLists.txt.
list(APPEND INGEST_SOURCES
  normalize/calendar.cpp
  normalize/english_dates.cpp
  normalize/english_money.cpp
  normalize/korean_dates.cpp
  normalize/korean_money.cpp
  normalize/percents.cpp
  normalize/quantities.cpp
  normalize/words.cpp)
list(APPEND INGEST_TESTS
  normalize/calendar_test.cpp
  normalize/english_dates_test.cpp
  normalize/korean_dates_test.cpp
  normalize/money_test.cpp)
