#include "english/tagger.h"

namespace yeon::ingest::english {
namespace {

struct Compound {
  std::string_view first, second, third;
  std::string_view lemma;
  Tag tag;
};
constexpr Compound kCompounds[] = {
    {"such", "as", "", "such_as", Tag::kPreposition},
    {"according", "to", "", "according_to", Tag::kPreposition},
    {"instead", "of", "", "instead_of", Tag::kPreposition},
    {"because", "of", "", "because_of", Tag::kPreposition},
    {"together", "with", "", "with", Tag::kPreposition},
    {"along", "with", "", "with", Tag::kPreposition},
    {"alongside", "with", "", "with", Tag::kPreposition},
    {"as", "well", "as", "and", Tag::kConjunction},
    {"in", "addition", "to", "besides", Tag::kPreposition},
    {"out", "of", "", "out_of", Tag::kPreposition},
    {"rather", "than", "", "instead_of", Tag::kPreposition},
    {"on", "behalf", "of", "for", Tag::kPreposition},
    {"on", "top", "of", "on", Tag::kPreposition},
    {"ahead", "of", "", "before", Tag::kPreposition},
    {"away", "from", "", "from", Tag::kPreposition},
    {"apart", "from", "", "besides", Tag::kPreposition},
    {"as", "part", "of", "in", Tag::kPreposition},
    {"no", "longer", "", "no_longer", Tag::kAdverb},
    {"at", "least", "", "at_least", Tag::kAdverb},
    {"up", "to", "", "up_to", Tag::kAdverb},
    {"more", "than", "", "more_than", Tag::kAdverb},
    {"less", "than", "", "less_than", Tag::kAdverb},
    {"so", "that", "", "so_that", Tag::kSubordinator},
    {"even", "though", "", "though", Tag::kSubordinator},
    {"co", "-", "founder", "co-founder", Tag::kNoun},
};

void join_compounds(std::vector<Word>& words) {
  std::vector<Word> joined;
  joined.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const auto lower = [&](std::size_t ahead) {
      return at + ahead < words.size() && words[at + ahead].name == Word::kNoName
                 ? std::string_view(words[at + ahead].lower)
                 : std::string_view();
    };
    const Compound* match = nullptr;
    for (const Compound& compound : kCompounds) {
      if (lower(0) != compound.first || lower(1) != compound.second) continue;
      if (!compound.third.empty() && lower(2) != compound.third) continue;
      match = &compound;
      break;
    }
    // "up to" and "more than" only before a number.
    const bool bound =
        match != nullptr &&
        (match->lemma == "up_to" || match->lemma == "more_than" || match->lemma == "less_than");
    if (bound && !(at + 2 < words.size() &&
                   (is_digit(words[at + 2].surface[0]) || words[at + 2].surface[0] == '$' ||
                    static_cast<unsigned char>(words[at + 2].surface[0]) >= 0xC2))) {
      match = nullptr;
    }
    Word word = std::move(words[at]);
    std::size_t length = 1;
    if (match != nullptr) {
      length = match->third.empty() ? 2 : 3;
      word.span.end = words[at + length - 1].span.end;
      word.lemma = match->lemma;
      word.tag = match->tag;
      word.forms = 0x80;  // fixed: left alone below
    }
    joined.push_back(std::move(word));
    at += length;
  }
  words = std::move(joined);
}

constexpr std::uint32_t bit(Tag tag) { return 1U << static_cast<unsigned>(tag); }

class Tagger {
 public:
  Tagger(const Lexicon& lexicon, std::vector<Word>& words) : lexicon_(lexicon), words_(words) {}

