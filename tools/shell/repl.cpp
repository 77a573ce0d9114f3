#include "shell/repl.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <vector>

#include "console/files.h"
#include "console/nearest.h"
#include "console/report.h"
#include "session/parameters.h"
#include "shell/schema_text.h"
#include "yeon/query/format.h"

namespace yeon::tools {

namespace {

constexpr std::string_view kHelp =
    "Statements end with ; and may span lines. Ctrl-C stops the one that runs.\n"
    "  :help                 this text\n"
    "  :schema               labels, relationship types, property keys, indexes\n"
    "  :param name=value     sets $name; the value is JSON or else text\n"
    "  :params               shows the parameters\n"
    "  :format NAME          table, csv, json, jsonl or markdown\n"
    "  :begin  :commit  :rollback   one transaction over several statements\n"
    "  :quit                 leaves; so does Ctrl-D\n";

const std::array<std::string, 9> kCommands = {
    ":help", ":schema", ":param", ":params", ":format", ":begin", ":commit", ":rollback", ":quit"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t;") - first + 1);
}

std::string row_count(std::size_t rows, std::chrono::steady_clock::duration took) {
  const auto millis = std::chrono::duration<double, std::milli>(took).count();
  return fmt::format("{} {}, {:.1f} ms", rows, rows == 1 ? "row" : "rows", millis);
}

}  // namespace

Repl::Repl(Session& session, LineSource& lines, Interrupt& interrupt, ResultFormat format)
    : session_(session), lines_(lines), interrupt_(interrupt), format_(format) {}

ExitCode Repl::run() {
  std::string line;
  while (!quit_) {
    const LineEvent event = lines_.read(splitter_.pending(), line);
    if (event == LineEvent::kEnd) break;
    if (event == LineEvent::kInterrupted) {
      splitter_.clear();
      interrupt_.lower();
      continue;
    }
    take_line(line);
  }
  // A pipe's last statement needs no semicolon; at a terminal, Ctrl-D means away with it.
  if (!quit_ && !lines_.interactive()) {
    if (const std::string rest = splitter_.rest(); !rest.empty()) run_statement(rest);
  }
  if (session_.engine->in_transaction()) {
    say("yeon: the open transaction was rolled back");
    (void)session_.engine->rollback();
  }
  return any_failed_ && !lines_.interactive() ? ExitCode::kFailed : ExitCode::kOk;
}

void Repl::take_line(std::string_view line) {
  const std::string_view command = trimmed(line);
  if (!splitter_.pending() && command.starts_with(':')) {
    lines_.remember(command);
    run_command(command);
    return;
  }
  splitter_.push(line);
  splitter_.push("\n");
  while (const auto statement = splitter_.next()) {
    lines_.remember(*statement + ";");
    run_statement(*statement);
  }
}

void Repl::run_statement(const std::string& statement) {
  interrupt_.lower();
  query::RunOptions options;
  options.parameters = parameters_;
  options.cancelled = &interrupt_.flag();
  const auto start = std::chrono::steady_clock::now();
  const auto result = session_.engine->run(statement, options);
  const auto took = std::chrono::steady_clock::now() - start;
  interrupt_.lower();
  if (!result) {
    any_failed_ = true;
    report(result.error(), statement);
    return;
  }
  Status written = write_output(render(*result, format_, terminal_of(stdout)));
  if (written) written = flush_output();
  if (!written) return failed(written.error());
  if (const std::string changes = summary(result->counters); !changes.empty()) say(changes);
  if (lines_.interactive() && !result->columns.empty()) say(row_count(result->rows.size(), took));
}

void Repl::run_command(std::string_view line) {
  const std::size_t end = line.find_first_of(" \t");
  const std::string name(line.substr(0, end));
  const std::string_view rest =
      end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end));
  if (name == ":help") {
    say(kHelp.substr(0, kHelp.size() - 1));
  } else if (name == ":quit" || name == ":exit") {
    quit_ = true;
  } else if (name == ":schema") {
    show_schema();
  } else if (name == ":param") {
    set_parameter_command(rest);
  } else if (name == ":params") {
    show_parameters();
  } else if (name == ":format") {
    set_format(rest);
  } else if (name == ":begin" || name == ":commit" || name == ":rollback") {
    transaction_command(name);
  } else {
    const std::string near = nearest(name, kCommands);
    failed({.type = ErrorType::kInvalidInput,
            .message = fmt::format("unknown command {}", name),
            .hint = near.empty() ? "see :help" : fmt::format("did you mean {}?", near)});
  }
}

void Repl::set_parameter_command(std::string_view rest) {
  auto parameter = parse_parameter(rest);
  if (!parameter) {
    Error error = std::move(parameter).error();
    error.hint = "write :param name=value";
    return failed(error);
  }
  set_parameter(parameters_, std::move(parameter->first), std::move(parameter->second));
}

void Repl::show_parameters() {
  for (const auto& [name, value] : parameters_) {
    say(fmt::format("${} = {}", name, query::to_literal(value, {})));
  }
}

void Repl::set_format(std::string_view rest) {
  const auto format = result_format(rest);
  if (!format) return failed(format.error());
  format_ = *format;
}

void Repl::transaction_command(std::string_view name) {
  query::Engine& engine = *session_.engine;
  Status status;
  if (name == ":begin") status = engine.begin();
  if (name == ":commit") status = engine.commit();
  if (name == ":rollback") status = engine.rollback();
  if (!status) failed(status.error());
}

void Repl::show_schema() {
  const auto text = schema_text(*session_.database);
  if (!text) return failed(text.error());
  Status written = write_output(*text);
  if (written) written = flush_output();
  if (!written) failed(written.error());
}

void Repl::failed(const Error& error) {
  any_failed_ = true;
  report(error);
}

}  // namespace yeon::tools
