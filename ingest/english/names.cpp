#include "english/names.h"

#include <unicode/uchar.h>

#include "analysis/points.h"
#include "text/utf8.h"

namespace yeon::ingest::english {
namespace {

bool starts_upper(std::string_view text) {
  return !text.empty() && u_isupper(static_cast<UChar32>(code_point_at(text, 0).value)) != 0;
}

/// iPhone, xAI, eBay: a capital within.
bool has_inner_capital(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (is_upper(text[at])) return is_lower(text[at - 1]) || is_digit(text[at - 1]);
  }
  return false;
}

bool is_capital(const Word& word) {
  if (word.surface.find('$') != std::string_view::npos) return false;
  // X-ray, T-shirt
  const bool letter_word =
      word.surface.size() > 3 && word.surface[1] == '-' && is_lower(word.surface[2]);
  if (letter_word) return false;
  return starts_upper(word.surface) ||
         (is_lower(word.surface[0]) && has_inner_capital(word.surface));
}

/// 3, 3.5, 2.0, 1, V3: what may stand behind a name as its version.
bool is_version(const Word& word) {
  const std::string_view text = word.surface;
  if (text.empty() || text.size() > 5 || !is_digit(text[0])) return false;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == ',' || c == '%' || c == '-' || c == '/') return false;
    digits += is_digit(c) ? 1 : 0;
  }
  // Four digits are a year.
  return digits < 4;
}

