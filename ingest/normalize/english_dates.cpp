// date  := [prep] (month-date | weekday | relative | half | year)
// month-date := [early|late|mid] Month [day] [[,] [of] year-word] | day Month [year] | last Month
// half  := (first|second) half | (first..fourth) quarter | Q1..Q4, each [of] [year-word]
// year-word := 2024 | last year | this year | next year | the same year
#include "normalize/calendar.h"
#include "normalize/found.h"
#include "normalize/words.h"

namespace yeon::ingest {
namespace {

struct Parsed {
  PartialDate past;
  PartialDate due;
};
constexpr Parsed both(const PartialDate& date) { return {date, date}; }

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kShortMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                             "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                          "friday", "saturday", "sunday"};
constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth"};
constexpr std::string_view kSmallNumbers[] = {"zero", "one",   "two",   "three", "four", "five",
                                              "six",  "seven", "eight", "nine",  "ten"};

int index_in(std::span<const std::string_view> table, std::string_view word) {
  const auto found = std::find(table.begin(), table.end(), word);
  return found == table.end() ? -1 : static_cast<int>(found - table.begin());
}

int month_number(std::string_view word) {
  if (const int full = index_in(kMonths, word); full >= 0) return full + 1;
  if (word == "sept") return 9;
  const int brief = index_in(kShortMonths, word);
  return brief < 0 ? 0 : brief + 1;
}

/// The sentence as words with a place to read from. Parsers move `at` only when they succeed.
class EnglishDateParser {
 public:
  EnglishDateParser(std::string_view sentence, const std::vector<Word>& words, std::size_t at,
                    const DateContext& context)
      : sentence_(sentence), words_(words), at_(at), context_(context) {}

  std::size_t at() const noexcept { return at_; }

  std::optional<Parsed> parse() {
    if (auto date = parse_iso()) return date;
    if (auto date = parse_day_first()) return date;
    if (auto date = parse_month()) return date;
    if (auto date = parse_year_end()) return date;
    if (auto date = parse_half()) return date;
    if (auto date = parse_relative()) return date;
    return parse_year();
  }

 private:
  std::string_view word(std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead].lower)
                                       : std::string_view();
  }
  std::string_view previous() const {
    return at_ > 0 ? std::string_view(words_[at_ - 1].lower) : std::string_view();
  }
  bool is_capital(std::size_t ahead) const {
    const char c = sentence_[words_[at_ + ahead].begin];
    return c >= 'A' && c <= 'Z';
  }
  bool take(std::string_view wanted) {
    if (word() != wanted) return false;
    ++at_;
    return true;
  }
  bool take_all(std::initializer_list<std::string_view> wanted) {
    const std::size_t before = at_;
    for (const std::string_view one : wanted) {
      if (take(one)) continue;
      at_ = before;
      return false;
    }
    return true;
  }
  const PartialDate& published() const { return context_.published; }
  bool knows_year() const { return published().year != 0; }
  bool knows_month() const { return has_month(published()); }
  bool knows_day() const { return has_day(published()); }

  std::optional<Parsed> parse_iso() {
    const auto year = whole_number(word());
    const auto month = whole_number(word(2));
    const auto day = whole_number(word(4));
    if (!year || !month || !day || word().size() != 4 || word(1) != "-" || word(3) != "-") {
      return std::nullopt;
    }
    if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    at_ += 5;
    return both(day_of(*year, *month, *day));
  }

  // 31 March 2026, 5th of May
  std::optional<Parsed> parse_day_first() {
    const std::size_t before = at_;
    const auto day = take_day();
    if (!day) return std::nullopt;
    take("of");
    const int month = at_ < words_.size() && is_capital(0) ? month_number(word()) : 0;
    if (month == 0) {
      at_ = before;
      return std::nullopt;
    }
    ++at_;
    if (auto dated = with_year(month, *day)) return dated;
    at_ = before;
    return std::nullopt;
  }

  std::optional<std::int32_t> take_day() {
    const auto day = whole_number(word());
    if (!day || *day < 1 || *day > 31 || word().size() > 2) return std::nullopt;
    // The suffix of 5th, 1st stands as a word of its own.
    const std::string_view next = word(1);
    at_ += next == "st" || next == "nd" || next == "rd" || next == "th" ? 2 : 1;
    return day;
  }

