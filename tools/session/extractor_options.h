#pragma once

#include <memory>
#include <string>

#include "yeon/base/result.h"
#include "yeon/ingest/extractor.h"

namespace CLI {
class App;
}

namespace yeon::tools {

/// The options by which a subcommand names the extractor's data and dictionary.
struct ExtractorArguments {
  std::string data;
  std::string dictionary;
};

void add_extractor_options(CLI::App& app, ExtractorArguments& arguments);

Result<ingest::ExtractorOptions> extractor_options(const ExtractorArguments& arguments);

/// The extractor, and a line of talk where it has to do without a dictionary that nobody switched
/// off.
Result<std::unique_ptr<ingest::Extractor>> make_extractor(const ExtractorArguments& arguments);

}  // namespace yeon::tools
