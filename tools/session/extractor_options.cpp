#include "session/extractor_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string_view>

#include "console/report.h"
#include "session/locations.h"

namespace yeon::tools {

namespace {

bool switched_off(const ExtractorArguments& arguments) {
  const char* variable = std::getenv("YEON_DICTIONARY");
  return arguments.dictionary == "none" || (arguments.dictionary.empty() && variable != nullptr &&
                                            std::string_view(variable) == "none");
}

}  // namespace

void add_extractor_options(CLI::App& app, ExtractorArguments& arguments) {
  app.add_option("--data", arguments.data, "Folder of gazetteers and rules (or YEON_DATA)")
      ->type_name("DIR");
  app.add_option("--dictionary", arguments.dictionary,
                 "Compiled Korean dictionary, or none (or YEON_DICTIONARY)")
      ->type_name("DIR|none");
}

Result<ingest::ExtractorOptions> extractor_options(const ExtractorArguments& arguments) {
  const auto data = find_data(arguments.data);
  if (!data) return fail(data.error());
  const auto dictionary = find_dictionary(arguments.dictionary);
  if (!dictionary) return fail(dictionary.error());
  return ingest::ExtractorOptions{.data = *data, .dictionary = *dictionary};
}

Result<std::unique_ptr<ingest::Extractor>> make_extractor(const ExtractorArguments& arguments) {
  const auto options = extractor_options(arguments);
  if (!options) return fail(options.error());
  auto extractor = ingest::Extractor::create(*options);
  if (!extractor) return extractor;
  if (!(*extractor)->has_morphology() && !switched_off(arguments)) {
    say("yeon: no Korean dictionary found, so Korean is read less well; run tools/setup.sh or name "
        "one with --dictionary");
  }
  return extractor;
}

}  // namespace yeon::tools
