#include "korean/word.h"

#include "analysis/points.h"
#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || c == 0x200B || c == U'\n';
}

bool is_letter(char32_t c) {
  return is_syllable(c) || is_latin(c) || is_digit(c) ||
         (c >= 0x3040 && c <= 0x9FFF && c != 0x30FB) || (c >= 0x370 && c <= 0x52F);
}

// Signs that belong to a run when letters stand on both sides: 3.5, GPT-4o, AT&T, 1,200.
bool joins(std::u32string_view text, std::uint32_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  const char32_t before = text[at - 1];
  const char32_t after = text[at + 1];
  switch (text[at]) {
    case U'.':
    case U':':
      return (is_latin(before) || is_digit(before)) && (is_latin(after) || is_digit(after));
    case U',':
      return is_digit(before) && is_digit(after);
    case U'-':
    case U'\u2011':
      return (is_latin(before) || is_digit(before)) && is_letter(after);
    case U'&':
      return is_letter(before) && is_letter(after);
    case U'\'':
    case U'\u2019':
      return is_latin(before) && is_latin(after);
    default:
      return false;
  }
}

/// Cuts signs and runs, and keeps count of what is open.
class Cutter {
 public:
  Cutter(std::u32string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  std::vector<Word> run() {
    while (at_ < text_.size()) {
      if (is_blank(text_[at_])) {
        ++at_;
        blank_ = true;
        continue;
      }
      if (is_letter(text_[at_])) {
        letters();
      } else {
        sign();
      }
      blank_ = false;
    }
    return std::move(words_);
  }

 private:
  void letters() {
    const std::uint32_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || joins(text_, at_))) ++at_;
    // C++, R+ and AT&T+ keep their plus signs; a percent sign belongs to its number.
    while (at_ < text_.size() && (text_[at_] == U'+' || text_[at_] == U'%')) ++at_;
    if (text_[at_ - 1] == U'%') letters_behind_percent();
    add(begin, WordKind::kRun);
  }
  void letters_behind_percent() {
    while (at_ < text_.size() && is_syllable(text_[at_])) ++at_;
  }

  void sign() {
    const char32_t c = text_[at_];
    const std::uint32_t begin = at_++;
    switch (c) {
      case U'‘':
      case U'「':
      case U'『':
      case U'《':
      case U'〈':
      case U'＜':
        in_quotes_ = true;
        return add(begin, WordKind::kOpenQuote, false);
      case U'’':
      case U'」':
      case U'』':
      case U'》':
      case U'〉':
      case U'＞':
        in_quotes_ = false;
        return add(begin, WordKind::kCloseQuote);
      case U'\'':
      case U'`':
        in_quotes_ = !in_quotes_;
        return add(begin, in_quotes_ ? WordKind::kOpenQuote : WordKind::kCloseQuote, false);
      case U'“':
        in_speech_ = true;
        return add(begin, WordKind::kOpenSpeech);
      case U'”':
        in_speech_ = false;
        return add(begin, WordKind::kCloseSpeech);
      case U'"':
        in_speech_ = !in_speech_;
        return add(begin, in_speech_ ? WordKind::kOpenSpeech : WordKind::kCloseSpeech);
      case U'(':
      case U'[':
      case U'（':
        ++brackets_;
        return add(begin, WordKind::kOpenBracket);
      case U')':
      case U']':
      case U'）':
        if (brackets_ > 0) --brackets_;
        return add(begin, WordKind::kCloseBracket);
      case U',':
      case U'、':
      case U'，':
        return add(begin, WordKind::kComma);
      case U'·':
      case U'ㆍ':
      case U'・':
      case U'∙':
      case U'•':
      case U'/':
        return add(begin, WordKind::kDot);
      case U'.':
      case U'?':
      case U'!':
      case U'…':
      case U'。':
        return add(begin, WordKind::kStop);
      default:
        return add(begin, WordKind::kOther);
    }
  }

  void add(std::uint32_t begin, WordKind kind, bool inside = true) {
    Word word;
    word.span = {offset_ + begin, offset_ + at_};
    word.kind = kind;
    word.glued = !blank_ && begin > 0;
    word.in_quotes = in_quotes_ && inside;
    word.in_speech = in_speech_;
    word.in_brackets = brackets_ > 0;
    word.stem_end = word.span.end;
    words_.push_back(word);
  }

  std::u32string_view text_;
  std::uint32_t offset_;
  std::uint32_t at_ = 0;
  bool blank_ = true;
  bool in_quotes_ = false;
  bool in_speech_ = false;
  int brackets_ = 0;
  std::vector<Word> words_;
};

