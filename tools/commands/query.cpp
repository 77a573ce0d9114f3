#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "commands/command.h"
#include "console/files.h"
#include "console/interrupt.h"
#include "console/report.h"
#include "formats/result_format.h"
#include "session/parameters.h"
#include "session/session.h"
#include "shell/statement_splitter.h"

namespace yeon::tools {

namespace {

struct QueryArguments {
  DatabaseArguments database;
  std::vector<std::string> parameters;
  std::string format = "table";
  std::string file;
  double timeout_seconds = 0;
  std::string statement;
};

Result<std::string> statement_text(const QueryArguments& arguments) {
  if (!arguments.statement.empty()) return arguments.statement;
  if (!arguments.file.empty()) return read_input(arguments.file);
  if (isatty(STDIN_FILENO) == 0) return read_input("-");
  return fail(ErrorType::kInvalidInput, "no statement given",
              "write it as an argument, name a file with --file, or pipe it in");
}

std::vector<std::string> split(std::string_view text) {
  StatementSplitter splitter;
  splitter.push(text);
  std::vector<std::string> statements;
  while (auto statement = splitter.next()) statements.push_back(*std::move(statement));
  if (std::string rest = splitter.rest(); !rest.empty()) statements.push_back(std::move(rest));
  return statements;
}

ExitCode run_statement(Session& session, const std::string& statement,
                       const query::RunOptions& options, ResultFormat format) {
  const Result<query::QueryResult> result = session.engine->run(statement, options);
  if (!result) {
    report(result.error(), statement);
    return exit_code_for(result.error());
  }
  if (const Status written = write_output(render(*result, format, terminal_of(stdout))); !written) {
    report(written.error());
    return ExitCode::kFailed;
  }
  if (const std::string changes = summary(result->counters); !changes.empty()) say(changes);
  return ExitCode::kOk;
}

ExitCode usage_error(const Error& error) {
  report(error);
  return ExitCode::kUsage;
}

ExitCode run_query(const QueryArguments& arguments) {
  const Result<ResultFormat> format = result_format(arguments.format);
  if (!format) return usage_error(format.error());
  const Result<Map> parameters = parse_parameters(arguments.parameters);
  if (!parameters) return usage_error(parameters.error());
  const Result<std::string> text = statement_text(arguments);
  if (!text) return usage_error(text.error());
  const std::vector<std::string> statements = split(*text);
  if (statements.empty()) {
    return usage_error({.type = ErrorType::kInvalidInput,
                        .message = "the statement is empty",
                        .hint = "try 'MATCH (n) RETURN count(n)'"});
  }

  Result<Session> session = Session::open(arguments.database);
  if (!session) {
    report(session.error());
    return ExitCode::kNoDatabase;
  }
  const Interrupt interrupt;
  query::RunOptions options;
  options.parameters = *parameters;
  options.timeout =
      std::chrono::milliseconds(static_cast<std::int64_t>(arguments.timeout_seconds * 1000));
  options.cancelled = &interrupt.flag();
  for (const std::string& statement : statements) {
    const ExitCode exit = run_statement(*session, statement, options, *format);
    if (exit != ExitCode::kOk) return exit;
  }
  if (const Status flushed = flush_output(); !flushed) {
    report(flushed.error());
    return ExitCode::kFailed;
  }
  return ExitCode::kOk;
}

}  // namespace

void add_query(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<QueryArguments>();
  CLI::App* command = app.add_subcommand("query", "Run openCypher statements and print their rows");
  add_database_options(*command, arguments->database, DatabaseUse::kReadOrWrite);
  command
      ->add_option("--param", arguments->parameters,
                   "A parameter, name=value; the value is JSON or else text; may be repeated")
      ->type_name("K=V")
      ->allow_extra_args(false);
  command->add_option("--format", arguments->format, "table, csv, json, jsonl or markdown")
      ->type_name("FORMAT");
  command
      ->add_option("--file", arguments->file,
                   "Read the statements from a file; - is standard input")
      ->type_name("FILE");
  command->add_option("--timeout", arguments->timeout_seconds, "Give up after so many seconds")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("statement", arguments->statement,
                   "Statements, separated by ;  (else --file, else standard input)")
      ->type_name("CYPHER");
  command->footer(
      "Examples:\n"
      "  yeon query --db news 'MATCH (p:Person)-[r:LEADS]->(f:Firm) RETURN p.name, r.title, "
      "f.name'\n"
      "  yeon query --db news --param firm=KT --format csv 'MATCH (f:Firm {name: $firm}) RETURN "
      "f'\n"
      "  yeon query --db news --file report.cypher --format markdown");
  command->callback([arguments, &exit] { exit = run_query(*arguments); });
}

}  // namespace yeon::tools
