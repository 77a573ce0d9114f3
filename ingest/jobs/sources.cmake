list(APPEND INGEST_SOURCES jobs/cron.cpp jobs/clock.cpp jobs/schedule.cpp)
list(APPEND INGEST_TESTS jobs/schedule_test.cpp)
list(APPEND INGEST_EXTRA_LINKS date::date-tz)

# What writes the graph needs it.
if(TARGET yeon_graph)
  list(APPEND INGEST_SOURCES jobs/files.cpp jobs/reading.cpp jobs/ingest.cpp jobs/job_records.cpp
    jobs/jobs.cpp jobs/run.cpp jobs/daemon.cpp)
  list(APPEND INGEST_TESTS jobs/job_fixture.cpp jobs/ingest_test.cpp jobs/jobs_test.cpp
    jobs/crash_test.cpp)
endif()
