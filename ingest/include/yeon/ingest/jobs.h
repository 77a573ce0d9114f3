#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/graph/database.h"
#include "yeon/ingest/clock.h"
#include "yeon/ingest/ingest.h"
#include "yeon/ingest/schedule.h"

namespace yeon::ingest {

/// Ingestion that runs by itself. Definitions, cursors and history are kept in the database.

/// What is wanted of a job.
struct JobDefinition {
  std::string name;      ///< letters, digits, '-', '_', '.' and what is not ASCII; at most 64 bytes
  std::string source;    ///< a file, a folder (all *.txt below it), or a pattern: news/**/2025*.txt
  std::string schedule;  ///< yeon/ingest/schedule.h
  std::string zone;      ///< for cron; empty: UTC
};

struct Job {
  JobDefinition definition;  ///< source made absolute
  bool enabled = true;
  Seconds created{};
};

enum class RunState : std::uint8_t {
  kRunning,
  kFinished,     ///< some files may have failed
  kFailed,       ///< the source could not be read
  kStopped,      ///< on request; the next run goes on
  kInterrupted,  ///< the program ended in the middle; the next run goes on
};

/// "running", "finished", "failed", "stopped", "interrupted".
std::string_view name(RunState state) noexcept;

/// One line of a job's history. Counts are those of what is committed, whatever happened to the
/// run.
struct JobRun {
  std::uint64_t number = 0;  ///< from 1
  Seconds started{};
  std::optional<Seconds> finished;
  RunState state = RunState::kRunning;
  std::uint64_t added = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t replaced = 0;
  std::uint64_t failed = 0;
  std::uint64_t left = 0;  ///< files still being written, left for the next run
  std::string error;       ///< why the source could not be read
  struct Failure {
    std::string path;
    std::string reason;
  };
  std::vector<Failure> failures;  ///< the first kKeptFailures

  static constexpr std::size_t kKeptFailures = 20;
  static constexpr std::uint64_t kKeptRuns = 100;  ///< of each job
};

/// Errors: ArgumentError for a bad name, schedule or zone, or a name taken; NotFound for a source
/// that is not there (a pattern may match nothing yet).
Result<Job> add_job(graph::Database& database, const JobDefinition& definition, Seconds now);

/// By name.
Result<std::vector<Job>> list_jobs(graph::Database& database);

/// These fail with NotFound for a name that is not there, and hint at the near one.
Result<Job> find_job(graph::Database& database, std::string_view name);
Status pause_job(graph::Database& database, std::string_view name);
Status resume_job(graph::Database& database, std::string_view name);
/// The articles stay; cursors and history go.
Status remove_job(graph::Database& database, std::string_view name);
/// The latest first.
Result<std::vector<JobRun>> job_history(graph::Database& database, std::string_view name,
                                        std::size_t limit = JobRun::kKeptRuns);
/// When the job comes due, also if it is paused; in the past when a run was missed. A run that was
/// stopped or interrupted is due to go on at once.
Result<Seconds> next_due(graph::Database& database, std::string_view name);

struct RunOptions {
  unsigned threads = 0;                     ///< that read and extract; 0: one for each core
  const std::atomic<bool>* stop = nullptr;  ///< looked at between files
  std::function<void(const IngestProgress&)> on_progress;
};

/// Runs a job now, enabled or not: takes in what is new or changed since its last run.
///
/// The cursor of a file (size, time of change, hash) is written in the transaction of its article,
/// so a run that is killed at any moment loses no article and doubles none. A file that failed has
/// no cursor and is tried again next time. One changed within the last two seconds is read at the
/// end of the run, when that time is over, and left for the next run if it is still being written.
/// A file that is gone is no reason to forget its article.
///
/// Errors: NotFound for the name; what the database fails with. A source that cannot be read is
/// no error: the run says kFailed.
Result<JobRun> run_job(graph::Database& database, const ReadArticle& read, std::string_view name,
                       Clock& clock, const RunOptions& options);

/// What the daemon does, as it does it.
struct DaemonEvent {
  enum class Kind : std::uint8_t {
    kSleeping,  ///< until `until`
    kStarted,
    kEnded,   ///< `run` tells how
    kFailed,  ///< `error`; the daemon goes on
  };
  Kind kind = Kind::kSleeping;
  std::string job;
  Seconds until{};
  JobRun run;
  std::optional<Error> error;
};

struct DaemonOptions {
  unsigned threads = 0;
  std::function<void(const DaemonEvent&)> on_event;
};

/// Runs enabled jobs when they come due, one at a time, the longest overdue first, until `stop`
/// turns true; a run in progress then ends after the file in hand. A run that was missed, or that
/// comes due while the job still runs, is made up for once.
/// Errors: NotFound if there is no job at all.
Status run_daemon(graph::Database& database, const ReadArticle& read, Clock& clock,
                  const std::atomic<bool>& stop, const DaemonOptions& options);

}  // namespace yeon::ingest
