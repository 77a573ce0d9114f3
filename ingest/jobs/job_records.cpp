#include "jobs/job_records.h"

#include "store/codec.h"
#include "store/records.h"

namespace yeon::ingest::jobs {
namespace {

using store::RecordReader;
using store::RecordWriter;

constexpr std::uint8_t kVersion = 1;

std::string with_nul(std::string_view prefix, std::string_view name) {
  std::string key(prefix);
  key.append(name);
  key.push_back('\0');
  return key;
}

void put_time(RecordWriter& writer, Seconds time) {
  writer.number(static_cast<std::uint64_t>(time.time_since_epoch().count()));
}

Seconds take_time(RecordReader& reader) {
  return Seconds{std::chrono::seconds{static_cast<std::int64_t>(reader.number())}};
}

template <class Record>
Result<Record> finished(const RecordReader& reader, Record record, std::string_view what) {
  Status status = reader.finish(what);
  if (!status) return fail(std::move(status).error());
  return record;
}

}  // namespace

std::string job_key(std::string_view name) { return std::string("job/").append(name); }
std::string run_prefix(std::string_view name) { return with_nul("run/", name); }
std::string cursor_prefix(std::string_view name) { return with_nul("cursor/", name); }

std::string run_key(std::string_view name, std::uint64_t number) {
  std::string key = run_prefix(name);
  for (int shift = 56; shift >= 0; shift -= 8) {
    key.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
  return key;
}

std::string cursor_key(std::string_view name, std::string_view path) {
  return cursor_prefix(name).append(path);
}

std::string encode(const Job& job) {
  RecordWriter writer(kVersion);
  writer.text(job.definition.name);
  writer.text(job.definition.source);
  writer.text(job.definition.schedule);
  writer.text(job.definition.zone);
  writer.number(job.enabled ? 1 : 0);
  put_time(writer, job.created);
  return writer.take();
}

Result<Job> decode_job(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  Job job;
  job.definition.name = reader.text();
  job.definition.source = reader.text();
  job.definition.schedule = reader.text();
  job.definition.zone = reader.text();
  job.enabled = reader.number() != 0;
  job.created = take_time(reader);
  return finished(reader, std::move(job), "a job");
}

std::string encode(const JobRun& run) {
  RecordWriter writer(kVersion);
  writer.number(run.number);
  put_time(writer, run.started);
  writer.number(run.finished ? 1 : 0);
  if (run.finished) put_time(writer, *run.finished);
  writer.number(static_cast<std::uint64_t>(run.state));
  for (const std::uint64_t count : {run.added, run.unchanged, run.replaced, run.failed, run.left}) {
    writer.number(count);
  }
  writer.text(run.error);
  writer.number(run.failures.size());
  for (const JobRun::Failure& failure : run.failures) {
    writer.text(failure.path);
    writer.text(failure.reason);
  }
  return writer.take();
}

Result<JobRun> decode_run(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  JobRun run;
  run.number = reader.number();
  run.started = take_time(reader);
  if (reader.number() != 0) run.finished = take_time(reader);
  const std::uint64_t state = reader.number();
  if (state <= static_cast<std::uint64_t>(RunState::kInterrupted)) {
    run.state = static_cast<RunState>(state);
  }
  for (std::uint64_t* count : {&run.added, &run.unchanged, &run.replaced, &run.failed, &run.left}) {
    *count = reader.number();
  }
  run.error = reader.text();
  for (std::size_t i = reader.count(); i > 0; --i) {
    std::string path = reader.text();
    run.failures.push_back({std::move(path), reader.text()});
  }
  return finished(reader, std::move(run), "a run of a job");
}

std::string encode(const Cursor& cursor) {
  RecordWriter writer(kVersion);
  writer.number(cursor.stamp.size);
  writer.number(static_cast<std::uint64_t>(cursor.stamp.changed_ns));
  writer.text(cursor.hash);
  return writer.take();
}

Result<Cursor> decode_cursor(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  Cursor cursor;
  cursor.stamp.size = reader.number();
  cursor.stamp.changed_ns = static_cast<std::int64_t>(reader.number());
  cursor.hash = reader.text();
  return finished(reader, std::move(cursor), "a cursor of a job");
}

Result<std::optional<Job>> read_job(const graph::Snapshot& snapshot, std::string_view name) {
  return read_record<Job>(snapshot, graph::Space::kJobs, job_key(name), decode_job);
}

Result<std::vector<Job>> read_jobs(const graph::Snapshot& snapshot) {
  return read_records<Job>(snapshot, graph::Space::kJobs, "job/", decode_job);
}

Result<std::vector<JobRun>> read_runs(const graph::Snapshot& snapshot, std::string_view name) {
  return read_records<JobRun>(snapshot, graph::Space::kJobs, run_prefix(name), decode_run);
}

Result<std::optional<Cursor>> read_cursor(const graph::Snapshot& snapshot, std::string_view name,
                                          std::string_view path) {
  return read_record<Cursor>(snapshot, graph::Space::kJobs, cursor_key(name, path), decode_cursor);
}

Status put(graph::Transaction& transaction, std::string_view key, std::string_view value) {
  return transaction.put_record(graph::Space::kJobs, key, value);
}

}  // namespace yeon::ingest::jobs
