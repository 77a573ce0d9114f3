#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "commands/command.h"
#include "console/files.h"
#include "console/interrupt.h"
#include "console/report.h"
#include "session/extractor_options.h"
#include "session/inputs.h"
#include "yeon/ingest/fact_lines.h"

namespace yeon::tools {

namespace {

struct ExtractArguments {
  ExtractorArguments extractor;
  std::vector<std::string> paths;
};

Result<std::string> extract_one(const ingest::Extractor& extractor, const std::string& path) {
  const auto bytes = read_input(path);
  if (!bytes) return fail(bytes.error());
  const auto facts = extractor.extract(*bytes, path);
  if (!facts) {
    Error error = facts.error();
    error.message = fmt::format("{}: {}", path, error.message);
    return fail(std::move(error));
  }
  return ingest::to_json_lines(*facts);
}

// Several articles at once, printed in the order of the command line.
std::vector<Result<std::string>> extract_some(const ingest::Extractor& extractor,
                                              std::span<const std::string> paths) {
  std::vector<std::future<Result<std::string>>> running;
  for (const std::string& path : paths) {
    running.push_back(std::async(std::launch::async,
                                 [&extractor, &path] { return extract_one(extractor, path); }));
  }
  std::vector<Result<std::string>> done;
  for (auto& one : running) done.push_back(one.get());
  return done;
}

ExitCode extract_all(const ingest::Extractor& extractor, std::span<const std::string> paths) {
  const Interrupt interrupt;
  const std::size_t at_once = std::max(1u, std::thread::hardware_concurrency());
  bool all_read = true;
  while (!paths.empty() && !interrupt.raised()) {
    const auto some = paths.first(std::min(at_once, paths.size()));
    paths = paths.subspan(some.size());
    for (const auto& lines : extract_some(extractor, some)) {
      if (!lines) {
        report(lines.error());
        all_read = false;
      } else if (const Status written = write_output(*lines); !written) {
        report(written.error());
        return ExitCode::kFailed;
      }
    }
  }
  if (const Status flushed = flush_output(); !flushed) {
    report(flushed.error());
    return ExitCode::kFailed;
  }
  if (interrupt.raised()) return ExitCode::kInterrupted;
  return all_read ? ExitCode::kOk : ExitCode::kSomeInputFailed;
}

ExitCode run_extract(const ExtractArguments& arguments) {
  const auto paths = expand_inputs(arguments.paths);
  if (!paths) {
    report(paths.error());
    return ExitCode::kSomeInputFailed;
  }
  const auto extractor = make_extractor(arguments.extractor);
  if (!extractor) {
    report(extractor.error());
    return ExitCode::kFailed;
  }
  return extract_all(**extractor, *paths);
}

}  // namespace

void add_extract(CLI::App& app, ExitCode& exit) {
  auto arguments = std::make_shared<ExtractArguments>();
  CLI::App* command = app.add_subcommand(
      "extract", "Print the facts of articles as JSON lines, without a database");
  add_extractor_options(*command, arguments->extractor);
  command->add_option("paths", arguments->paths, "Files, folders, or - for standard input")
      ->required()
      ->type_name("PATH...");
  command->footer(
      "Examples:\n"
      "  yeon extract article.txt\n"
      "  yeon extract articles/ | grep '\"kind\":\"relation\"'");
  command->callback([arguments, &exit] { exit = run_extract(*arguments); });
}

}  // namespace yeon::tools
