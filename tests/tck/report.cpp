#include "tck/report.h"

#include <fmt/format.h>

namespace yeon::tck {

void Report::add(const Feature& feature, const Scenario& scenario, const Outcome& outcome) {
  Count& folder = folders_[feature.folder];
  ++folder.total;
  ++total_;
  if (outcome.passed) {
    ++folder.passed;
    ++passed_;
  } else {
    failures_.emplace_back(fmt::format("{}/{} {}", feature.folder, feature.name, scenario.name),
                           outcome.why);
  }
}

void Report::print_table(std::FILE* out) const {
  fmt::print(out, "{:<40} {:>7} {:>7} {:>7}\n", "folder", "passed", "failed", "total");
  const auto line = [&](const std::string& name, std::size_t passed, std::size_t total) {
    fmt::print(out, "{:<40} {:>7} {:>7} {:>7}\n", name, passed, total - passed, total);
  };
  for (const auto& [name, count] : folders_) line(name, count.passed, count.total);
  line("all", passed_, total_);
}

void Report::print_failures(std::FILE* out, bool verbose) const {
  for (const auto& [scenario, why] : failures_) {
    fmt::print(out, "FAILED {}\n", scenario);
    if (verbose) fmt::print(out, "  {}\n\n", why);
  }
}

}  // namespace yeon::tck
