#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "tck/gherkin.h"
#include "tck/scenario.h"

namespace yeon::tck {

/// Counts per folder, and the failures.
class Report {
 public:
  void add(const Feature& feature, const Scenario& scenario, const Outcome& outcome);

  std::size_t passed() const { return passed_; }
  std::size_t total() const { return total_; }

  /// One line for each folder, and their sum.
  void print_table(std::FILE* out) const;
  /// One line for each failure; with `verbose`, the query and what differed too.
  void print_failures(std::FILE* out, bool verbose) const;

 private:
  struct Count {
    std::size_t passed = 0;
    std::size_t total = 0;
  };
  std::map<std::string, Count> folders_;
  std::vector<std::pair<std::string, std::string>> failures_;  // scenario, why
  std::size_t passed_ = 0;
  std::size_t total_ = 0;
};

}  // namespace yeon::tck
