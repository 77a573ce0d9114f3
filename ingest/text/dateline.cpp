// ko := open [place =] agency [names 기자] close [names 기자] [=]     open, close: () [] 【】
// en := PLACE {, State} [, Month day [, year]] [(Agency)] dash  |  Month day ... dash
#include "text/dateline.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "text/lines.h"
#include "text/utf8.h"

namespace yeon::ingest {
namespace {

constexpr std::string_view kReporterWords[] = {"선임기자", "전문기자", "인턴기자", "수습기자",
                                               "기자",     "특파원",   "통신원",   "논설위원"};
constexpr std::string_view kPressEndings[] = {"뉴스",   "경제",   "일보",   "신문",
                                              "통신",   "데일리", "타임스", "헤럴드",
                                              "투데이", "저널",   "뉴시스", "뉴스1"};

bool ends_with_press_word(std::string_view name) {
  for (const std::string_view ending : kPressEndings) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

bool is_hangul_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_hangul(c.value)) return false;
    at += c.length;
  }
  return !word.empty();
}

std::vector<std::string_view> blank_separated(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,·/", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Hangul names of two to four syllables directly before a word for reporter.
std::vector<std::string> korean_reporters(std::string_view text) {
  std::vector<std::string> names;
  std::vector<std::string> pending;
  for (std::string_view word : blank_separated(text)) {
    bool reporter = false;
    for (const std::string_view title : kReporterWords) {
      if (!word.ends_with(title)) continue;
      reporter = true;
      word.remove_suffix(title.size());
      break;
    }
    const std::uint32_t syllables = count_code_points(word);
    if (is_hangul_word(word) && syllables >= 2 && syllables <= 4) pending.emplace_back(word);
    if (reporter) {
      names.insert(names.end(), pending.begin(), pending.end());
      pending.clear();
    }
  }
  return names;
}

bool is_reporter_phrase(std::string_view text) {
  for (const std::string_view title : kReporterWords) {
    if (strip(text).ends_with(title)) return true;
  }
  return false;
}

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr Bracket kBrackets[] = {{"(", ")"}, {"[", "]"}, {"【", "】"}};
constexpr std::size_t kLongestBracket = 120;  // bytes: forty syllables
constexpr std::size_t kLongestNames = 150;

/// "서울=통신", "통신 홍길동 기자", "통신=홍길동 기자", or a bare name of a paper.
bool read_bracket(std::string_view inside, Dateline& line) {
  const std::size_t equals = inside.find('=');
  if (equals != std::string_view::npos) {
    const std::string_view left = strip(inside.substr(0, equals));
    const std::string_view right = strip(inside.substr(equals + 1));
    if (left == "사진" || left == "자료" || left == "그래픽") return false;
    line.agency = std::string(is_reporter_phrase(right) ? left : right);
    line.reporters = korean_reporters(right);
    return true;
  }
  if (is_reporter_phrase(inside)) {
    line.agency = std::string(inside.substr(0, inside.find(' ')));
    line.reporters = korean_reporters(inside.substr(line.agency.size()));
    return true;
  }
  if (!ends_with_press_word(inside) || inside.find(' ') != std::string_view::npos) return false;
  line.agency = std::string(inside);
  return true;
}

Dateline read_korean(std::string_view text) {
  for (const Bracket& bracket : kBrackets) {
    if (!text.starts_with(bracket.open)) continue;
    const std::size_t close = text.find(bracket.close);
    if (close == std::string_view::npos || close > kLongestBracket) return {};
    Dateline line;
    if (!read_bracket(strip(text.substr(bracket.open.size(), close - bracket.open.size())), line))
      return {};
    line.length = close + bracket.close.size();
    // Names of reporters up to " = ".
    const std::size_t equals = text.find('=', line.length);
    if (equals != std::string_view::npos && equals - line.length <= kLongestNames) {
      const std::string_view names = text.substr(line.length, equals - line.length);
      if (strip(names).empty() || is_reporter_phrase(names)) {
        const auto reporters = korean_reporters(names);
        line.reporters.insert(line.reporters.end(), reporters.begin(), reporters.end());
        line.length = equals + 1;
      }
    }
    while (line.length < text.size() && text[line.length] == ' ') ++line.length;
    return line;
  }
  return {};
}

int month_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::array<std::string_view, 12> kFull = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kFull[i] || (i == 8 && word == "Sept")) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool is_all_caps(std::string_view word) {
  bool letter = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter;
}

struct Dash {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};

Dash find_dash(std::string_view text) {
  constexpr std::size_t kFarthest = 110;
  Dash nearest;
  for (const std::string_view dash : {" - ", " -- ", " – ", " — ", " —"}) {
    const std::size_t at = text.substr(0, kFarthest).find(dash);
    if (at < nearest.at) nearest = {at, dash.size()};
  }
  return nearest;
}

/// Reads "PLACE, State, Month day" word by word; false where a word has no place in a dateline.
bool read_place_and_day(std::string_view text, Dateline& line) {
  bool first = true;
  bool behind_comma = false;
  bool capitals = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    const bool comma = word.ends_with(',');
    if (comma) word.remove_suffix(1);
    if (word.empty()) continue;
    int number = 0;
    const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_number = error == std::errc() && stop == word.data() + word.size();
    if (const int month = month_number(word))
      line.month = month;
    else if (is_number && line.month != 0 && number >= 1 && number <= 31)
      line.day = number;
    else if (is_number && line.month != 0 && number > 1900 && number < 2200)
      line.year = number;
    else if (is_all_caps(word))
      capitals = true;
    else if (first || !(behind_comma || capitals) || word[0] < 'A' || word[0] > 'Z')
      return false;
    first = false;
    behind_comma = comma || behind_comma;
  }
  return capitals || line.month != 0;
}

Dateline read_english(std::string_view text) {
  const Dash dash = find_dash(text);
  if (dash.at == std::string_view::npos) return {};
  std::string_view head = strip(text.substr(0, dash.at));
  Dateline line;
  if (head.ends_with(')')) {
    const std::size_t open = head.rfind('(');
    if (open == std::string_view::npos) return {};
    line.agency = std::string(head.substr(open + 1, head.size() - open - 2));
    head = strip(head.substr(0, open));
  }
  if (head.empty() || !read_place_and_day(head, line)) return {};
  line.length = dash.at + dash.length;
  while (line.length < text.size() && text[line.length] == ' ') ++line.length;
  return line;
}

}  // namespace

Dateline read_dateline(std::string_view line) {
  Dateline korean = read_korean(line);
  return korean.length > 0 ? korean : read_english(line);
}

std::vector<std::string> reporters_in(std::string_view byline) {
  if (!byline.starts_with("By ")) return korean_reporters(byline);
  std::vector<std::string> names;
  std::string_view rest = byline.substr(3);
  rest = rest.substr(0, rest.find(','));
  while (!rest.empty()) {
    const std::size_t both = rest.find(" and ");
    names.emplace_back(strip(rest.substr(0, both)));
    rest = both == std::string_view::npos ? std::string_view() : rest.substr(both + 5);
  }
  return names;
}

}  // namespace yeon::ingest
