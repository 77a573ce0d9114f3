#include "text/published.h"

#include <array>
#include <cstdint>
#include <vector>

#include "normalize/calendar.h"
#include "normalize/found.h"
#include "normalize/words.h"
#include "text/lines.h"

namespace yeon::ingest {
namespace {

constexpr std::string_view kKoreanWords[] = {"기사입력", "최종수정", "최초입력", "입력",
                                             "수정",     "승인",     "송고",     "등록",
                                             "발행",     "업데이트", "게재"};
constexpr std::string_view kEnglishWords[] = {
    "published", "updated", "posted", "last", "on", "at", "date",  "gmt",    "utc",
    "kst",       "est",     "et",     "edt",  "pm", "am", "first", "created"};

struct NumberDate {
  Day day;
  std::size_t next = 0;  // word behind it
};

std::optional<NumberDate> checked(std::int32_t year, std::int32_t month, std::int32_t day,
                                  std::size_t next) {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  if (!is_valid(day_of(year, month, day))) return std::nullopt;
  return NumberDate{{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)}, next};
}

/// "2025.04.15", which the word splitter leaves in one piece, "2025.04" and the rest, or apart.
std::optional<NumberDate> dotted(const std::vector<Word>& words, std::size_t at) {
  std::vector<std::int32_t> parts;
  std::size_t next = at;
  while (next < words.size() && parts.size() < 3) {
    std::string_view text = words[next].lower;
    ++next;
    if (text == "." || text == "-" || text == "/") continue;
    if (text == "년" || text == "월" || text == "일") continue;
    while (!text.empty()) {
      const std::size_t dot = text.find('.');
      const auto number = whole_number(text.substr(0, dot));
      if (!number) return std::nullopt;
      parts.push_back(*number);
      text = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    }
  }
  if (parts.size() != 3) return std::nullopt;
  return checked(parts[0], parts[1], parts[2], next);
}

std::string clock_behind(std::string_view line, const std::vector<Word>& words, std::size_t at) {
  bool afternoon = false;
  for (std::size_t i = at; i + 2 < words.size() && i < at + 5; ++i) {
    if (words[i].lower == "오후") afternoon = true;
    // The T of an ISO date-time sticks to the hour's digits or stands alone; both leave digits.
    const auto hour = whole_number(words[i].lower);
    if (!hour || words[i + 1].lower != ":") continue;
    const auto minute = whole_number(words[i + 2].lower);
    if (!minute || *hour > 23 || *minute > 59) return {};
    const bool pm =
        i + 3 < words.size() && (words[i + 3].lower == "pm" || words[i + 3].lower == "p");
    const int shift = (afternoon || pm) && *hour < 12 ? 12 : 0;
    return fmt::format("T{:02}:{:02}", *hour + shift, *minute);
  }
  static_cast<void>(line);
  return {};
}

std::optional<Published> english_form(std::string_view line, const std::vector<Word>& words) {
  for (const FoundDate& date : find_english_dates(line, {})) {
    if (!has_day(date.past)) continue;
    const auto behind = std::find_if(words.begin(), words.end(),
                                     [&](const Word& word) { return word.begin >= date.end; });
    return Published{
        {date.past.year, date.past.month, date.past.day},
        to_string(date.past) +
            clock_behind(line, words, static_cast<std::size_t>(behind - words.begin()))};
  }
  return std::nullopt;
}

bool is_known_word(std::string_view word) {
  for (const std::string_view known : kKoreanWords) {
    if (word == known) return true;
  }
  return std::find(std::begin(kEnglishWords), std::end(kEnglishWords), word) !=
         std::end(kEnglishWords);
}

}  // namespace

std::optional<Published> read_published(std::string_view line) {
  const std::vector<Word> words = english_words(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view text = words[at].lower;
    if (text.size() < 4 || !whole_number(text.substr(0, 4))) continue;
    const auto date = dotted(words, at);
    if (!date) continue;
    const PartialDate day{date->day.year, date->day.month, date->day.day};
    return Published{date->day, to_string(day) + clock_behind(line, words, date->next)};
  }
  return english_form(line, words);
}

bool is_date_line(std::string_view line) {
  if (!read_published(line)) return false;
  std::size_t foreign = 0;
  for (const Word& word : english_words(line)) {
    const char first = word.lower[0];
    const bool letter = (first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0xE3;
    const bool month_or_unit = word.lower == "년" || word.lower == "월" || word.lower == "일" ||
                               word.lower == "오전" || word.lower == "오후";
    if (letter && !month_or_unit && !is_known_word(word.lower)) ++foreign;
  }
  // The name of a month or weekday may stand there, no more.
  return foreign <= 2 && line.size() <= 120;
}

}  // namespace yeon::ingest
