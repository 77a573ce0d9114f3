#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "commands/command.h"
#include "console/files.h"
#include "console/report.h"
#include "formats/result_format.h"
#include "session/session.h"

namespace yeon::tools {

namespace {

struct StatsArguments {
  DatabaseArguments database;
  std::string format = "table";
};

Value number(std::uint64_t value) { return Value(static_cast<std::int64_t>(value)); }

// One row per figure, so that every format of results can show it.
query::QueryResult figures(const graph::Database& database) {
  const graph::DatabaseStats stats = database.stats();
  const graph::Snapshot snapshot = database.snapshot();
  const graph::Catalog& catalog = snapshot.catalog();
  query::QueryResult result;
  result.columns = {"figure", "value"};
  const auto add = [&result](std::string figure, std::uint64_t value) {
    result.rows.push_back({Value(std::move(figure)), number(value)});
  };
  add("nodes", stats.nodes);
  add("relationships", stats.relationships);
  for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
    const LabelId label{i};
    if (const std::uint64_t count = snapshot.count_nodes(label); count > 0) {
      add(fmt::format("nodes :{}", catalog.name(label)), count);
    }
  }
  for (std::uint32_t i = 0; i < catalog.type_count(); ++i) {
    const RelationshipTypeId type{i};
    if (const std::uint64_t count = snapshot.count_relationships(type); count > 0) {
      add(fmt::format("relationships :{}", catalog.name(type)), count);
    }
  }
  add("indexes", database.indexes().size());
  add("disk bytes", stats.disk_bytes);
  add("format version", stats.format_version);
  return result;
}

ExitCode run_stats(const StatsArguments& arguments) {
  const Result<ResultFormat> format = result_format(arguments.format);
  if (!format) {
    report(format.error());
    return ExitCode::kUsage;
  }
  const auto database = open_database(arguments.database);
  if (!database) {
    report(database.error());
    return ExitCode::kNoDatabase;
  }
  const std::string text = render(figures(**database), *format, terminal_of(stdout));
  Status written = write_output(text);
  if (written) written = flush_output();
  if (!written) {
    report(written.error());
    return ExitCode::kFailed;
  }
  return ExitCode::kOk;
}

}  // namespace

void add_stats(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<StatsArguments>();
  CLI::App* command = app.add_subcommand("stats", "Count what a database holds");
  add_database_options(*command, arguments->database, DatabaseUse::kRead);
  command->add_option("--format", arguments->format, "table, csv, json, jsonl or markdown")
      ->type_name("FORMAT");
  command->footer("Example:\n  yeon stats --db news --format json");
  command->callback([arguments, &exit] { exit = run_stats(*arguments); });
}

}  // namespace yeon::tools