  std::optional<Parsed> parse_month() {
    const std::size_t before = at_;
    const bool last = take("last");
    const bool next = !last && take("next");
    if (take("early") || take("late") || take("mid")) take("-");
    const int month = at_ < words_.size() && is_capital(0) ? month_number(word()) : 0;
    if (month == 0 || is_verb_may(month)) {
      at_ = before;
      return std::nullopt;
    }
    ++at_;
    // The stop of "Sept." belongs to it, a sentence's does not.
    const std::string_view told = previous();
    if (word() == "." && told.size() <= 4 && told != "june" && told != "july" && told != "may")
      ++at_;
    if (last && knows_year()) return both(month_of(published().year - 1, month));
    if (next && knows_month()) return both(nearest(month, 0, +1));
    const std::size_t after_month = at_;
    std::int32_t day = 0;
    if (const auto number = take_day()) {
      day = *number;
      // "March 20 million" is no date.
      if (word() == "million" || word() == "billion" || word() == "%" || word() == "percent") {
        at_ = after_month;
        day = 0;
      }
    }
    if (auto dated = with_year(month, day)) return dated;
    at_ = before;
    return std::nullopt;
  }

  // "May" is also a verb and a name: a month needs a preposition, a day or a year beside it.
  bool is_verb_may(int month) const {
    if (month != 5) return false;
    constexpr std::string_view kBefore[] = {"in",   "by",    "since", "until", "last",
                                            "next", "early", "late",  "mid",   "of",
                                            "from", "-",     "on"};
    if (index_in(kBefore, previous()) >= 0) return false;
    return !whole_number(word(1)) && !(word(1) == "last" || word(1) == "next" || word(1) == "this");
  }

  std::optional<Parsed> with_year(int month, std::int32_t day) {
    const std::size_t before = at_;
    take(",");
    take("of");
    if (const auto year = take_year_word()) {
      const PartialDate date{*year, static_cast<std::uint8_t>(month),
                             static_cast<std::uint8_t>(day)};
      return is_valid(date) ? std::optional(both(date)) : std::nullopt;
    }
    at_ = before;
    if (!knows_month()) return std::nullopt;
    return Parsed{nearest(month, day, -1), nearest(month, day, +1)};
  }

  PartialDate nearest(int month, std::int32_t day, int direction) const {
    PartialDate date{published().year, static_cast<std::uint8_t>(month),
                     static_cast<std::uint8_t>(day)};
    PartialDate now = published();
    if (day == 0 || !knows_day()) now.day = 0;
    PartialDate compared = date;
    if (now.day == 0) compared.day = 0;
    if (direction < 0 && compared > now) --date.year;
    if (direction > 0 && compared < now) ++date.year;
    return date;
  }

  std::optional<std::int32_t> take_year_word() {
    if (const auto year = whole_number(word());
        year && word().size() == 4 && *year >= 1900 && *year <= 2100) {
      ++at_;
      return year;
    }
    const std::size_t before = at_;
    if (take_all({"the", "previous", "year"}) || take_all({"the", "same", "year"}) ||
        take_all({"that", "year"}) || take_all({"the", "following", "year"})) {
      const bool same = words_[at_ - 2].lower == "same" || words_[at_ - 2].lower == "that";
      const bool following = words_[at_ - 2].lower == "following";
      const std::int32_t from = context_.antecedent.year;
      if (from != 0) return same ? from : (following ? from + 1 : from - 1);
    }
    at_ = before;
    if (!knows_year()) return std::nullopt;
    if (take_all({"last", "year"})) return published().year - 1;
    if (take_all({"this", "year"})) return published().year;
    if (take_all({"next", "year"})) return published().year + 1;
    if (take_all({"the", "year"}) && words_.size() > 0) return published().year;
    at_ = before;
    return std::nullopt;
  }

