#pragma once

#include <filesystem>
#include <string>

#include "tck/gherkin.h"
#include "yeon/graph/database.h"

namespace yeon::tck {

/// How a scenario went. `why` says what differed, with the query; empty when it passed.
struct Outcome {
  bool passed = false;
  std::string why;
};

/// Runs scenarios one after the other, each on an emptied database with an engine of its own.
/// Strict: types, order where asked, side effects, an error's type, phase and detail; and a failed
/// query must leave the graph as it was.
class ScenarioRunner {
 public:
  /// Borrows the database. `graphs` holds the kit's named graphs.
  ScenarioRunner(graph::Database& database, std::filesystem::path graphs)
      : database_(database), graphs_(std::move(graphs)) {}

  Outcome run(const Scenario& scenario);

 private:
  graph::Database& database_;
  std::filesystem::path graphs_;
};

}  // namespace yeon::tck