bool is_measure(std::string_view lower) {
  constexpr std::string_view kWords[] = {
      "million", "billion", "trillion", "thousand", "percent",   "per",       "years",
      "year",    "months",  "days",     "people",   "euros",     "dollars",   "won",
      "yen",     "pounds",  "times",    "points",   "countries", "employees", "hours"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

constexpr std::string_view kOfficeWords[] = {
    "president",   "chairman", "chairwoman", "chair",      "chief",    "director",    "professor",
    "minister",    "governor", "founder",    "co-founder", "founders", "co-founders", "chancellor",
    "secretary",   "judge",    "executive",  "officer",    "prime",    "vice",        "senior",
    "former",      "sir",      "manager",    "engineer",   "doctor",   "analyst",     "spokesman",
    "spokeswoman", "mayor",    "senator"};

class SentenceNames {
 public:
  SentenceNames(const Lexicon& lexicon, const Gazetteer& gazetteer, const StringSet& known,
                const std::vector<Word>& words)
      : lexicon_(lexicon), gazetteer_(gazetteer), known_(known), words_(words) {}

  struct Stretch {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool at_start = false;  // its first word is capitalised by the sentence's start
  };

  std::vector<Stretch> run() {
    for (std::uint32_t at = 0; at < words_.size();) {
      if (!may_begin(at)) {
        ++at;
        continue;
      }
      const std::uint32_t end = extend(at);
      add_trimmed({at, end, is_sentence_start(at)});
      at = end;
    }
    return std::move(found_);
  }

 private:
  const Word& word(std::uint32_t at) const { return words_[at]; }

  bool is_breaker(std::uint32_t at) const {
    return lexicon_.is_not_name(std::string(word(at).surface)) && word(at).surface != "AI";
  }

  bool is_office_word(std::uint32_t at) const {
    return std::find(std::begin(kOfficeWords), std::end(kOfficeWords), word(at).lower) !=
           std::end(kOfficeWords);
  }

  bool may_begin(std::uint32_t at) const { return is_capital(word(at)) && !is_breaker(at); }

  bool may_continue(std::uint32_t at) const {
    return at < words_.size() && is_capital(word(at)) && !is_breaker(at);
  }

  bool is_sentence_start(std::uint32_t at) const {
    if (at == 0) return true;
    for (std::uint32_t back = at; back > 0; --back) {
      const std::string_view before = word(back - 1).surface;
      if (before == "*" || before == "\"" || before == "“" || before == "•" || before == ":" ||
          before == "‘" || before == "-" || before == "–" || before == "▲") {
        // Behind an opening quotation mark or a list sign a sentence begins.
        if (before != "\"" || back == 1 || word(back - 2).lower == "," ||
            word(back - 2).lower == "*")
          continue;
        return true;
      }
      return false;
    }
    return true;
  }

  std::uint32_t extend(std::uint32_t at) const {
    std::uint32_t end = at + 1;
    while (true) {
      if (may_continue(end))
        ++end;
      else if (end < words_.size() && is_version(word(end)) && !is_measure_behind(end))
        ++end;
      else if (joins(at, end))
        end += 2;
      else if (is_inner_genitive(at, end))
        end += 1;
      else
        break;
    }
    return end;
  }

  bool is_measure_behind(std::uint32_t number) const {
    if (number + 1 >= words_.size()) return false;
    if (is_measure(word(number + 1).lower)) return true;
    // "Oakmere 12 chips": a plural behind a whole number of two digits counts things.
    return false;
  }

  /// University of X, Ministry of X; A & B; the Competition and Markets Authority.
  bool joins(std::uint32_t begin, std::uint32_t end) const {
    if (end + 1 >= words_.size() || !may_continue(end + 1)) return false;
    const std::string& link = word(end).lower;
    if (link == "&") return true;
    if (link == "of" || link == "for") {
      return lexicon_.is_organization_start(std::string(word(begin).surface)) ||
             lexicon_.is_organization_suffix(std::string(word(end - 1).surface)) ||
             word(end - 1).surface == "Bank" || word(end - 1).surface == "Center" ||
             word(end - 1).surface == "Centre";
    }
    if (link != "and" || begin == 0 || word(begin - 1).lower != "the") return false;
    std::uint32_t tail = end + 1;
    while (may_continue(tail)) ++tail;
    return end - begin <= 2 &&
           lexicon_.is_organization_suffix(std::string(word(tail - 1).surface)) && tail - end >= 3;
  }

  /// St. Alban's Hospital, King's College; and St. Alban's where the longer name is known.
  bool is_inner_genitive(std::uint32_t begin, std::uint32_t end) const {
    if (end >= words_.size() || word(end).lower != "'s" || lexicon_.is_place(text(begin, end)))
      return false;
    if (may_continue(end + 1) &&
        lexicon_.is_organization_suffix(std::string(word(end + 1).surface)))
      return true;
    const std::string prefix = text(begin, end + 1) + " ";
    return std::any_of(known_.begin(), known_.end(),
                       [&](const std::string& name) { return name.starts_with(prefix); });
  }

  std::string text(std::uint32_t first, std::uint32_t last) const {
    std::string out;
    for (std::uint32_t at = first; at < last; ++at) {
      if (at > first && word(at).span.start != word(at - 1).span.end) out += ' ';
      out += word(at).surface;
    }
    return out;
  }

  bool is_listed(std::uint32_t first, std::uint32_t last) const {
    return !gazetteer_.lookup(to_points(text(first, last))).empty();
  }

  /// Splits at offices, then cuts what is no part of the name at both ends.
  void add_trimmed(Stretch stretch) {
    if (stretch.last - stretch.first > 1 && is_listed(stretch.first, stretch.last)) {
      found_.push_back(stretch);
      return;
    }
    for (std::uint32_t at = stretch.first; at < stretch.last; ++at) {
      if (!is_office_word(at)) {
        continue;
      }
      if (at > stretch.first) add_trimmed({stretch.first, at, stretch.at_start});
      if (at + 1 < stretch.last) add_trimmed({at + 1, stretch.last, false});
      return;
    }
    cut_place(stretch);
    cut_start(stretch);
    while (stretch.first < stretch.last && word(stretch.first).surface == "AI" &&
           stretch.last - stretch.first > 1 &&
           !known_.contains(text(stretch.first, stretch.last))) {
      ++stretch.first;
    }
    cut_place(stretch);
    if (stretch.first >= stretch.last) return;
    if (stretch.last - stretch.first == 1 && !may_stand_alone(stretch)) return;
    found_.push_back(stretch);
  }

  bool is_known(std::uint32_t first, std::uint32_t last) const {
    return known_.contains(text(first, last));
  }

  bool has_name_ending(const Stretch& stretch) const {
    const std::string ending(word(stretch.last - 1).surface);
    if (ending == "AI") return false;
    return lexicon_.is_legal_form(ending) || lexicon_.is_firm_suffix(ending) ||
           lexicon_.is_organization_suffix(ending) ||
           lexicon_.is_organization_start(std::string(word(stretch.first).surface));
  }

  void cut_place(Stretch& stretch) const {
    for (std::uint32_t length = 3; length > 0; --length) {
      if (stretch.first + length > stretch.last) continue;
      const bool place = lexicon_.is_place(text(stretch.first, stretch.first + length)) ||
                         (length == 1 && (word(stretch.first).surface == "U.S" ||
                                          word(stretch.first).surface == "U.K"));
      if (!place) continue;
      const bool whole = stretch.first + length == stretch.last;
      if (!whole && (has_name_ending(stretch) || is_listed(stretch.first, stretch.last)) &&
          !followed_by_s(stretch.first + length - 1))
        return;
      stretch.first += length;
      stretch.at_start = false;
      return;
    }
  }

  bool followed_by_s(std::uint32_t at) const {
    return at + 1 < words_.size() && word(at + 1).lower == "'s";
  }

  bool is_ordinary(std::uint32_t at) const {
    const std::string& lower = word(at).lower;
    if (lexicon_.tags(lower) != 0 || lexicon_.verb(lower) != nullptr) return true;
    return lexicon_.is_common(lower) || lexicon_.is_common(lexicon_.noun_lemma(lower)) ||
           lexicon_.kind(lexicon_.noun_lemma(lower)).has_value() ||
           lexicon_.office(lexicon_.noun_lemma(lower)) != nullptr;
  }

  /// Words that begin a sentence and no name: function words, kinds, adjectives, adverbs, verbs.
  bool opens_sentence(std::uint32_t at) const {
    const std::string& lower = word(at).lower;
    if (lexicon_.tags(lower) != 0 || lexicon_.kind(lower) || lexicon_.office(lower) != nullptr)
      return true;
    const VerbReading* verb = lexicon_.verb(lower);
    if (verb != nullptr && (verb->forms & (kGerund | kParticiple | kPast)) != 0) return true;
    return lower.find('-') != std::string::npos && is_ordinary(at);
  }

  /// A capital that the sentence's start alone may have made.
  void cut_start(Stretch& stretch) const {
    if (!stretch.at_start || stretch.first >= stretch.last) return;
    if (stretch.last - stretch.first == 1) return;  // may_stand_alone() decides
    if (word(stretch.first).surface == "The" && stretch.first == 0) {
      ++stretch.first;
      stretch.at_start = false;
      return;
    }
    if (is_known(stretch.first, stretch.last) || is_listed(stretch.first, stretch.last)) return;
    const bool rest_known = is_known(stretch.first + 1, stretch.last);
    if (opens_sentence(stretch.first) || (rest_known && is_ordinary(stretch.first))) {
      ++stretch.first;
      stretch.at_start = false;
    }
  }

  bool may_stand_alone(const Stretch& stretch) const {
    const Word& only = word(stretch.first);
    const std::string name(only.surface);
    if (lexicon_.is_place(name) || name == "AI" || name.size() < 2) return known_.contains(name);
    if (lexicon_.is_legal_form(name)) return false;
    if (has_inner_capital(name)) return true;
    if (!stretch.at_start) return !is_function_word(only);
    if (known_.contains(name)) return true;
    if (is_function_word(only)) return false;
    // A surname or short form of a name told elsewhere.
    const bool part = std::any_of(known_.begin(), known_.end(), [&](const std::string& full) {
      return full.starts_with(name + " ") || full.ends_with(" " + name);
    });
    if (part) return true;
    if (!is_ordinary(stretch.first))
      return is_listed(stretch.first, stretch.last) || !noun_follows(stretch.first);
    return stands_as_subject(stretch.first);
  }

  /// "Pension fund": a noun in small letters behind a sentence's first word makes that a common
  /// word.
  bool noun_follows(std::uint32_t at) const {
    if (at + 1 >= words_.size() || !is_lower(word(at + 1).surface[0])) return false;
    const std::string& next = word(at + 1).lower;
    if (lexicon_.kind(lexicon_.noun_lemma(next))) return true;
    return lexicon_.tags(next) == 0 && lexicon_.verb(next) == nullptr;
  }

  bool is_function_word(const Word& only) const { return lexicon_.tags(only.lower) != 0; }

  /// A singular noun without an article directly before a finite verb can only be a name:
  /// "Delta agreed to buy".
  bool stands_as_subject(std::uint32_t at) const {
    const std::string& lower = word(at).lower;
    if (at + 1 >= words_.size() || lower.ends_with("s") || lower.ends_with("ing")) return false;
    if (lexicon_.kind(lower) || lexicon_.office(lower) != nullptr) return false;
    const std::string& next = word(at + 1).lower;
    const VerbReading* verb = lexicon_.verb(next);
    const bool finite = (verb != nullptr && (verb->forms & (kThird | kPast)) != 0) ||
                        (lexicon_.tags(next) & (1U << static_cast<unsigned>(Tag::kModal))) != 0;
    return finite && is_listed(at, at + 1);
  }

  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const StringSet& known_;
  const std::vector<Word>& words_;
  std::vector<Stretch> found_;
};

bool is_title_case(const std::vector<Word>& words) {
  std::size_t long_words = 0;
  std::size_t capital = 0;
  for (const Word& word : words) {
    if (word.surface.size() < 4 || is_digit(word.surface[0])) continue;
    ++long_words;
    capital += starts_upper(word.surface) ? 1 : 0;
  }
  return long_words >= 4 && capital * 10 >= long_words * 8;
}

/// Whether a name of the body is this or begins with it.
bool is_known_start(const StringSet& known, const std::string& text) {
  return known.contains(text) ||
         std::any_of(known.begin(), known.end(),
                     [&](const std::string& name) { return name.starts_with(text + " "); });
}

}  // namespace

std::vector<Name> NameFinder::find(const Document& document, const ArticleWords& words) const {
  // First what stands within sentences, then what only a start or a headline capitalises.
  StringSet known;
  const auto text_of = [&](const std::vector<Word>& sentence, std::uint32_t first,
                           std::uint32_t last) {
    return std::string(document.slice({sentence[first].span.start, sentence[last - 1].span.end}));
  };
  for (std::size_t s = 0; s < words.size(); ++s) {
    if (document.sentences[s].kind == SentenceKind::kTitle) continue;
    for (const auto& stretch : SentenceNames(lexicon_, gazetteer_, known, words[s]).run()) {
      if (stretch.at_start && stretch.last - stretch.first == 1) continue;
      known.insert(text_of(words[s], stretch.first, stretch.last));
    }
  }
  std::vector<Name> names;
  for (std::size_t s = 0; s < words.size(); ++s) {
    const bool only_known =
        document.sentences[s].kind == SentenceKind::kTitle && is_title_case(words[s]);
    for (const auto& stretch : SentenceNames(lexicon_, gazetteer_, known, words[s]).run()) {
      Name name;
      name.sentence = static_cast<std::uint32_t>(s);
      name.first = stretch.first;
      name.last = stretch.last;
      name.span = {words[s][stretch.first].span.start, words[s][stretch.last - 1].span.end};
      name.text = text_of(words[s], stretch.first, stretch.last);
      const bool lone = document.sentences[s].kind == SentenceKind::kTitle && stretch.at_start &&
                        stretch.last - stretch.first == 1;
      if ((only_known || lone) && !is_known_start(known, name.text)) continue;
      names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace yeon::ingest::english
