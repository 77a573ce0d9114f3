#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/files.h"
#include "yeon/graph/snapshot.h"
#include "yeon/graph/transaction.h"
#include "yeon/ingest/jobs.h"

namespace yeon::ingest::jobs {

/// What jobs keep in Space::kJobs:
///
///   "job/" name                  Job
///   "run/" name NUL number       JobRun; number is 8 bytes, big-endian
///   "cursor/" name NUL path      Cursor

/// A file as it was when its article was last taken in.
struct Cursor {
  FileStamp stamp;
  std::string hash;  ///< of its bytes
};

std::string job_key(std::string_view name);
std::string run_prefix(std::string_view name);
std::string run_key(std::string_view name, std::uint64_t number);
std::string cursor_prefix(std::string_view name);
std::string cursor_key(std::string_view name, std::string_view path);

std::string encode(const Job& job);
std::string encode(const JobRun& run);
std::string encode(const Cursor& cursor);
Result<Job> decode_job(std::string_view bytes);
Result<JobRun> decode_run(std::string_view bytes);
Result<Cursor> decode_cursor(std::string_view bytes);

Result<std::optional<Job>> read_job(const graph::Snapshot& snapshot, std::string_view name);
Result<std::vector<Job>> read_jobs(const graph::Snapshot& snapshot);
/// By number.
Result<std::vector<JobRun>> read_runs(const graph::Snapshot& snapshot, std::string_view name);
Result<std::optional<Cursor>> read_cursor(const graph::Snapshot& snapshot, std::string_view name,
                                          std::string_view path);

Status put(graph::Transaction& transaction, std::string_view key, std::string_view value);

}  // namespace yeon::ingest::jobs
