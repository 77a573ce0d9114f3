#pragma once

#include <string>
#include <string_view>

#include "console/exit_code.h"
#include "console/interrupt.h"
#include "formats/result_format.h"
#include "session/session.h"
#include "shell/line_source.h"
#include "shell/statement_splitter.h"

namespace yeon::tools {

/// Reads statements and `:commands`, runs them, prints what they give, until the end of input or
/// :quit. A failing statement is reported and the next one runs; Ctrl-C stops the statement that
/// runs, or forgets the one being typed.
class Repl {
 public:
  /// Borrows all three.
  Repl(Session& session, LineSource& lines, Interrupt& interrupt, ResultFormat format);

  /// kFailed where input was no terminal and some statement failed, else kOk.
  ExitCode run();

 private:
  void take_line(std::string_view line);
  void run_statement(const std::string& statement);
  void run_command(std::string_view line);
  void set_parameter_command(std::string_view rest);
  void set_format(std::string_view rest);
  void transaction_command(std::string_view name);
  void show_schema();
  void show_parameters();
  void failed(const Error& error);

  Session& session_;
  LineSource& lines_;
  Interrupt& interrupt_;
  ResultFormat format_;
  StatementSplitter splitter_;
  Map parameters_;
  bool quit_ = false;
  bool any_failed_ = false;
};

}  // namespace yeon::tools
