#include "yeon/ingest/jobs.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "commands/command.h"
#include "console/files.h"
#include "console/interrupt.h"
#include "console/progress.h"
#include "console/report.h"
#include "formats/result_format.h"
#include "session/extractor_options.h"
#include "session/session.h"

namespace yeon::tools {

namespace {

struct JobsArguments {
  DatabaseArguments database;
  ExtractorArguments extractor;
  std::string name;
  std::string source;
  std::string every;
  std::string cron;
  std::string zone;
  std::string format = "table";
};

ExitCode failed(const Error& error) {
  report(error);
  return exit_code_for(error);
}

ExitCode print(const query::QueryResult& rows, const JobsArguments& arguments) {
  const auto format = result_format(arguments.format);
  if (!format) {
    report(format.error());
    return ExitCode::kUsage;
  }
  Status written = write_output(render(rows, *format, terminal_of(stdout)));
  if (written) written = flush_output();
  return written ? ExitCode::kOk : failed(written.error());
}

Value text(std::string_view value) { return value.empty() ? Value() : Value(value); }
Value number(std::uint64_t value) { return Value(static_cast<std::int64_t>(value)); }

ExitCode add(graph::Database& database, const JobsArguments& arguments) {
  if (arguments.every.empty() && arguments.cron.empty()) {
    report({.type = ErrorType::kInvalidInput,
            .message = "a job needs a schedule",
            .hint = "give --every 15m, or --cron '0 * * * *'"});
    return ExitCode::kUsage;
  }
  ingest::JobDefinition definition{
      .name = arguments.name,
      .source = arguments.source,
      .schedule = arguments.every.empty() ? arguments.cron : arguments.every,
      .zone = arguments.zone};
  const auto job = ingest::add_job(database, definition, ingest::SystemClock().now());
  if (!job) return failed(job.error());
  say(fmt::format("added {}; run it now with `yeon jobs run {}`, or leave it to `yeon daemon`",
                  arguments.name, arguments.name));
  return ExitCode::kOk;
}

Result<std::vector<Value>> job_row(graph::Database& database, const ingest::Job& job) {
  const auto due = ingest::next_due(database, job.definition.name);
  if (!due) return fail(due.error());
  const auto runs = ingest::job_history(database, job.definition.name, 1);
  if (!runs) return fail(runs.error());
  return std::vector<Value>{
      Value(job.definition.name),
      Value(job.definition.source),
      Value(job.definition.schedule),
      text(job.definition.zone),
      Value(job.enabled ? "on" : "paused"),
      job.enabled ? Value(ingest::to_iso(*due)) : Value(),
      runs->empty() ? Value() : Value(ingest::name(runs->front().state)),
  };
}

const std::vector<std::string> kJobColumns = {"name",  "source",   "schedule", "zone",
                                              "state", "next_due", "last_run"};

ExitCode list(graph::Database& database, const JobsArguments& arguments) {
  const auto jobs = ingest::list_jobs(database);
  if (!jobs) return failed(jobs.error());
  query::QueryResult rows;
  rows.columns = kJobColumns;
  for (const ingest::Job& job : *jobs) {
    auto row = job_row(database, job);
    if (!row) return failed(row.error());
    rows.rows.push_back(*std::move(row));
  }
  return print(rows, arguments);
}

ExitCode show(graph::Database& database, const JobsArguments& arguments) {
  const auto job = ingest::find_job(database, arguments.name);
  if (!job) return failed(job.error());
  auto row = job_row(database, *job);
  if (!row) return failed(row.error());
  query::QueryResult rows;
  rows.columns = kJobColumns;
  rows.rows.push_back(*std::move(row));
  return print(rows, arguments);
}

ExitCode history(graph::Database& database, const JobsArguments& arguments) {
  const auto runs = ingest::job_history(database, arguments.name);
  if (!runs) return failed(runs.error());
  query::QueryResult rows;
  rows.columns = {"run",       "started",  "finished", "state", "new",
                  "unchanged", "replaced", "failed",   "left",  "error"};
  for (const ingest::JobRun& run : *runs) {
    std::string reason = run.error;
    if (reason.empty() && !run.failures.empty()) {
      reason = fmt::format("{}: {}", run.failures.front().path, run.failures.front().reason);
    }
    rows.rows.push_back({number(run.number), Value(ingest::to_iso(run.started)),
                         run.finished ? Value(ingest::to_iso(*run.finished)) : Value(),
                         Value(ingest::name(run.state)), number(run.added), number(run.unchanged),
                         number(run.replaced), number(run.failed), number(run.left), text(reason)});
  }
  return print(rows, arguments);
}

ExitCode change(const Status& status, std::string_view done, const JobsArguments& arguments) {
  if (!status) return failed(status.error());
  say(fmt::format("{} {}", done, arguments.name));
  return ExitCode::kOk;
}

ExitCode outcome(const ingest::JobRun& run) {
  for (const auto& failure : run.failures) {
    say(fmt::format("yeon: {}", one_line({.message = failure.path + ": " + failure.reason})));
  }
  if (!run.error.empty()) report({.message = run.error});
  say(fmt::format("{}: {} new, {} replaced, {} unchanged, {} failed", ingest::name(run.state),
                  run.added, run.replaced, run.unchanged, run.failed));
  if (run.state == ingest::RunState::kStopped) return ExitCode::kInterrupted;
  if (run.state == ingest::RunState::kFailed) return ExitCode::kFailed;
  return run.failed > 0 ? ExitCode::kSomeInputFailed : ExitCode::kOk;
}

ExitCode run(graph::Database& database, const JobsArguments& arguments) {
  const auto extractor = make_extractor(arguments.extractor);
  if (!extractor) return failed(extractor.error());
  const Interrupt interrupt(StopSignals::kInterruptAndTerminate);
  ingest::SystemClock clock;
  ingest::RunOptions options;
  options.stop = &interrupt.flag();
  Result<ingest::JobRun> done;
  {
    Progress progress;
    options.on_progress = [&progress](const ingest::IngestProgress& at) {
      progress.show(at.done, at.total, std::filesystem::path(at.path).filename().string());
    };
    done = ingest::run_job(database, ingest::reader(**extractor), arguments.name, clock, options);
  }
  return done ? outcome(*done) : failed(done.error());
}

using Action = std::function<ExitCode(graph::Database&, const JobsArguments&)>;

// One of the actions below `yeon jobs`, with the options that all of them share.
CLI::App* add_action(CLI::App& jobs, const std::shared_ptr<JobsArguments>& arguments,
                     ExitCode& exit, const char* name, const char* text, DatabaseUse use,
                     Action action) {
  CLI::App* command = jobs.add_subcommand(name, text);
  add_database_options(*command, arguments->database, use);
  // Only adding a job may make a database.
  const bool create = use == DatabaseUse::kCreate;
  command->callback([arguments, &exit, create, action = std::move(action)] {
    arguments->database.create = create;
    const auto database = open_database(arguments->database);
    if (!database) {
      report(database.error());
      exit = ExitCode::kNoDatabase;
      return;
    }
    exit = action(**database, *arguments);
  });
  return command;
}

void add_name(CLI::App& command, JobsArguments& arguments) {
  command.add_option("name", arguments.name, "The job's name")->required()->type_name("NAME");
}

void add_format(CLI::App& command, JobsArguments& arguments) {
  command.add_option("--format", arguments.format, "table, csv, json, jsonl or markdown")
      ->type_name("FORMAT");
}

}  // namespace

void add_jobs(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<JobsArguments>();
  CLI::App* jobs = app.add_subcommand("jobs", "Scheduled ingestion: add, list, run, history");
  jobs->require_subcommand(1);
  jobs->footer(
      "Examples:\n"
      "  yeon jobs add wire --db news --source articles/ --every 15m\n"
      "  yeon jobs add nightly --db news --source 'archive/*.txt' --cron '30 2 * * *' --zone "
      "Asia/Seoul\n"
      "  yeon jobs run wire --db news\n"
      "  yeon daemon --db news");

  CLI::App* adding =
      add_action(*jobs, arguments, exit, "add", "Add a job", DatabaseUse::kCreate, add);
  add_name(*adding, *arguments);
  adding->add_option("--source", arguments->source, "A file, a folder, or a pattern in quotes")
      ->required()
      ->type_name("PATH");
  CLI::Option* every =
      adding->add_option("--every", arguments->every, "An interval: 30s, 15m, 6h, 2d")
          ->type_name("TIME");
  CLI::Option* cron =
      adding->add_option("--cron", arguments->cron, "Five cron fields, or @hourly, @daily, ...")
          ->type_name("CRON")
          ->excludes(every);
  adding->add_option("--zone", arguments->zone, "Time zone of --cron, such as Asia/Seoul")
      ->type_name("ZONE")
      ->needs(cron);

  CLI::App* listing =
      add_action(*jobs, arguments, exit, "list", "List the jobs", DatabaseUse::kRead, list);
  add_format(*listing, *arguments);
  CLI::App* showing =
      add_action(*jobs, arguments, exit, "show", "Show one job", DatabaseUse::kRead, show);
  add_name(*showing, *arguments);
  add_format(*showing, *arguments);
  CLI::App* past = add_action(*jobs, arguments, exit, "history", "The runs of a job, latest first",
                              DatabaseUse::kRead, history);
  add_name(*past, *arguments);
  add_format(*past, *arguments);
  CLI::App* running =
      add_action(*jobs, arguments, exit, "run", "Run a job now", DatabaseUse::kReadOrWrite, run);
  add_name(*running, *arguments);
  add_extractor_options(*running, arguments->extractor);

  add_name(*add_action(*jobs, arguments, exit, "pause", "Let a job rest", DatabaseUse::kReadOrWrite,
                       [](graph::Database& database, const JobsArguments& given) {
                         return change(ingest::pause_job(database, given.name), "paused", given);
                       }),
           *arguments);
  add_name(*add_action(*jobs, arguments, exit, "resume", "Let a paused job run again",
                       DatabaseUse::kReadOrWrite,
                       [](graph::Database& database, const JobsArguments& given) {
                         return change(ingest::resume_job(database, given.name), "resumed", given);
                       }),
           *arguments);
  add_name(*add_action(*jobs, arguments, exit, "remove", "Forget a job; its articles stay",
                       DatabaseUse::kReadOrWrite,
                       [](graph::Database& database, const JobsArguments& given) {
                         return change(ingest::remove_job(database, given.name), "removed", given);
                       }),
           *arguments);
}

}  // namespace yeon::tools
