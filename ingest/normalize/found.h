#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What the finders of this folder see, in bytes of one sentence; quantities.cpp turns it into the
/// expressions of analysis/quantity.h, which say what the fields mean.
struct FoundDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  PartialDate past;
  PartialDate due;
  bool from = false;
  bool until = false;
  bool reporting = false;
};

struct FoundMoney {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int64_t amount = 0;
  std::string currency;
  bool bound = false;
};

struct FoundPercent {
  std::size_t begin = 0;
  std::size_t end = 0;
  double percent = 0;
  bool bound = false;
};

/// Where relative words are measured from. `published` may be incomplete or absent (year 0): words
/// that need a part it lacks are then skipped. `antecedent` is the date told before, for "the same
/// year" and 같은 해; year 0 where there is none.
struct DateContext {
  PartialDate published;
  PartialDate antecedent;
};

/// Dates of one sentence, in order, without overlap. Cost: one pass.
std::vector<FoundDate> find_korean_dates(std::string_view sentence, const DateContext& context);
std::vector<FoundDate> find_english_dates(std::string_view sentence, const DateContext& context);

/// Sums with a currency, in order, without overlap. What does not fit 64 bits is skipped.
std::vector<FoundMoney> find_korean_money(std::string_view sentence);
std::vector<FoundMoney> find_english_money(std::string_view sentence);

/// Shares: "12.5%", "35 percent", "52퍼센트". Both languages.
std::vector<FoundPercent> find_percents(std::string_view sentence);

}  // namespace yeon::ingest