  void run() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      Word& word = words_[at_];
      if (word.forms == 0x80)
        word.forms = 0;
      else if (word.name != Word::kNoName)
        word.tag = Tag::kName;
      else if (!tag_sign(word))
        tag_word(word);
      if (word.tag == Tag::kRelative || word.tag == Tag::kThat || word.tag == Tag::kSubordinator ||
          word.tag == Tag::kBreak || word.tag == Tag::kComma || word.tag == Tag::kConjunction) {
        // "A and B use" has no verb before the conjunction, "A has X, and B uses" has one.
        if (word.tag != Tag::kComma)
          opens_clause_ = word.tag == Tag::kConjunction && (clause_has_finite_ || had_finite_);
        had_finite_ = (had_finite_ && word.tag == Tag::kComma) || clause_has_finite_;
        clause_has_finite_ = false;
      }
    }
  }

 private:
  const Word* previous(std::size_t back = 1) const {
    return at_ >= back ? &words_[at_ - back] : nullptr;
  }
  /// The word before, adverbs skipped.
  const Word* before() const {
    for (std::size_t back = 1; back <= at_; ++back) {
      const Word& word = words_[at_ - back];
      if (word.tag != Tag::kAdverb && word.tag != Tag::kNot) return &word;
    }
    return nullptr;
  }
  std::string next(std::size_t ahead = 1) const {
    return at_ + ahead < words_.size() ? words_[at_ + ahead].lower : std::string();
  }
  bool next_is_name() const {
    return at_ + 1 < words_.size() && words_[at_ + 1].name != Word::kNoName;
  }
  bool next_has(Tag tag) const { return (lexicon_.tags(next()) & bit(tag)) != 0; }

  bool tag_sign(Word& word) const {
    const std::string& text = word.lower;
    if (text == ",")
      word.tag = Tag::kComma;
    else if (text == ".")
      word.tag = Tag::kStop;
    else if (text == "?" || text == "!")
      word.tag = Tag::kStop;
    else if (text == "\"" || text == "“" || text == "”" || text == "‘" || text == "«" ||
             text == "»")
      word.tag = Tag::kQuote;
    else if (text == "'s" && at_ > 0)
      return tag_s(word);
    else if (text == "'" || text == "’") {
      const bool owner = at_ > 0 && words_[at_ - 1].lower.ends_with("s");
      word.tag = owner ? Tag::kGenitive : Tag::kQuote;
    } else if (text == "&") {
      word.tag = Tag::kConjunction;
      word.lemma = "and";
    } else if (is_number(word)) {
      word.tag = Tag::kNumber;
      if (text.back() == '%') word.lemma = "percent";
    } else if (text == ";" || text == ":" || text == "-" || text == "--" || text == "–" ||
               text == "—" || text == "(" || text == ")" || text == "[" || text == "]" ||
               text == "*" || text == "•" || text == "…") {
      word.tag = Tag::kBreak;
    } else {
      return false;
    }
    return true;
  }

  bool tag_s(Word& word) const {
    const Word& owner = words_[at_ - 1];
    const bool pronoun = owner.tag == Tag::kPronoun || owner.tag == Tag::kRelative ||
                         owner.lower == "there" || owner.lower == "what" || owner.tag == Tag::kThat;
    if (!pronoun) {
      word.tag = Tag::kGenitive;
      return true;
    }
    word.tag = Tag::kVerb;
    word.lemma = "be";
    word.forms = kThird;
    return true;
  }

  static bool is_number(const Word& word) {
    const std::string& text = word.lower;
    if (is_digit(text[0]))
      return text.find_first_not_of("0123456789.,%/") == std::string::npos ||
             text.ends_with("bn") || text.ends_with("m");
    if (text[0] == '$' || text.starts_with("€") || text.starts_with("£") || text.starts_with("¥") ||
        text.starts_with("c$") || text.starts_with("a$")) {
      return text.size() > 1;
    }
    constexpr std::string_view kWords[] = {
        "two",    "three",  "four",  "five",    "six",      "seven",   "eight",   "nine",    "ten",
        "eleven", "twelve", "dozen", "hundred", "thousand", "million", "billion", "trillion"};
    return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords);
  }

  void tag_word(Word& word) {
    const std::string& text = word.lower;
    if (text == "to") return tag_to(word);
    if (text == "that") return tag_that(word);
    const std::uint32_t tags = lexicon_.tags(text);
    if ((tags & bit(Tag::kNot)) != 0) return set(word, Tag::kNot);
    if ((tags & bit(Tag::kModal)) != 0 &&
        !(text == "may" && is_upper(word.surface[0]) && at_ > 0)) {
      clause_has_finite_ = true;
      return set(word, Tag::kModal);
    }
    if ((tags & bit(Tag::kRelative)) != 0) return set(word, Tag::kRelative);
    if ((tags & bit(Tag::kPossessive)) != 0) return set(word, Tag::kPossessive);
    if ((tags & bit(Tag::kConjunction)) != 0) return set(word, Tag::kConjunction);
    if (const VerbReading* verb = lexicon_.verb(text)) {
      if (is_verb_here(word, *verb, tags)) return set_verb(word, *verb);
    }
    if ((tags & bit(Tag::kPronoun)) != 0 && (tags & bit(Tag::kDeterminer)) == 0)
      return set(word, Tag::kPronoun);
    if ((tags & bit(Tag::kDeterminer)) != 0) return set(word, Tag::kDeterminer);
    if ((tags & bit(Tag::kPreposition)) != 0 && !is_adverb_here(tags))
      return set(word, Tag::kPreposition);
    if ((tags & bit(Tag::kSubordinator)) != 0) return set(word, Tag::kSubordinator);
    const bool both = (tags & bit(Tag::kAdjective)) != 0 && (tags & bit(Tag::kAdverb)) != 0;
    if (both && at_ > 0 && previous()->tag == Tag::kModal) return set(word, Tag::kAdverb);
    if ((tags & bit(Tag::kAdjective)) != 0) return set(word, Tag::kAdjective);
    if ((tags & bit(Tag::kNoun)) != 0) return set(word, Tag::kNoun);
    if ((tags & bit(Tag::kAdverb)) != 0) return set(word, Tag::kAdverb);
    tag_open_class(word);
  }

  bool is_adverb_here(std::uint32_t tags) const {
    // "about $8 billion": about before a number is no preposition.
    if ((tags & bit(Tag::kAdverb)) == 0 && words_[at_].lower != "over" &&
        words_[at_].lower != "around")
      return false;
    const std::string text = next();
    return !text.empty() &&
           (is_digit(text[0]) || text[0] == '$' || text.starts_with("€") || text.starts_with("£"));
  }

  void tag_open_class(Word& word) const {
    const std::string& text = word.lower;
    const std::string_view view = text;
    if (view.ends_with("ly") && view.size() > 4) return set(word, Tag::kAdverb);
    if (view == "january" || view == "february") return set(word, Tag::kNoun);
    for (const std::string_view end :
         {"ous", "ive", "ful", "less", "able", "ible", "ical", "ish", "ary"}) {
      if (view.ends_with(end) && view.size() > end.size() + 2 && !lexicon_.kind(text))
        return set(word, Tag::kAdjective);
    }
    if (view.find('-') != std::string_view::npos &&
        (view.ends_with("ed") || view.ends_with("based") || view.ends_with("year"))) {
      return set(word, Tag::kAdjective);
    }
    word.tag = Tag::kNoun;
    word.lemma = lexicon_.noun_lemma(text);
  }

  void tag_to(Word& word) const {
    std::size_t ahead = 1;
    while ((lexicon_.tags(next(ahead)) & bit(Tag::kAdverb)) != 0 &&
           lexicon_.verb(next(ahead)) == nullptr)
      ++ahead;
    const VerbReading* verb =
        at_ + ahead < words_.size() && words_[at_ + ahead].name == Word::kNoName
            ? lexicon_.verb(next(ahead))
            : nullptr;
    const bool infinitive = verb != nullptr && (verb->forms & kBase) != 0;
    set(word, infinitive ? Tag::kTo : Tag::kPreposition);
  }

  void tag_that(Word& word) const {
    const Word* last = previous();
    const std::string text = next();
    const VerbReading* verb = lexicon_.verb(text);
    const bool verb_next =
        (lexicon_.tags(text) & (bit(Tag::kModal))) != 0 ||
        (verb != nullptr && (verb->forms & (kThird | kPast)) != 0 && !next_is_name()) ||
        ((lexicon_.tags(text) & bit(Tag::kAdverb)) != 0 && lexicon_.verb(next(2)) != nullptr);
    const bool noun_before =
        last != nullptr &&
        (last->tag == Tag::kNoun || last->tag == Tag::kName || last->tag == Tag::kNumber);
    if (noun_before && verb_next) return set(word, Tag::kRelative);
    if (last != nullptr && last->tag == Tag::kPreposition) return set(word, Tag::kDeterminer);
    set(word, Tag::kThat);
  }

  static void set(Word& word, Tag tag) { word.tag = tag; }

  void set_verb(Word& word, const VerbReading& verb) {
    word.tag = Tag::kVerb;
    word.lemma = verb.lemma;
    word.forms = verb.forms;
    if ((verb.forms & (kThird | kPast | kBase)) != 0) {
      const Word* last = before();
      const bool infinitive = last != nullptr && last->tag == Tag::kTo;
      if (!infinitive) clause_has_finite_ = true;
    }
  }

  bool is_verb_here(const Word& word, const VerbReading& verb, std::uint32_t tags) const {
    const Word* last = before();
    if (word.lower == "won" && last != nullptr && last->tag == Tag::kNumber) return false;
    if (verb.lemma == "be" || verb.lemma == "have" || verb.lemma == "do") return true;
    if (last != nullptr) {
      if (last->tag == Tag::kTo || last->tag == Tag::kModal || last->lemma == "do")
        return (verb.forms & kBase) != 0;
      if (last->tag == Tag::kVerb && (last->lemma == "have" || last->lemma == "be") &&
          (verb.forms & (kParticiple | kGerund)) != 0) {
        return (tags & bit(Tag::kAdjective)) == 0 || last->lemma == "have";
      }
    }
    if ((tags & (bit(Tag::kPreposition))) != 0) return false;
    const bool modifier_before =
        last != nullptr && (last->tag == Tag::kDeterminer || last->tag == Tag::kPossessive ||
                            last->tag == Tag::kGenitive || last->tag == Tag::kAdjective);
    if (modifier_before) return false;
    if ((tags & bit(Tag::kAdjective)) != 0 && (verb.forms & (kThird | kPast | kGerund)) == 0)
      return is_plural_subject(last) && starts_object();
    if ((tags & bit(Tag::kAdjective)) != 0) return false;
    const bool only_ing = verb.forms == kGerund;
    // "shipping group Oakmere": a form before a kind of firm.
    const auto kind_next = lexicon_.kind(lexicon_.noun_lemma(next()));
    if (only_ing && (tags & bit(Tag::kNoun)) != 0 &&
        (kind_next == Kind::kFirm || kind_next == Kind::kOrganization))
      return false;
    if (only_ing) return last == nullptr || last->tag != Tag::kNumber || !is_noun_next();
    if ((verb.forms & kPast) != 0) return last == nullptr || last->tag != Tag::kPreposition;
    if ((verb.forms & kParticiple) != 0 && (verb.forms & kBase) == 0) return true;
    return is_present_verb(verb, last);
  }

  bool is_noun_next() const {
    return at_ + 1 < words_.size() && !next_is_name() && lexicon_.tags(next()) == 0;
  }

  /// "plans", "use", "talks": a verb where a subject stands before and an object may follow.
  bool is_present_verb(const VerbReading& verb, const Word* last) const {
    if (last == nullptr) return false;
    if (last->tag == Tag::kPreposition || last->tag == Tag::kNumber) return false;
    if (last->tag == Tag::kRelative || last->tag == Tag::kPronoun) return true;
    if (last->tag == Tag::kConjunction || last->tag == Tag::kComma)
      return behind_conjunction(verb, *last);
    if (last->tag != Tag::kName && last->tag != Tag::kNoun && last->tag != Tag::kQuote &&
        last->tag != Tag::kBreak)
      return false;
    if (clause_has_finite_) return false;
    const bool third = (verb.forms & kThird) != 0;
    if (third) return !is_plural_subject(last) && starts_object();
    return is_plural_subject(last) && starts_object();
  }

  // "will hold shares and take a seat"; "and supplies chips to"
  bool behind_conjunction(const VerbReading& verb, const Word& last) const {
    if (!starts_object()) return false;
    if (last.tag == Tag::kComma && !closes_insertion()) return false;
    for (std::size_t back = 2; back <= at_; ++back) {
      const Word& word = words_[at_ - back];
      if (word.tag == Tag::kVerb) return true;
      if (word.tag == Tag::kBreak) break;
    }
    return (verb.forms & kThird) != 0;
  }

  /// Whether the comma before is the second of a pair: "The deal, expected in May, follows".
  bool closes_insertion() const {
    for (std::size_t back = 2; back <= at_; ++back) {
      const Tag tag = words_[at_ - back].tag;
      if (tag == Tag::kComma) return true;
      if (tag == Tag::kBreak || tag == Tag::kThat || tag == Tag::kSubordinator) break;
    }
    return false;
  }

  bool is_plural_subject(const Word* last) const {
    if (last == nullptr) return false;
    if (last->tag == Tag::kNoun) return last->lower.ends_with("s") || last->lower == "people";
    if (last->tag != Tag::kName) return last->tag == Tag::kPronoun;
    if (opens_clause_) return false;
    // "Google and Amazon compete"
    for (std::size_t back = 2; back <= at_ && back <= 6; ++back) {
      if (words_[at_ - back].tag == Tag::kConjunction) return true;
    }
    return false;
  }

  bool starts_object() const {
    if (at_ + 1 >= words_.size() || next() == ".") return false;
    if (next_is_name() || next() == "to" || next() == "that") return true;
    const std::string text = next();
    if (is_digit(text[0]) || text[0] == '$') return true;
    const std::uint32_t tags = lexicon_.tags(text);
    if ((tags & (bit(Tag::kDeterminer) | bit(Tag::kPossessive) | bit(Tag::kPronoun) |
                 bit(Tag::kAdjective) | bit(Tag::kAdverb))) != 0) {
      return true;
    }
    if ((tags & bit(Tag::kPreposition)) != 0)
      return text != "of" && text != "between" && text != "by";
    // A bare noun: "makes chips", unless a verb follows at once ("shares rose").
    const VerbReading* verb = lexicon_.verb(text);
    // "follows talks between": a plural behind, and no verb behind that.
    if (tags == 0 && verb != nullptr && (verb->forms & kThird) != 0) {
      return next(2).empty() || next(2) == "." ||
             (lexicon_.tags(next(2)) & bit(Tag::kPreposition)) != 0;
    }
    return tags == 0 && (verb == nullptr || (verb->forms & (kPast | kThird | kBase)) == 0 ||
                         verb->lemma == text);
  }

  const Lexicon& lexicon_;
  std::vector<Word>& words_;
  std::size_t at_ = 0;
  bool clause_has_finite_ = false;
  bool had_finite_ = false;    // before the last comma or conjunction
  bool opens_clause_ = false;  // the last conjunction joins clauses
};

}  // namespace

void tag_words(const Lexicon& lexicon, std::vector<Word>& words) {
  join_compounds(words);
  Tagger(lexicon, words).run();
}

}  // namespace yeon::ingest::english
