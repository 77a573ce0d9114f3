// tck [--verbose] [--filter TEXT] [--floor FILE]
//
// Runs the kit that YEON_TCK_DIR or the default path holds. Exit codes: 0 all passed (with --floor:
// at least as many as the file says), 1 some failed, 2 bad usage, 77 the kit is absent.

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "tck/isolation.h"
#include "tck/report.h"
#include "tck/scenario.h"
#include "yeon/graph/database.h"

namespace yeon::tck {
namespace {

constexpr int kSecondsEach = 10;
constexpr int kSkipped = 77;

struct Options {
  bool verbose = false;
  std::string filter;
  std::string floor;
};

std::optional<Options> read_options(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    const bool more = i + 1 < count;
    if (argument == "--verbose") {
      options.verbose = true;
    } else if (argument == "--filter" && more) {
      options.filter = arguments[++i];
    } else if (argument == "--floor" && more) {
      options.floor = arguments[++i];
    } else {
      return std::nullopt;
    }
  }
  return options;
}

std::filesystem::path kit_folder() {
  const char* given = std::getenv("YEON_TCK_DIR");
  return given != nullptr ? given : YEON_TCK_DEFAULT;
}

/// Keeps the scenarios whose feature or name has the text.
void apply_filter(std::vector<Feature>& features, const std::string& filter) {
  for (Feature& feature : features) {
    const std::string place = feature.folder + "/" + feature.name + " ";
    std::erase_if(feature.scenarios, [&](const Scenario& scenario) {
      return (place + scenario.name).find(filter) == std::string::npos;
    });
  }
}

void run_feature(const Feature& feature, const std::filesystem::path& kit, Report& report) {
  std::unique_ptr<graph::Database> database;
  std::optional<ScenarioRunner> runner;
  std::string trouble;
  const auto start = [&] {
    auto opened = graph::Database::open_in_memory({.create_if_missing = true});
    if (!opened) {
      trouble = opened.error().message;
      return;
    }
    database = *std::move(opened);
    runner.emplace(*database, kit / "graphs");
  };
  const auto outcomes =
      run_isolated(feature.scenarios.size(), kSecondsEach, start, [&](std::size_t i) -> Outcome {
        if (!runner) return {false, trouble};
        return runner->run(feature.scenarios[i]);
      });
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    report.add(feature, feature.scenarios[i], outcomes[i]);
  }
}

int judge(const Report& report, const std::string& floor) {
  if (floor.empty()) return report.passed() == report.total() ? 0 : 1;
  std::size_t least = 0;
  std::ifstream(floor) >> least;
  if (report.passed() < least) {
    fmt::print(stderr, "fewer scenarios pass ({}) than the recorded {}\n", report.passed(), least);
    return 1;
  }
  if (report.passed() > least) {
    fmt::print(stderr, "{} scenarios pass: raise the {} in {}\n", report.passed(), least, floor);
  }
  return 0;
}

int run(const Options& options) {
  const std::filesystem::path kit = kit_folder();
  if (!std::filesystem::is_directory(kit / "features")) {
    fmt::print(stderr,
               "SKIPPED: 0 scenarios run, the openCypher TCK is not at {}; set YEON_TCK_DIR\n",
               kit.string());
    return kSkipped;
  }
  auto features = read_features(kit / "features");
  if (!features) {
    fmt::print(stderr, "{}\n", features.error().message);
    return 1;
  }
  apply_filter(*features, options.filter);
  Report report;
  for (const Feature& feature : *features) run_feature(feature, kit, report);
  report.print_failures(stdout, options.verbose);
  report.print_table(stdout);
  return judge(report, options.floor);
}

}  // namespace
}  // namespace yeon::tck

int main(int count, char** arguments) {
  const auto options = yeon::tck::read_options(count, arguments);
  if (!options) {
    fmt::print(stderr, "usage: tck [--verbose] [--filter TEXT] [--floor FILE]\n");
    return 2;
  }
  return yeon::tck::run(*options);
}
