#include "yeon/ingest/ingest.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "commands/command.h"
#include "console/files.h"
#include "console/interrupt.h"
#include "console/progress.h"
#include "console/report.h"
#include "session/extractor_options.h"
#include "session/session.h"

namespace yeon::tools {

namespace {

struct IngestArguments {
  DatabaseArguments database;
  ExtractorArguments extractor;
  std::vector<std::string> paths;
  std::string source;
  bool again = false;
};

void tell(const ingest::IngestSummary& summary) {
  for (const ingest::FileFailure& failure : summary.failures) {
    Error error = failure.error;
    // Most reasons name their file already.
    if (error.message.find(failure.path) == std::string::npos) {
      error.message = fmt::format("{}: {}", failure.path, error.message);
    }
    report(error);
  }
  say(fmt::format("{} new, {} replaced, {} unchanged, {} failed{}", summary.added, summary.replaced,
                  summary.unchanged, summary.failed,
                  summary.stopped ? "; stopped, what came before is kept" : ""));
}

ExitCode take_in_files(graph::Database& database, const ingest::ReadArticle& read,
                       const IngestArguments& arguments) {
  const Interrupt interrupt(StopSignals::kInterruptAndTerminate);
  ingest::IngestOptions options;
  options.again = arguments.again;
  options.stop = &interrupt.flag();
  const std::vector<std::filesystem::path> paths(arguments.paths.begin(), arguments.paths.end());
  Result<ingest::IngestSummary> summary;
  {
    Progress progress;
    options.on_progress = [&progress](const ingest::IngestProgress& at) {
      progress.show(at.done, at.total, std::filesystem::path(at.path).filename().string());
    };
    summary = ingest::ingest_paths(database, read, paths, options);
  }
  if (!summary) {
    report(summary.error());
    return summary.error().type == ErrorType::kNotFound ? ExitCode::kSomeInputFailed
                                                        : ExitCode::kFailed;
  }
  tell(*summary);
  if (summary->stopped) return ExitCode::kInterrupted;
  return summary->failed > 0 ? ExitCode::kSomeInputFailed : ExitCode::kOk;
}

ExitCode take_in_standard_input(graph::Database& database, const ingest::ReadArticle& read,
                                const IngestArguments& arguments) {
  const auto bytes = read_input("-");
  if (!bytes) {
    report(bytes.error());
    return ExitCode::kSomeInputFailed;
  }
  const std::string source = arguments.source.empty() ? "-" : arguments.source;
  ingest::IngestOptions options;
  options.again = arguments.again;
  const auto stored = ingest::ingest_text(database, read, *bytes, source, options);
  if (!stored) {
    report(stored.error());
    return stored.error().type == ErrorType::kInvalidInput ? ExitCode::kSomeInputFailed
                                                           : ExitCode::kFailed;
  }
  say(fmt::format("1 {}", ingest::name(stored->outcome)));
  return ExitCode::kOk;
}

// Before the database is made, so that a mistyped path leaves nothing behind.
Status check_paths(const IngestArguments& arguments) {
  for (const std::string& path : arguments.paths) {
    std::error_code ignored;
    if (path == "-" && arguments.paths.size() > 1) {
      return fail(ErrorType::kInvalidInput, "- stands for standard input and must stand alone");
    }
    if (path != "-" && !std::filesystem::exists(path, ignored)) {
      return fail(ErrorType::kNotFound, fmt::format("there is no {}", path),
                  "check the path; nothing was written");
    }
  }
  return {};
}

ExitCode run_ingest(const IngestArguments& arguments) {
  if (const Status paths = check_paths(arguments); !paths) {
    report(paths.error());
    return paths.error().type == ErrorType::kInvalidInput ? ExitCode::kUsage
                                                          : ExitCode::kSomeInputFailed;
  }
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
  const ingest::ReadArticle read = ingest::reader(**extractor);
  return arguments.paths.front() == "-" ? take_in_standard_input(**database, read, arguments)
                                        : take_in_files(**database, read, arguments);
}

}  // namespace

void add_ingest(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<IngestArguments>();
  CLI::App* command = app.add_subcommand("ingest", "Read articles into the graph");
  add_database_options(*command, arguments->database, DatabaseUse::kCreate);
  add_extractor_options(*command, arguments->extractor);
  command
      ->add_option("paths", arguments->paths,
                   "Text files, folders of them (*.txt), or - for standard input")
      ->required()
      ->type_name("PATH...");
  command->add_option("--source", arguments->source, "What standard input is to be called")
      ->type_name("URL");
  command->add_flag("--again", arguments->again,
                    "Read unchanged articles again, as after a change of the rules");
  command->footer(
      "Each article is one transaction, known by its text: ingesting it twice changes nothing.\n"
      "\n"
      "Examples:\n"
      "  yeon ingest --db news articles/\n"
      "  yeon ingest --db news --source https://example.org/a1 - < a1.txt");
  command->callback([arguments, &exit] { exit = run_ingest(*arguments); });
}

}  // namespace yeon::tools