  // the end of July, the start of next year, year-end, end-2026
  std::optional<Parsed> parse_year_end() {
    const std::size_t before = at_;
    if (take_all({"year", "-", "end"}) || take_all({"yearend"})) {
      if (knows_year()) return both(month_of(published().year, 12));
    }
    at_ = before;
    take("the");
    const bool end = take("end");
    const bool start = !end && (take("start") || take("beginning") || take("middle"));
    if (!end && !start) {
      at_ = before;
      return std::nullopt;
    }
    if (!take("of") && !take("-")) {
      at_ = before;
      return std::nullopt;
    }
    if (auto month = parse_month()) return month;
    if (auto relative = parse_this_month()) return relative;
    if (const auto year = take_year_word()) {
      return both(end ? month_of(*year, 12) : year_only(*year));
    }
    at_ = before;
    return std::nullopt;
  }

  std::optional<Parsed> parse_this_month() {
    if (!knows_month()) return std::nullopt;
    const PartialDate now = month_of(published().year, published().month);
    if (take_all({"the", "month"}) || take_all({"this", "month"})) return both(now);
    if (take_all({"last", "month"}) || take_all({"the", "previous", "month"})) {
      return both(add_months(now, -1));
    }
    if (take_all({"next", "month"})) return both(add_months(now, 1));
    return std::nullopt;
  }

  std::optional<Parsed> parse_half() {
    const std::size_t before = at_;
    take("the");
    if (take("early") || take("late")) take("in");
    int first = 0;
    int last = 0;
    if (const int ordinal = index_in(kOrdinals, word()); ordinal >= 0) {
      if (word(1) == "quarter")
        first = ordinal * 3 + 1, last = first + 2;
      else if (word(1) == "half" && ordinal < 2)
        first = ordinal * 6 + 1, last = first + 5;
      at_ += 2;
    } else if (word().size() == 2 && word()[0] == 'q' && word()[1] >= '1' && word()[1] <= '4') {
      first = (word()[1] - '1') * 3 + 1, last = first + 2;
      ++at_;
    }
    if (first == 0) {
      at_ = before;
      return std::nullopt;
    }
    const std::size_t behind = at_;
    take("of");
    auto year = take_year_word();
    if (!year) {
      at_ = behind;
      if (!knows_year()) {
        at_ = before;
        return std::nullopt;
      }
      return half_without_year(first, last);
    }
    return Parsed{month_of(*year, first), month_of(*year, last)};
  }

  // "in the second quarter" said in December is due next year; what happened lies behind.
  Parsed half_without_year(int first, int last) const {
    Parsed parsed{month_of(published().year, first), month_of(published().year, last)};
    if (knows_month() && last < published().month) ++parsed.due.year;
    if (knows_month() && first > published().month) --parsed.past.year;
    return parsed;
  }

  std::optional<Parsed> parse_relative() {
    if (auto month = parse_this_month()) return month;
    if (auto ago = parse_ago()) return ago;
    const std::size_t before = at_;
    if (knows_day()) {
      if (take("yesterday")) return both(add_days(published(), -1));
      if (take("today")) return both(published());
      if (take("tomorrow")) return both(add_days(published(), 1));
      if (auto week = parse_week()) return week;
      const bool last = take("last");
      const bool next = !last && take("next");
      const int day = at_ < words_.size() && is_capital(0) ? index_in(kWeekdays, word()) : -1;
      if (day >= 0) {
        ++at_;
        return weekday_date(static_cast<Weekday>(day), last, next);
      }
    }
    at_ = before;
    return std::nullopt;
  }

  // A week is told as its month.
  std::optional<Parsed> parse_week() {
    int days = 0;
    if (take_all({"last", "week"}))
      days = -7;
    else if (take_all({"next", "week"}))
      days = 7;
    else if (!take_all({"this", "week"}))
      return std::nullopt;
    const PartialDate day = add_days(published(), days);
    return both(month_of(day.year, day.month));
  }

  std::optional<Parsed> weekday_date(Weekday day, bool last, bool next) const {
    if (next) return both(next_weekday(add_days(published(), 1), day));
    if (last) return both(last_weekday(add_days(published(), -1), day));
    return Parsed{last_weekday(published(), day), next_weekday(published(), day)};
  }

