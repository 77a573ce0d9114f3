#include <optional>

#include "yeon/ingest/jobs.h"

namespace yeon::ingest {
namespace {

/// So that a job added by this very process is seen before long.
constexpr std::chrono::seconds kLongestNap{60};

struct Due {
  std::string job;
  Seconds time;
};

class Daemon {
 public:
  Daemon(graph::Database& database, const ReadArticle& read, Clock& clock,
         const std::atomic<bool>& stop, const DaemonOptions& options)
      : database_(database), read_(read), clock_(clock), stop_(stop), options_(options) {}

  Status loop() {
    while (!stop_.load()) {
      auto due = most_overdue();
      if (!due) return fail(std::move(due).error());
      if (*due && (*due)->time <= clock_.now()) {
        run(**due);
      } else {
        sleep(*due);
      }
    }
    return {};
  }

 private:
  /// The enabled job with the earliest due time; nullopt if none is enabled.
  Result<std::optional<Due>> most_overdue() {
    auto jobs = list_jobs(database_);
    if (!jobs) return fail(std::move(jobs).error());
    if (jobs->empty()) {
      return fail(ErrorType::kNotFound, "there is no job to run",
                  "add one: yeon jobs add NAME --source FOLDER --every 15m");
    }
    std::optional<Due> earliest;
    for (const Job& job : *jobs) {
      if (!job.enabled) continue;
      auto time = next_due(database_, job.definition.name);
      if (!time) return fail(std::move(time).error());
      if (!earliest || *time < earliest->time) earliest = Due{job.definition.name, *time};
    }
    return earliest;
  }

  void run(const Due& due) {
    DaemonEvent event;
    event.kind = DaemonEvent::Kind::kStarted;
    event.job = due.job;
    tell(event);
    auto result = run_job(database_, read_, due.job, clock_, {options_.threads, &stop_, {}});
    if (result) {
      event.kind = DaemonEvent::Kind::kEnded;
      event.run = std::move(*result);
    } else {
      event.kind = DaemonEvent::Kind::kFailed;
      event.error = std::move(result).error();
    }
    tell(event);
    // A job that cannot even note its start would be due again at once.
    if (event.error) clock_.sleep_until(clock_.now() + std::chrono::seconds{1}, stop_);
  }

  void sleep(const std::optional<Due>& due) {
    const Seconds latest = clock_.now() + kLongestNap;
    const Seconds until = due ? std::min(due->time, latest) : latest;
    if (due && told_ != due->time) {
      told_ = due->time;
      DaemonEvent event;
      event.job = due->job;
      event.until = due->time;
      tell(event);
    }
    clock_.sleep_until(until, stop_);
  }

  void tell(const DaemonEvent& event) const {
    if (options_.on_event) options_.on_event(event);
  }

  graph::Database& database_;
  const ReadArticle& read_;
  Clock& clock_;
  const std::atomic<bool>& stop_;
  const DaemonOptions& options_;
  std::optional<Seconds> told_;  ///< the due time last told of
};

}  // namespace

Status run_daemon(graph::Database& database, const ReadArticle& read, Clock& clock,
                  const std::atomic<bool>& stop, const DaemonOptions& options) {
  return Daemon(database, read, clock, stop, options).loop();
}

}  // namespace yeon::ingest