bool is_noun(const Token& token) {
  return token.pos == PartOfSpeech::kNoun || token.pos == PartOfSpeech::kProperNoun ||
         token.pos == PartOfSpeech::kForeign || token.pos == PartOfSpeech::kAffix ||
         token.pos == PartOfSpeech::kNumber || token.pos == PartOfSpeech::kPronoun ||
         token.pos == PartOfSpeech::kUnknown;
}

bool is_predicate(const Token& token) {
  return token.pos == PartOfSpeech::kVerb || token.pos == PartOfSpeech::kAdjective;
}

/// Works out one run from its morphemes.
class RunReader {
 public:
  RunReader(const Document& document, std::span<const Token> tokens, Word& word)
      : document_(document), tokens_(tokens), word_(word) {}

  void read() {
    const std::u32string_view text = document_.slice_points(word_.span);
    if (is_pointing_modifier(text)) {
      word_.word_class = WordClass::kModifier;
      return;
    }
    if (tokens_.empty()) return by_particles(text);
    if (is_digit(text.front()) && tokens_.front().pos == PartOfSpeech::kNumber) {
      word_.word_class = WordClass::kNumber;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_predicate(tokens_[i]) || word_.word_class == WordClass::kNumber) continue;
      if (is_verb_form(i)) return verbal(i, text);
      break;
    }
    if (tokens_.size() == 1 && single(tokens_.front())) return;
    nominal(text);
  }

 private:
  bool single(const Token& token) {
    if (token.pos == PartOfSpeech::kAdverb || token.pos == PartOfSpeech::kConjunction) {
      word_.word_class = WordClass::kAdverb;
      return true;
    }
    if (token.pos == PartOfSpeech::kDeterminer) {
      word_.word_class = WordClass::kModifier;
      return true;
    }
    return false;
  }

  // Verb forms that have become determiners, and take no phrase to themselves.
  static bool is_pointing_modifier(std::u32string_view text) {
    constexpr std::u32string_view kModifiers[] = {U"지난", U"오는", U"같은", U"다른",   U"새로운",
                                                  U"이런", U"그런", U"어떤", U"이같은", U"이른"};
    return std::find(std::begin(kModifiers), std::end(kModifiers), text) != std::end(kModifiers);
  }

  static bool is_light(const Token& token) {
    return token.lemma == "하" || token.lemma == "되" || token.lemma == "시키" ||
           token.lemma == "받" || token.lemma == "당하" || token.lemma == "드리";
  }

  // Names the dictionary does not know fall to pieces, and some pieces look like verbs (웨|이|모,
  // 벤처|슬|는). A real verb form begins the word or stands behind a noun as 하다 and the like, and
  // has only endings behind it.
  bool is_verb_form(std::size_t index) const {
    if (index > 0) {
      const bool behind_noun =
          is_noun(tokens_[index - 1]) && tokens_[index - 1].pos != PartOfSpeech::kNumber;
      if (!is_light(tokens_[index]) || !behind_noun) return false;
    }
    for (std::size_t i = index + 1; i < tokens_.size(); ++i) {
      const PartOfSpeech pos = tokens_[i].pos;
      if (!is_predicate(tokens_[i]) && pos != PartOfSpeech::kEnding &&
          pos != PartOfSpeech::kAdposition && pos != PartOfSpeech::kCopula) {
        return false;
      }
    }
    return true;
  }

  void verbal(std::size_t index, std::u32string_view text) {
    word_.form = verb_form(text);
    word_.word_class = WordClass::kVerbal;
    const Token& token = tokens_[index];
    // 하다 behind a noun is tagged as either, so it tells nothing.
    word_.may_describe = token.pos == PartOfSpeech::kAdjective && is_light(token);
    word_.adjective = token.pos == PartOfSpeech::kAdjective && !is_light(token);
    const bool light = is_light(token);
    // 인수하: the noun is part of the verb. 사들이: it stands by itself.
    const std::uint32_t from =
        index > 0 && light && is_noun(tokens_[index - 1]) ? word_.span.start : token.span.start;
    if ((token.flags & kDictionaryUnknown) != 0 && from == token.span.start) {
      word_.lemma = guess_stem(text);
      return;
    }
    word_.lemma =
        std::u32string(document_.slice_points({from, token.span.start})) + to_points(token.lemma);
  }

  // Particles as MeCab cut them, if they are particles by our table too; else by the table alone.
  void nominal(std::u32string_view text) {
    std::size_t first = tokens_.size();
    while (first > 1 && (tokens_[first - 1].pos == PartOfSpeech::kAdposition ||
                         tokens_[first - 1].pos == PartOfSpeech::kEnding ||
                         tokens_[first - 1].pos == PartOfSpeech::kCopula)) {
      --first;
    }
    if (first < tokens_.size()) {
      const std::uint32_t cut = tokens_[first].span.start - word_.span.start;
      if (const auto particle = parse_particle(text.substr(cut), text[cut - 1])) {
        word_.stem_end = tokens_[first].span.start;
        word_.particle = *particle;
      } else {
        by_particles(text);
      }
    } else if (std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
                 return (token.flags & kDictionaryUnknown) != 0;
               })) {
      by_particles(text);
    }
    familiarity();
  }

  void by_particles(std::u32string_view text) {
    const std::uint32_t length = particle_length(text);
    if (length == 0) return;
    word_.stem_end = word_.span.end - length;
    word_.particle =
        *parse_particle(text.substr(text.size() - length), text[text.size() - length - 1]);
  }

  void familiarity() {
    std::size_t nouns = 0;
    bool name = false;
    for (const Token& token : tokens_) {
      if (token.span.start >= word_.stem_end) break;
      ++nouns;
      name |= token.pos == PartOfSpeech::kProperNoun || token.pos == PartOfSpeech::kForeign ||
              token.pos == PartOfSpeech::kUnknown || (token.flags & kDictionaryUnknown) != 0 ||
              token.pos == PartOfSpeech::kEnding || token.pos == PartOfSpeech::kAdposition ||
              is_predicate(token);
    }
    word_.familiarity = name         ? Familiarity::kName
                        : nouns <= 1 ? Familiarity::kCommon
                                     : Familiarity::kCompound;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  Word& word_;
};

}  // namespace

std::vector<Word> cut_words(const Document& document, const Sentence& sentence) {
  const TextSpan span{std::min(sentence.content_start, sentence.span.end), sentence.span.end};
  std::vector<Word> words = Cutter(document.slice_points(span), span.start).run();
  std::size_t token = 0;
  for (Word& word : words) {
    if (word.kind != WordKind::kRun) continue;
    while (token < sentence.tokens.size() && sentence.tokens[token].span.end <= word.span.start) {
      ++token;
    }
    std::size_t end = token;
    while (end < sentence.tokens.size() && sentence.tokens[end].span.start < word.span.end) ++end;
    // A token across a run's border (rare) is left out rather than read twice.
    std::size_t begin = token;
    while (begin < end && sentence.tokens[begin].span.start < word.span.start) ++begin;
    RunReader(document, std::span(sentence.tokens).subspan(begin, end - begin), word).read();
  }
  return words;
}

}  // namespace yeon::ingest::korean
