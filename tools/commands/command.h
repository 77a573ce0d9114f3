#pragma once

#include "console/exit_code.h"

namespace CLI {
class App;
}

namespace yeon::tools {

// One subcommand per file: each function declares its options on `app` and runs when the command
// line names it, leaving in `exit` what the program exits with.

void add_ingest(CLI::App& app, ExitCode& exit);
void add_extract(CLI::App& app, ExitCode& exit);
void add_query(CLI::App& app, ExitCode& exit);
void add_shell(CLI::App& app, ExitCode& exit);
void add_export(CLI::App& app, ExitCode& exit);
void add_jobs(CLI::App& app, ExitCode& exit);
void add_daemon(CLI::App& app, ExitCode& exit);
void add_stats(CLI::App& app, ExitCode& exit);

}  // namespace yeon::tools