  // two years ago, a year earlier is left alone: earlier than what?
  std::optional<Parsed> parse_ago() {
    int count = word() == "a" ? 1 : index_in(kSmallNumbers, word());
    if (const auto digits = whole_number(word()); digits && *digits <= 50) count = *digits;
    if (count < 1 || word(2) != "ago") return std::nullopt;
    const std::string_view unit = word(1);
    std::optional<Parsed> parsed;
    if ((unit == "year" || unit == "years") && knows_year()) {
      parsed = both(year_only(published().year - count));
    } else if ((unit == "month" || unit == "months") && knows_month()) {
      parsed = both(add_months(published(), -count));
    } else if ((unit == "day" || unit == "days") && knows_day()) {
      parsed = both(add_days(published(), -count));
    }
    if (parsed) at_ += 3;
    return parsed;
  }

  std::optional<Parsed> parse_year() {
    const std::size_t before = at_;
    const bool part =
        take("early") || take("late") || take("earlier") || take("later") || take("mid");
    if (part) {
      take("in");
      take("-");
    }
    const bool bare = whole_number(word()).has_value();
    if (const auto year = take_year_word(); year && (part || !bare || is_year_place(before))) {
      return both(year_only(*year));
    }
    at_ = before;
    return std::nullopt;
  }

  // "2,000 of 2019 customers": a bare number is a year only behind a word that leads to one.
  bool is_year_place(std::size_t start) const {
    if (start == 0) return true;
    constexpr std::string_view kLeads[] = {
        "in", "since",  "until",  "till",  "by",      "from", "through", "of",
        "to", "during", "before", "after", "between", "and",  "called",  "("};
    return index_in(kLeads, words_[start - 1].lower) >= 0 ||
           month_number(words_[start - 1].lower) > 0;
  }

  std::string_view sentence_;
  const std::vector<Word>& words_;
  std::size_t at_;
  const DateContext& context_;
};

struct Lead {
  bool from = false;
  bool until = false;
};

Lead lead_of(const std::vector<Word>& words, std::size_t at) {
  const auto back = [&](std::size_t n) {
    return at >= n ? std::string_view(words[at - n].lower) : std::string_view();
  };
  std::size_t n = 1;
  if (back(n) == "the" || back(n) == "on" || back(n) == "in") ++n;
  const std::string_view lead = back(n) == "-" ? back(n + 1) : back(n);
  if (lead == "since" || lead == "from" || lead == "starting" || lead == "beginning" ||
      lead == "effective") {
    return {.from = true};
  }
  if (lead == "until" || lead == "till" || lead == "by" || lead == "through" ||
      (lead == "to" && n == 1)) {
    return {.until = true};
  }
  return {};
}

/// "said on Monday", "announced Tuesday": the day belongs to the saying.
bool is_reporting(const std::vector<Word>& words, std::size_t at) {
  constexpr std::string_view kSaying[] = {
      "said",      "says",      "told",     "reported", "announced", "added",   "wrote",  "stated",
      "disclosed", "confirmed", "declined", "denied",   "posted",    "tweeted", "showed", "saying"};
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    const std::string_view word = words[at - back].lower;
    if (index_in(kSaying, word) >= 0) return true;
    if (word != "on" && word != "late" && word != "early") break;
  }
  return false;
}

}  // namespace

std::vector<FoundDate> find_english_dates(std::string_view sentence, const DateContext& context) {
  const std::vector<Word> words = english_words(sentence);
  std::vector<FoundDate> found;
  DateContext now = context;
  for (std::size_t at = 0; at < words.size();) {
    EnglishDateParser parser(sentence, words, at, now);
    const auto parsed = parser.parse();
    if (!parsed || parser.at() == at || !is_valid(parsed->past) || !is_valid(parsed->due)) {
      ++at;
      continue;
    }
    const Lead lead = lead_of(words, at);
    FoundDate date{.begin = words[at].begin,
                   .end = words[parser.at() - 1].end,
                   .past = parsed->past,
                   .due = parsed->due,
                   .from = lead.from,
                   .until = lead.until,
                   .reporting = is_reporting(words, at)};
    now.antecedent = date.past;
    found.push_back(std::move(date));
    at = parser.at();
  }
  return found;
}

}  // namespace yeon::ingest
