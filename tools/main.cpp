#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "build_config.h"
#include "commands/command.h"
#include "console/nearest.h"
#include "console/report.h"

namespace {

using yeon::tools::ExitCode;

constexpr const char* kFooter =
    "Examples:\n"
    "  yeon ingest --db news articles/\n"
    "  yeon query  --db news 'MATCH (p:Person)-[:LEADS]->(f:Firm) RETURN p.name, f.name'\n"
    "  yeon shell  --db news\n"
    "  yeon export --db news --format graphml -o news.graphml\n"
    "\n"
    "Results go to standard output, all else to standard error.\n"
    "Exit status: 0 done; 1 a statement or operation failed; 2 wrong usage; 3 the database cannot\n"
    "be opened; 4 some input could not be read, the rest is in; 130 stopped by Ctrl-C.";

std::vector<std::string> subcommand_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (!command->get_name().empty()) names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The innermost subcommand that the command line reached.
const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? app : innermost(*parsed.back());
}

std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent == nullptr ? app.get_name() : full_name(*parent) + " " + app.get_name();
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates,
                         const CLI::App& at) {
  const std::string near = yeon::tools::nearest(word, candidates);
  if (!near.empty()) return fmt::format("did you mean {}?", near);
  return fmt::format("see {} --help", full_name(at));
}

yeon::Error unexpected(const CLI::App& app) {
  const CLI::App& at = innermost(app);
  std::vector<std::string> extra = at.remaining();
  if (extra.empty()) extra = app.remaining(true);
  const std::string word = extra.empty() ? std::string() : extra.front();
  const bool is_option = word.starts_with('-');
  const std::vector<std::string> subcommands = subcommand_names(at);
  const std::string kind = is_option ? "option" : subcommands.empty() ? "argument" : "subcommand";
  const std::string name = word.substr(0, word.find('='));
  return {.type = yeon::ErrorType::kInvalidInput,
          .message = fmt::format("{} has no {} {}", full_name(at), kind, name),
          .hint = did_you_mean(name, is_option ? option_names(at) : subcommands, at)};
}

ExitCode usage_error(const CLI::App& app, const CLI::ParseError& error) {
  // A mistyped subcommand is told as one, not as a missing one.
  const CLI::App& reached = innermost(app);
  const bool mistyped = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
                        !subcommand_names(reached).empty() && !reached.remaining().empty();
  if (mistyped || dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    yeon::tools::report(unexpected(app));
  } else {
    const CLI::App& at = innermost(app);
    yeon::tools::report({.type = yeon::ErrorType::kInvalidInput,
                         .message = error.what(),
                         .hint = fmt::format("see {} --help", full_name(at))});
  }
  return ExitCode::kUsage;
}

ExitCode run(int argc, char** argv) {
  CLI::App app("Yeon reads news articles into a property graph and answers openCypher.", "yeon");
  app.footer(kFooter);
  app.set_version_flag("--version", fmt::format("yeon {}", yeon::tools::kVersion));
  app.require_subcommand(0, 1);
  ExitCode exit = ExitCode::kOk;
  yeon::tools::add_ingest(app, exit);
  yeon::tools::add_extract(app, exit);
  yeon::tools::add_query(app, exit);
  yeon::tools::add_shell(app, exit);
  yeon::tools::add_export(app, exit);
  yeon::tools::add_jobs(app, exit);
  yeon::tools::add_daemon(app, exit);
  yeon::tools::add_stats(app, exit);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    return static_cast<ExitCode>(app.exit(asked));
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  if (app.get_subcommands().empty()) {
    std::fputs(app.help().c_str(), stderr);
    return ExitCode::kUsage;
  }
  return exit;
}

}  // namespace

int main(int argc, char** argv) {
  // The line editor and column widths need a UTF-8 locale, whatever the user's says.
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) std::setlocale(LC_CTYPE, "");
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::bad_alloc&) {
    yeon::tools::report({.type = yeon::ErrorType::kMemoryLimit,
                         .message = "out of memory",
                         .hint = "give the machine more, or ask for less at once"});
  } catch (const std::exception& error) {
    yeon::tools::report({.type = yeon::ErrorType::kInternal,
                         .message = fmt::format("internal error: {}", error.what()),
                         .hint = "please report it with the command that led to it"});
  }
  return static_cast<int>(ExitCode::kFailed);
}
