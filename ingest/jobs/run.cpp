#include <chrono>

#include "jobs/files.h"
#include "jobs/job_records.h"
#include "jobs/reading.h"
#include "store/commit.h"
#include "yeon/ingest/jobs.h"

namespace yeon::ingest {
namespace {

using jobs::Cursor;
using jobs::FileToRead;
using jobs::Reading;

/// A file changed this lately may still be written to.
constexpr std::chrono::seconds kSettling{2};

/// One run of one job.
class Run {
 public:
  Run(graph::Database& database, const ReadArticle& read, const Job& job, Clock& clock,
      const RunOptions& options)
      : database_(database), read_(read), job_(job), clock_(clock), options_(options) {}

  Result<JobRun> go() {
    Status status = prepare(database_);
    if (status) status = begin();
    if (!status) return fail(std::move(status).error());
    auto files = jobs::files_of(job_.definition.source);
    if (!files) {
      run_.error = files.error().message;
      return end(RunState::kFailed);
    }
    status = work_through(*files);
    if (status) return end(is_stopped() ? RunState::kStopped : RunState::kFinished);
    // What the database could not take may also keep it from saying so; the first error counts.
    run_.error = status.error().message;
    end(RunState::kFailed);
    return fail(std::move(status).error());
  }

 private:
  bool is_stopped() const { return options_.stop != nullptr && options_.stop->load(); }
  const std::string& name() const { return job_.definition.name; }

  /// Writes the first line of history; a run that never ended is marked as interrupted.
  Status begin() {
    return store::committed<void>(database_, [&](graph::Transaction& transaction) -> Status {
      auto runs = jobs::read_runs(transaction.snapshot(), name());
      if (!runs) return fail(std::move(runs).error());
      run_ = {};
      run_.number = runs->empty() ? 1 : runs->back().number + 1;
      run_.started = clock_.now();
      Status status = put_run(transaction);
      for (JobRun& old : *runs) {
        if (!status) return status;
        if (old.number + JobRun::kKeptRuns <= run_.number) {
          status = transaction.erase_record(graph::Space::kJobs, jobs::run_key(name(), old.number));
        } else if (old.state == RunState::kRunning) {
          old.state = RunState::kInterrupted;
          status = jobs::put(transaction, jobs::run_key(name(), old.number), jobs::encode(old));
        }
      }
      return status;
    });
  }

  Result<JobRun> end(RunState state) {
    run_.state = state;
    run_.finished = clock_.now();
    Status status = store::committed<void>(
        database_, [&](graph::Transaction& transaction) { return put_run(transaction); });
    if (!status) return fail(std::move(status).error());
    return run_;
  }

  Status put_run(graph::Transaction& transaction) const {
    return jobs::put(transaction, jobs::run_key(name(), run_.number), jobs::encode(run_));
  }

  Status work_through(const std::vector<std::string>& files) {
    progress_.total = files.size();
    Status status = sort_out(files);
    if (status) status = take_in(waiting_);
    if (status && !settling_.empty() && !is_stopped()) status = take_in_settling();
    return status;
  }

  /// Passes by the files that are as their cursors say, and puts off those just written.
  Status sort_out(const std::vector<std::string>& files) {
    const graph::Snapshot snapshot = database_.snapshot();
    for (const std::string& path : files) {
      auto cursor = jobs::read_cursor(snapshot, name(), path);
      if (!cursor) return fail(std::move(cursor).error());
      const auto stamp = jobs::stamp_of(path);
      if (*cursor && stamp && *stamp == (*cursor)->stamp) {
        ++run_.unchanged;
        count_done(path);
        continue;
      }
      FileToRead file{path, *cursor ? (*cursor)->hash : ""};
      if (stamp && is_settling(*stamp)) {
        settling_.push_back({std::move(file), *stamp});
      } else {
        waiting_.push_back(std::move(file));
      }
    }
    return {};
  }

  bool is_settling(const jobs::FileStamp& stamp) const {
    const auto age = clock_.now().time_since_epoch() - std::chrono::nanoseconds{stamp.changed_ns};
    return age < kSettling && age > -kSettling;
  }

  Status take_in(const std::vector<FileToRead>& files) {
    Status status;
    jobs::read_in_order(files, read_, options_.threads, options_.stop, [&](Reading reading) {
      status = take(reading);
      count_done(reading.path);
      return status.has_value();
    });
    return status;
  }

  /// Waits until what was just written has settled; what changed meanwhile is left.
  Status take_in_settling() {
    const std::atomic<bool> never{false};
    clock_.sleep_until(clock_.now() + kSettling, options_.stop != nullptr ? *options_.stop : never);
    std::vector<FileToRead> settled;
    for (auto& [file, stamp] : settling_) {
      const auto now = jobs::stamp_of(file.path);
      if (now && *now != stamp) {
        ++run_.left;
      } else {
        settled.push_back(std::move(file));
      }
    }
    return is_stopped() ? Status{} : take_in(settled);
  }

  Status take(Reading& reading) {
    if (!reading.is_settled) {
      ++run_.left;
      return {};
    }
    if (reading.facts && !*reading.facts) {
      note_failure(reading.path, reading.facts->error());
      return {};
    }
    const JobRun before = run_;
    return store::committed<void>(database_, [&](graph::Transaction& transaction) -> Status {
      run_ = before;
      Status status = store(transaction, reading);
      if (status) {
        status = jobs::put(transaction, jobs::cursor_key(name(), reading.path),
                           jobs::encode(Cursor{reading.stamp, reading.hash}));
      }
      return status ? put_run(transaction) : status;
    });
  }

  Status store(graph::Transaction& transaction, const Reading& reading) {
    if (!reading.facts) {  // touched, but the bytes are those of the cursor
      ++run_.unchanged;
      return {};
    }
    auto stored = store_article(transaction, **reading.facts, {to_iso(clock_.now()), false});
    if (!stored) return fail(std::move(stored).error());
    switch (stored->outcome) {
      case Outcome::kNew:
        ++run_.added;
        break;
      case Outcome::kUnchanged:
        ++run_.unchanged;
        break;
      case Outcome::kReplaced:
        ++run_.replaced;
        break;
    }
    return {};
  }

  void note_failure(const std::string& path, const Error& error) {
    ++run_.failed;
    if (run_.failures.size() < JobRun::kKeptFailures) {
      run_.failures.push_back({path, error.message});
    }
  }

  void count_done(const std::string& path) {
    ++progress_.done;
    progress_.path = path;
    if (options_.on_progress) options_.on_progress(progress_);
  }

  graph::Database& database_;
  const ReadArticle& read_;
  const Job& job_;
  Clock& clock_;
  const RunOptions& options_;
  JobRun run_;
  IngestProgress progress_;
  std::vector<FileToRead> waiting_;
  std::vector<std::pair<FileToRead, jobs::FileStamp>> settling_;
};

}  // namespace

Result<JobRun> run_job(graph::Database& database, const ReadArticle& read, std::string_view name,
                       Clock& clock, const RunOptions& options) {
  auto job = find_job(database, name);
  if (!job) return fail(std::move(job).error());
  return Run(database, read, *job, clock, options).go();
}

}  // namespace yeon::ingest
