#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"

namespace yeon::tck {

using Table = std::vector<std::vector<std::string>>;

/// One line that begins with Given, When, Then, And or But, with what hangs below it.
struct Step {
  std::string text;      ///< without the keyword
  std::string document;  ///< the text between """, less its indentation
  Table table;           ///< cells trimmed, their escapes undone
};

/// A scenario with the background before it and, from an outline, one example's values put in.
struct Scenario {
  std::string name;
  std::vector<Step> steps;
};

struct Feature {
  std::string folder;  ///< below features/: "clauses/match"
  std::string name;    ///< the file's, without its ending: "Match1"
  std::vector<Scenario> scenarios;
};

/// Reads one feature. Errors: InvalidInput, naming the line, for what is not Gherkin.
Result<std::vector<Scenario>> parse_feature(std::string_view text);

/// All *.feature files below `folder`, ascending by path.
Result<std::vector<Feature>> read_features(const std::filesystem::path& folder);

}  // namespace yeon::tck
