#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "commands/command.h"
#include "console/files.h"
#include "console/interrupt.h"
#include "console/report.h"
#include "export/exporter.h"
#include "export/result_source.h"
#include "export/snapshot_source.h"
#include "session/session.h"

namespace yeon::tools {

namespace {

struct ExportArguments {
  DatabaseArguments database;
  std::string format = "graphml";
  std::string query;
  std::string output = "-";
};

using Exporter = Status (*)(const GraphSource&, OutputFile&);

Exporter exporter_for(std::string_view format) {
  if (format == "graphml") return export_graphml;
  if (format == "jsonl") return export_jsonl;
  if (format == "cypher") return export_cypher;
  return export_dot;
}

Status export_graph(const GraphSource& graph, const ExportArguments& arguments) {
  if (arguments.format == "csv") return export_csv(graph, arguments.output);
  Result<OutputFile> out = OutputFile::create(arguments.output);
  if (!out) return fail(std::move(out).error());
  const Status status = exporter_for(arguments.format)(graph, *out);
  return status ? out->finish() : status;
}

Status export_query(Session& session, const ExportArguments& arguments,
                    const Interrupt& interrupt) {
  query::RunOptions options;
  options.cancelled = &interrupt.flag();
  auto result = session.engine->run(arguments.query, options);
  if (!result) return fail(std::move(result).error());
  const auto source = ResultSource::create(*std::move(result), session.database->snapshot());
  if (!source) return fail(source.error());
  return export_graph(*source, arguments);
}

ExitCode run_export(const ExportArguments& arguments) {
  if (arguments.format == "csv" && arguments.output == "-") {
    report({.type = ErrorType::kInvalidInput,
            .message = "csv makes two files, so it needs a folder",
            .hint = "name one with -o, or use yeon query --format csv for the rows of a query"});
    return ExitCode::kUsage;
  }
  auto session = Session::open(arguments.database);
  if (!session) {
    report(session.error());
    return ExitCode::kNoDatabase;
  }
  const Interrupt interrupt;
  const Status status =
      arguments.query.empty()
          ? export_graph(SnapshotSource(session->database->snapshot(), interrupt.flag()), arguments)
          : export_query(*session, arguments, interrupt);
  if (!status) {
    if (status.error().where) {
      report(status.error(), arguments.query);
    } else {
      report(status.error());
    }
    return exit_code_for(status.error());
  }
  if (arguments.output != "-") say(fmt::format("wrote {}", arguments.output));
  return ExitCode::kOk;
}

}  // namespace

void add_export(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write the graph for other programs");
  add_database_options(*command, arguments->database, DatabaseUse::kRead);
  command
      ->add_option("--format", arguments->format,
                   "graphml, csv (a folder of two files), jsonl, cypher or dot")
      ->check(CLI::IsMember({"graphml", "csv", "jsonl", "cypher", "dot"}))
      ->type_name("FORMAT");
  command
      ->add_option("--query", arguments->query,
                   "Only the nodes and relationships that this statement returns")
      ->type_name("CYPHER");
  command
      ->add_option("-o,--output", arguments->output,
                   "The file; it appears when it is whole (default: standard output)")
      ->type_name("FILE");
  command->footer(
      "Examples:\n"
      "  yeon export --db news --format graphml -o news.graphml\n"
      "  yeon export --db news --format dot --query 'MATCH p = (:Firm)-[:PARTNERS_WITH]-(:Firm) "
      "RETURN p' | dot -Tsvg -o partners.svg\n"
      "  yeon export --db news --format csv -o news-csv");
  command->callback([arguments, &exit] { exit = run_export(*arguments); });
}

}  // namespace yeon::tools
