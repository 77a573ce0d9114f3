#include "analysis/quantity.h"
#include "normalize/calendar.h"
#include "normalize/found.h"

namespace yeon::ingest {
namespace {

/// Bytes within a sentence as code points of the article.
class SpanMap {
 public:
  SpanMap(const Document& document, const Sentence& sentence) : document_(document) {
    first_byte_ = document.byte_offsets[sentence.span.start];
  }

  TextSpan operator()(std::size_t begin, std::size_t end) const {
    return {point(begin), point(end)};
  }

 private:
  std::uint32_t point(std::size_t byte) const {
    const auto& offsets = document_.byte_offsets;
    const auto wanted = static_cast<std::uint32_t>(first_byte_ + byte);
    return static_cast<std::uint32_t>(std::lower_bound(offsets.begin(), offsets.end(), wanted) -
                                      offsets.begin());
  }

  const Document& document_;
  std::size_t first_byte_ = 0;
};

PartialDate published_on(const Document& document) {
  if (!document.published_day) return {};
  const Day& day = *document.published_day;
  return {day.year, day.month, day.day};
}

std::vector<FoundDate> find_dates(const Document& document, const Sentence& sentence,
                                  const DateContext& context) {
  const std::string_view text = document.slice(sentence.span);
  return document.language == Language::kKorean ? find_korean_dates(text, context)
                                                : find_english_dates(text, context);
}

/// Words for "the same year" reach back at most this many sentences.
constexpr std::size_t kReach = 3;

bool needs_antecedent(std::string_view text) {
  for (const std::string_view word : {"같은 해", "그해", "그 해", "이듬해", "같은 달", "same year",
                                      "that year", "previous year", "following year"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

PartialDate antecedent_of(const Document& document, const Sentence& sentence) {
  if (!needs_antecedent(document.slice(sentence.span))) return {};
  const auto first = static_cast<std::size_t>(&sentence - document.sentences.data());
  if (first >= document.sentences.size()) return {};  // a sentence of somewhere else
  for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
    const auto dates = find_dates(document, document.sentences[first - back],
                                  {.published = published_on(document), .antecedent = {}});
    if (!dates.empty()) return dates.back().past;
  }
  return {};
}

}  // namespace

Quantities find_quantities(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.slice(sentence.span);
  const bool korean = document.language == Language::kKorean;
  const SpanMap span(document, sentence);
  Quantities quantities;
  for (FoundDate& date : find_dates(document, sentence,
                                    {.published = published_on(document),
                                    .antecedent = antecedent_of(document, sentence)})) {
    const TextSpan place = span(date.begin, date.end);
    if (place.start < sentence.content_start) continue;  // the dateline's own date
    quantities.dates.push_back({place, date.past, date.due, date.from, date.until, date.reporting});
  }
  for (FoundMoney& sum : korean ? find_korean_money(text) : find_english_money(text)) {
    quantities.money.push_back(
        {span(sum.begin, sum.end), sum.amount, std::move(sum.currency), sum.bound});
  }
  for (const FoundPercent& share : find_percents(text)) {
    quantities.percents.push_back({span(share.begin, share.end), share.percent, share.bound});
  }
  return quantities;
}

}  // namespace yeon::ingest
