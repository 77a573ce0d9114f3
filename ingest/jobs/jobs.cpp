// Adding, listing and changing jobs; running them is run.cpp, waiting for them daemon.cpp.
#include "yeon/ingest/jobs.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <system_error>

#include "jobs/job_records.h"
#include "store/commit.h"

namespace yeon::ingest {
namespace {

constexpr std::size_t kLongestName = 64;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::all_of(name.begin(), name.end(), [](char c) {
           const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           const bool is_digit = c >= '0' && c <= '9';
           return is_letter || is_digit || c == '-' || c == '_' || c == '.' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

tl::unexpected<Error> no_such_job(const graph::Snapshot& snapshot, std::string_view name) {
  std::string hint = "`yeon jobs list` shows the jobs there are";
  const auto jobs = jobs::read_jobs(snapshot);
  std::size_t nearest = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (std::size_t i = 0; jobs && i < jobs->size(); ++i) {
    const std::string& other = (*jobs)[i].definition.name;
    const std::size_t distance = edit_distance(name, other);
    if (distance >= nearest) continue;
    nearest = distance;
    hint = fmt::format("did you mean `{}`?", other);
  }
  return fail(ErrorType::kNotFound, fmt::format("there is no job `{}`", name), std::move(hint));
}

Result<Job> job_named(const graph::Snapshot& snapshot, std::string_view name) {
  auto job = jobs::read_job(snapshot, name);
  if (!job) return fail(std::move(job).error());
  if (!*job) return no_such_job(snapshot, name);
  return std::move(**job);
}

Status check_source(const std::string& source) {
  std::error_code code;
  if (source.empty()) {
    return fail(ErrorType::kArgumentError, "a job needs a source",
                "give a file, a folder or a pattern such as news/*.txt");
  }
  if (std::filesystem::exists(source, code) || jobs::is_pattern(source)) return {};
  return fail(ErrorType::kNotFound, fmt::format("there is no {}", source),
              "make the folder first, or check the path");
}

Status set_enabled(graph::Database& database, std::string_view name, bool enabled) {
  return store::committed<void>(database, [&](graph::Transaction& transaction) -> Status {
    auto job = job_named(transaction.snapshot(), name);
    if (!job) return fail(std::move(job).error());
    job->enabled = enabled;
    return jobs::put(transaction, jobs::job_key(name), jobs::encode(*job));
  });
}

}  // namespace

std::string_view name(RunState state) noexcept {
  switch (state) {
    case RunState::kRunning:
      return "running";
    case RunState::kFinished:
      return "finished";
    case RunState::kFailed:
      return "failed";
    case RunState::kStopped:
      return "stopped";
    case RunState::kInterrupted:
      return "interrupted";
  }
  return "";
}

Result<Job> add_job(graph::Database& database, const JobDefinition& definition, Seconds now) {
  if (!is_name(definition.name)) {
    return fail(ErrorType::kArgumentError,
                fmt::format("`{}` is no name for a job", definition.name),
                "letters, digits, '-', '_' and '.', at most 64 bytes");
  }
  auto schedule = Schedule::parse(definition.schedule, definition.zone);
  if (!schedule) return fail(std::move(schedule).error());
  Job job;
  job.definition = definition;
  if (!definition.source.empty()) job.definition.source = jobs::absolute(definition.source);
  job.created = now;
  Status status = check_source(job.definition.source);
  if (!status) return fail(std::move(status).error());
  return store::committed<Job>(database, [&](graph::Transaction& transaction) -> Result<Job> {
    auto taken = jobs::read_job(transaction.snapshot(), definition.name);
    if (!taken) return fail(std::move(taken).error());
    if (*taken) {
      return fail(ErrorType::kArgumentError,
                  fmt::format("there is a job `{}` already", definition.name),
                  "take another name, or remove that one first");
    }
    Status put = jobs::put(transaction, jobs::job_key(definition.name), jobs::encode(job));
    if (!put) return fail(std::move(put).error());
    return job;
  });
}

Result<std::vector<Job>> list_jobs(graph::Database& database) {
  return jobs::read_jobs(database.snapshot());
}

Result<Job> find_job(graph::Database& database, std::string_view name) {
  return job_named(database.snapshot(), name);
}

Status pause_job(graph::Database& database, std::string_view name) {
  return set_enabled(database, name, false);
}

Status resume_job(graph::Database& database, std::string_view name) {
  return set_enabled(database, name, true);
}

Status remove_job(graph::Database& database, std::string_view name) {
  return store::committed<void>(database, [&](graph::Transaction& transaction) -> Status {
    auto job = job_named(transaction.snapshot(), name);
    if (!job) return fail(std::move(job).error());
    Status status = transaction.erase_record(graph::Space::kJobs, jobs::job_key(name));
    for (const std::string& prefix : {jobs::run_prefix(name), jobs::cursor_prefix(name)}) {
      auto records = transaction.snapshot().records(graph::Space::kJobs, prefix);
      if (!records) return fail(std::move(records).error());
      for (const auto& [key, bytes] : *records) {
        if (status) status = transaction.erase_record(graph::Space::kJobs, key);
      }
    }
    return status;
  });
}

Result<std::vector<JobRun>> job_history(graph::Database& database, std::string_view name,
                                        std::size_t limit) {
  const graph::Snapshot snapshot = database.snapshot();
  auto job = job_named(snapshot, name);
  if (!job) return fail(std::move(job).error());
  auto runs = jobs::read_runs(snapshot, name);
  if (!runs) return runs;
  std::reverse(runs->begin(), runs->end());
  if (runs->size() > limit) runs->resize(limit);
  return runs;
}

Result<Seconds> next_due(graph::Database& database, std::string_view name) {
  const graph::Snapshot snapshot = database.snapshot();
  auto job = job_named(snapshot, name);
  if (!job) return fail(std::move(job).error());
  auto schedule = Schedule::parse(job->definition.schedule, job->definition.zone);
  if (!schedule) return fail(std::move(schedule).error());
  auto runs = jobs::read_runs(snapshot, name);
  if (!runs) return fail(std::move(runs).error());
  if (runs->empty()) return schedule->due(job->created, std::nullopt);
  const JobRun& last = runs->back();
  const bool has_ended = last.state == RunState::kFinished || last.state == RunState::kFailed;
  return has_ended ? schedule->due(job->created, last.started) : last.started;
}

}  // namespace yeon::ingest
