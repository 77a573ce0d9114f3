#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "text/lines.h"

namespace yeon::ingest {

/// What the lines of an article are, and what its head says.
struct Layout {
  std::vector<SentenceKind> kinds;  ///< one per line
  std::string title;
  std::string source;  ///< the paper or agency
  std::string published;
  std::optional<Day> day;
  std::vector<std::string> reporters;
};

/// Tells headline, date line, byline, caption, body and boilerplate apart by their look and place.
/// The head ends at the first line that reads like a sentence of the body.
Layout lay_out(const std::vector<Line>& lines);

}  // namespace yeon::ingest
