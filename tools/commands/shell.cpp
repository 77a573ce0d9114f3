#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "build_config.h"
#include "commands/command.h"
#include "console/interrupt.h"
#include "console/report.h"
#include "formats/result_format.h"
#include "session/session.h"
#include "shell/completion.h"
#include "shell/jsonl_session.h"
#include "shell/line_editor.h"
#include "shell/plain_lines.h"
#include "shell/repl.h"

namespace yeon::tools {

namespace {

struct ShellArguments {
  DatabaseArguments database;
  std::string format = "table";
  bool jsonl = false;
};

ExitCode run_lines(Session& session) {
  std::ios::sync_with_stdio(false);
  const Status status = run_jsonl(session, std::cin, std::cout);
  if (status) return ExitCode::kOk;
  report(status.error());
  return ExitCode::kFailed;
}

ExitCode run_at_terminal(Session& session, Interrupt& interrupt, ResultFormat format) {
  say("yeon " + std::string(kVersion) + "; :help for help, :quit to leave");
  graph::Database& database = *session.database;
  LineEditor lines(history_path(), [&database](std::string_view word) {
    return completions(word, database.snapshot());
  });
  return Repl(session, lines, interrupt, format).run();
}

ExitCode run_shell(const ShellArguments& arguments) {
  const auto format = result_format(arguments.format);
  if (!format) {
    report(format.error());
    return ExitCode::kUsage;
  }
  auto session = Session::open(arguments.database);
  if (!session) {
    report(session.error());
    return ExitCode::kNoDatabase;
  }
  if (arguments.jsonl) return run_lines(*session);
  Interrupt interrupt;
  if (isatty(STDIN_FILENO) != 0) return run_at_terminal(*session, interrupt, *format);
  PlainLines lines(std::cin);
  return Repl(*session, lines, interrupt, *format).run();
}

}  // namespace

void add_shell(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<ShellArguments>();
  CLI::App* command = app.add_subcommand("shell", "Type statements and see their rows");
  add_database_options(*command, arguments->database, DatabaseUse::kReadOrWrite);
  command->add_option("--format", arguments->format, "table, csv, json, jsonl or markdown")
      ->type_name("FORMAT");
  command->add_flag("--jsonl", arguments->jsonl,
                    "One JSON request a line, one JSON answer a line, for programs");
  command->footer(
      "Examples:\n"
      "  yeon shell --db news\n"
      "  yeon shell --db :memory: < statements.cypher\n"
      "  echo '{\"query\": \"RETURN 1 AS one\"}' | yeon shell --db :memory: --jsonl");
  command->callback([arguments, &exit] { exit = run_shell(*arguments); });
}

}  // namespace yeon::tools
