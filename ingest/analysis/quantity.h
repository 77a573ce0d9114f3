#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/document.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// A date in the text, resolved against the day of publication. Half-years, quarters and the like
/// read differently for what has happened (`past`: first month) and what is due (`due`: last
/// month); for most words the two are equal.
struct DateExpression {
  TextSpan span;
  PartialDate past;
  PartialDate due;
  bool from = false;       ///< 부터, since, from: where something begins
  bool until = false;      ///< 까지, until, by: where something ends or is due by
  bool reporting = false;  ///< the day something is said: "20일 밝혔다", "said on Monday"
};

struct MoneyExpression {
  TextSpan span;
  std::int64_t amount = 0;  ///< whole units of currency
  std::string currency;     ///< ISO 4217
  bool bound = false;       ///< 최대, 이상, up to, more than
};

struct PercentExpression {
  TextSpan span;
  double percent = 0;
  bool bound = false;
};

/// What a sentence says in numbers, in the order of the text.
struct Quantities {
  std::vector<DateExpression> dates;
  std::vector<MoneyExpression> money;
  std::vector<PercentExpression> percents;
};

/// Dates, sums and shares of one sentence, in the document's language. Implemented in normalize/.
Quantities find_quantities(const Document& document, const Sentence& sentence);

}  // namespace yeon::ingest
