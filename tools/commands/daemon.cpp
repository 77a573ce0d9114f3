#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "commands/command.h"
#include "console/interrupt.h"
#include "console/report.h"
#include "session/extractor_options.h"
#include "session/session.h"
#include "yeon/ingest/jobs.h"

namespace yeon::tools {

namespace {

struct DaemonArguments {
  DatabaseArguments database;
  ExtractorArguments extractor;
};

// One line for what happens, with the time, as a log wants it.
void tell(const ingest::Clock& clock, const ingest::DaemonEvent& event) {
  const std::string now = ingest::to_iso(clock.now());
  const ingest::JobRun& run = event.run;
  switch (event.kind) {
    case ingest::DaemonEvent::Kind::kSleeping:
      return;  // every tick would be noise
    case ingest::DaemonEvent::Kind::kStarted:
      say(fmt::format("{} {}: started", now, event.job));
      return;
    case ingest::DaemonEvent::Kind::kEnded:
      say(fmt::format("{} {}: {}, {} new, {} replaced, {} unchanged, {} failed{}", now, event.job,
                      ingest::name(run.state), run.added, run.replaced, run.unchanged, run.failed,
                      run.error.empty() ? "" : "; " + one_line({.message = run.error})));
      return;
    case ingest::DaemonEvent::Kind::kFailed:
      say(fmt::format("{} {}: {}", now, event.job,
                      event.error ? one_line(*event.error) : std::string("failed")));
      return;
  }
}

ExitCode run_daemon(const DaemonArguments& arguments) {
  const auto extractor = make_extractor(arguments.extractor);
  if (!extractor) {
    report(extractor.error());
    return ExitCode::kFailed;
  }
  const auto database = open_database(arguments.database);
  if (!database) {
    report(database.error());
    return ExitCode::kNoDatabase;
  }
  const Interrupt interrupt(StopSignals::kInterruptAndTerminate);
  ingest::SystemClock clock;
  ingest::DaemonOptions options;
  options.on_event = [&clock](const ingest::DaemonEvent& event) { tell(clock, event); };
  say(fmt::format("{} waiting for jobs; Ctrl-C or SIGTERM ends it after the article in hand",
                  ingest::to_iso(clock.now())));
  const Status status =
      ingest::run_daemon(**database, ingest::reader(**extractor), clock, interrupt.flag(), options);
  if (!status) {
    report(status.error());
    return ExitCode::kFailed;
  }
  say(fmt::format("{} stopped", ingest::to_iso(clock.now())));
  return ExitCode::kOk;
}

}  // namespace

void add_daemon(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<DaemonArguments>();
  CLI::App* command = app.add_subcommand("daemon", "Run the jobs when they come due");
  add_database_options(*command, arguments->database, DatabaseUse::kReadOrWrite);
  add_extractor_options(*command, arguments->extractor);
  command->footer(
      "It holds the database; others read beside it with --read-only.\n"
      "SIGTERM and Ctrl-C end it cleanly; after a crash it goes on where it was.\n"
      "\n"
      "Example:\n"
      "  yeon daemon --db news");
  command->callback([arguments, &exit] { exit = run_daemon(*arguments); });
}

}  // namespace yeon::tools
