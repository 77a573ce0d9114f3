#include "text/lines.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "text/utf8.h"

namespace yeon::ingest {
namespace {

bool is_blank(char32_t c) noexcept {
  return c == U' ' || c == U'\t' || c == U'\f' || c == U'\v' || c == 0xA0 || c == 0x3000 ||
         c == 0x200B || c == 0xFEFF;
}

// Words whose full stop ends no sentence, in lower case. Single letters never do.
constexpr std::string_view kAbbreviations[] = {
    "inc",  "corp", "co",   "ltd",   "llc",  "plc",  "bros", "cos",    "mr",   "mrs",  "ms",
    "dr",   "prof", "st",   "sr",    "jr",   "gen",  "gov",  "sen",    "rep",  "rev",  "hon",
    "lt",   "col",  "sgt",  "capt",  "jan",  "feb",  "mar",  "apr",    "jun",  "jul",  "aug",
    "sep",  "sept", "oct",  "nov",   "dec",  "mon",  "tue",  "wed",    "thu",  "fri",  "calif",
    "wash", "mass", "conn", "fla",   "ill",  "mich", "minn", "tex",    "ariz", "colo", "ore",
    "pa",   "va",   "vs",   "no",    "nos",  "vol",  "fig",  "approx", "est",  "dept", "assn",
    "univ", "mt",   "ft",   "ave",   "blvd", "u.s",  "u.k",  "u.n",    "e.u",  "a.m",  "p.m",
    "e.g",  "i.e",  "etc",  "cf",    "al",   "s.a",  "n.v",  "s.p.a",  "ph.d", "d.c",  "b.v",
    "a.g",  "s.e",  "jan",  "messrs"};

/// The word that ends at `stop` (a full stop's place), in lower case.
std::string word_before(std::string_view line, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != '(' && line[begin - 1] != '"')
    --begin;
  std::string word(line.substr(begin, stop - begin));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

bool is_abbreviation(std::string_view line, std::size_t stop) {
  const std::string word = word_before(line, stop);
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') return true;
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) !=
         std::end(kAbbreviations);
}

/// How deep in quotation marks and brackets each byte stands; an unclosed one counts for nothing.
class Nesting {
 public:
  explicit Nesting(std::string_view line) : inside_(line.size() + 1, false) {
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint c = code_point_at(line, at);
      if (const char32_t close = closing(c.value)) mark(line, at, c.length, close);
      at += c.length;
    }
  }
  bool inside(std::size_t at) const { return inside_[at]; }

 private:
  static char32_t closing(char32_t open) noexcept {
    switch (open) {
      case U'"':
        return U'"';
      case U'“':
        return U'”';
      case U'「':
        return U'」';
      case U'(':
        return U')';
      case U'[':
        return U']';
      default:
        return 0;
    }
  }

  void mark(std::string_view line, std::size_t open, std::size_t length, char32_t close) {
    if (inside_[open]) return;
    for (std::size_t at = open + length; at < line.size();) {
      const CodePoint c = code_point_at(line, at);
      if (c.value == close) {
        std::fill(inside_.begin() + static_cast<std::ptrdiff_t>(open),
                  inside_.begin() + static_cast<std::ptrdiff_t>(at + c.length), true);
        return;
      }
      at += c.length;
    }
  }

  std::vector<bool> inside_;
};

/// Whether a sentence could end before the line does: a stop, and a blank behind it.
bool may_hold_several(std::string_view line) {
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    const char c = line[at];
    if (c != '.' && c != '!' && c != '?') {
      // 。 and … are three bytes beginning with E3 80 and E2 80.
      if (static_cast<unsigned char>(c) < 0xE2) continue;
    }
    if (line.find(' ', at) != std::string_view::npos && (c == '.' || c == '!' || c == '?')) {
      const char next = line[at + 1];
      if (next == ' ' || next == '"' || next == ')' || static_cast<unsigned char>(next) >= 0xE2)
        return true;
    }
    if (line.substr(at).starts_with("。")) return true;
  }
  return false;
}

struct BreakCloser {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};

std::vector<std::size_t> icu_boundaries(std::string_view line) {
  std::vector<std::size_t> boundaries;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBreakIterator, BreakCloser> breaks(
      ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &status));
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, line.data(), static_cast<std::int64_t>(line.size()), &status);
  if (U_SUCCESS(status)) {
    ubrk_setUText(breaks.get(), &text, &status);
    for (std::int32_t at = ubrk_next(breaks.get()); at != UBRK_DONE; at = ubrk_next(breaks.get())) {
      boundaries.push_back(static_cast<std::size_t>(at));
    }
  }
  utext_close(&text);
  return boundaries;
}

/// Whether the boundary at `at` (behind the blanks) truly ends a sentence.
bool is_true_end(std::string_view line, const Nesting& nesting, std::size_t begin, std::size_t at) {
  const std::string_view sentence = strip(line.substr(begin, at - begin));
  if (sentence.empty()) return false;
  const std::size_t end = static_cast<std::size_t>(sentence.data() - line.data()) + sentence.size();
  if (nesting.inside(end - 1)) return false;  // a closing mark, or still within
  if (sentence.back() == '.' && is_abbreviation(line, end - 1)) return false;
  // "1. First": a number alone opens a list.
  return sentence.find_first_not_of("0123456789.") != std::string_view::npos;
}

}  // namespace

std::string_view strip(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_at(text, 0);
    if (!is_blank(c.value)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!is_blank(c.value)) break;
    text.remove_suffix(c.length);
  }
  return text;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = strip(text.substr(at, end - at));
    if (!line.empty()) {
      lines.push_back({static_cast<std::size_t>(line.data() - text.data()), line});
    }
    at = end + 1;
  }
  return lines;
}

std::vector<Piece> split_sentences(std::string_view line) {
  if (!may_hold_several(line)) return {{0, line.size()}};
  const Nesting nesting(line);
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (const std::size_t at : icu_boundaries(line)) {
    if (at < line.size() && !is_true_end(line, nesting, begin, at)) continue;
    const std::string_view sentence = strip(line.substr(begin, at - begin));
    if (sentence.empty()) continue;
    const auto start = static_cast<std::size_t>(sentence.data() - line.data());
    // A credit in brackets belongs to the caption before it.
    const bool credit = (sentence.front() == '(' && sentence.back() == ')') ||
                        (sentence.front() == '[' && sentence.back() == ']');
    if (credit && !pieces.empty()) {
      pieces.back().end = start + sentence.size();
    } else {
      pieces.push_back({start, start + sentence.size()});
    }
    begin = at;
  }
  if (pieces.empty()) return {{0, line.size()}};
  return pieces;
}

}  // namespace yeon::ingest
