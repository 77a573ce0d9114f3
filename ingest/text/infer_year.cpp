#include "text/infer_year.h"

#include <array>
#include <string>

#include "normalize/calendar.h"
#include "normalize/found.h"
#include "normalize/words.h"

namespace yeon::ingest {
namespace {

// Only these years are thought of where a weekday alone must decide; they repeat every 5, 6 or 11.
constexpr std::int32_t kFirstYear = 2020;
constexpr std::int32_t kLastYear = 2030;
// An article seldom names no year later than this many before its own.
constexpr std::int32_t kMostYearsBehind = 6;

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct Clues {
  std::vector<Weekday> weekdays;  // in order of mention, the first most likely the dateline's day
  std::int32_t latest_past_year = 0;
};

Clues read_clues(const std::vector<std::string_view>& sentences) {
  Clues clues;
  for (const std::string_view sentence : sentences) {
    for (const FoundDate& date : find_english_dates(sentence, {})) {
      if (!date.until) clues.latest_past_year = std::max(clues.latest_past_year, date.past.year);
    }
    const auto words = english_words(sentence);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), words[i].lower);
      if (found == kWeekdays.end() || words[i - 1].lower == "next") continue;
      clues.weekdays.push_back(static_cast<Weekday>(found - kWeekdays.begin()));
    }
  }
  return clues;
}

int weekday_score(const PartialDate& day, const Clues& clues) {
  const Weekday own = weekday(day);
  const Weekday before = weekday(add_days(day, -1));
  int score = 0;
  int weight = 100;  // the first weekday told is the news itself; the others only break ties
  for (const Weekday told : clues.weekdays) {
    if (told == own) score += 3 * weight;
    if (told == before) score += 2 * weight;
    weight = 1;
  }
  return score;
}

}  // namespace

std::optional<std::int32_t> infer_year(int month, int day,
                                       const std::vector<std::string_view>& sentences) {
  const Clues clues = read_clues(sentences);
  const std::int32_t told = clues.latest_past_year;
  if (told == 0 && clues.weekdays.empty()) return std::nullopt;
  const std::int32_t first = told != 0 ? told : kFirstYear;
  const std::int32_t last = told != 0 ? told + kMostYearsBehind : kLastYear;

  std::optional<std::int32_t> best;
  int best_score = -1;
  for (std::int32_t year = first; year <= last; ++year) {
    const PartialDate date = day_of(year, month, day);
    if (!is_valid(date)) continue;
    const int score = weekday_score(date, clues);
    if (score > best_score) {
      best = year;
      best_score = score;
    }
  }
  if (told == 0 && best_score == 0) return std::nullopt;
  return best;
}

}  // namespace yeon::ingest
