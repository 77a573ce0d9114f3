#include "korean/analyser.h"
#include "korean/ending.h"
#include "korean/hangul.h"
#include "korean/particle.h"

namespace yeon::ingest::korean {
namespace {

bool is_word_character(char32_t c) { return is_syllable(c) || is_latin(c) || is_digit(c); }

// Where 하다 or 되다 begins behind a noun: 인수|했다, 공개|된. Forms of 하 and 되 by their
// syllables.
std::uint32_t light_verb_start(std::u32string_view word) {
  constexpr std::u32string_view kSyllables = U"하한할함합해했되된될됨됩돼됐";
  for (std::uint32_t i = 1; i < word.size(); ++i) {
    if (i < 2 || kSyllables.find(word[i]) == std::u32string_view::npos) continue;
    const std::u32string_view form = word.substr(i);
    constexpr std::u32string_view kYears[] = {U"지난해", U"올해", U"새해", U"손해",
                                              U"방해",   U"피해", U"재해", U"오해"};
    if (std::find(std::begin(kYears), std::end(kYears), word) != std::end(kYears)) return 0;
    const bool bare = form.size() == 1 && (form == U"한" || form == U"할" || form == U"된" ||
                                           form == U"될" || form == U"해" || form == U"돼");
    if (bare || (form.size() > 1 && verb_form(form).ending != Ending::kNone)) return i;
  }
  return 0;
}

// 맺었다, 내놨다, 쓰인다: the past or a final ending makes a verb of any word.
bool is_plain_verb(std::u32string_view word) {
  if (word.size() < 2) return false;
  // 것이라는, 사실이라고: a noun.
  if (word.ends_with(U"이라는") || word.ends_with(U"이라고")) return false;
  const VerbForm form = verb_form(word);
  switch (form.ending) {
    case Ending::kQuote:
    case Ending::kQuoteNoun:
    case Ending::kFinal: {
      const char32_t before = word[word.size() - 2];
      return is_syllable(before) && word.size() > 2 &&
             (final_of(before) == kFinalSs || final_of(before) == kFinalN ||
              form.ending != Ending::kFinal);
    }
    case Ending::kAnd:
    case Ending::kBut:
    case Ending::kDecided:
      return form.tense == Tense::kPast || word.size() == 2 || form.ending == Ending::kDecided;
    default:
      return form.tense == Tense::kPast && form.ending == Ending::kAttributive &&
             word.ends_with(U"던");
  }
}

class PlainAnalyser final : public Analyser {
 public:
  void analyse(const Document& document, Sentence& sentence) const override {
    std::uint32_t at = sentence.content_start;
    const std::uint32_t end = sentence.span.end;
    while (at < end) {
      const char32_t c = document.points[at];
      if (c == U' ' || c == U'\t' || c == 0xA0) {
        ++at;
        continue;
      }
      const bool space = at == sentence.content_start || document.points[at - 1] == U' ';
      std::uint32_t stop = at + 1;
      if (is_word_character(c)) {
        const auto kind = [](char32_t p) { return is_syllable(p) ? 0 : is_digit(p) ? 1 : 2; };
        while (stop < end && is_word_character(document.points[stop]) &&
               kind(document.points[stop]) == kind(c)) {
          ++stop;
        }
      }
      cut(document, {at, stop}, space, sentence.tokens);
      at = stop;
    }
  }

 private:
  static void add(const Document& document, TextSpan span, PartOfSpeech pos, bool space,
                  std::vector<Token>& tokens) {
    Token token;
    token.span = span;
    token.surface = token.lemma = document.slice(span);
    token.pos = pos;
    if (space) token.flags = kSpaceBefore;
    // No dictionary knows any noun, so every one may be a name.
    // Verbs have their stems guessed for the same reason.
    if (pos == PartOfSpeech::kNoun || pos == PartOfSpeech::kVerb) token.flags |= kDictionaryUnknown;
    tokens.push_back(token);
  }

  static void cut(const Document& document, TextSpan span, bool space, std::vector<Token>& tokens) {
    const std::u32string_view word = document.slice_points(span);
    if (is_digit(word.front())) return add(document, span, PartOfSpeech::kNumber, space, tokens);
    if (is_latin(word.front())) return add(document, span, PartOfSpeech::kForeign, space, tokens);
    if (!is_syllable(word.front())) {
      return add(document, span, PartOfSpeech::kSymbol, space, tokens);
    }
    if (const std::uint32_t verb = light_verb_start(word)) {
      const TextSpan form{span.start + verb, span.end};
      add(document, {span.start, form.start}, PartOfSpeech::kNoun, space, tokens);
      add(document, form, PartOfSpeech::kVerb, false, tokens);
      const char32_t first = word[verb];
      constexpr std::u32string_view kPassive = U"되된될됨됩돼됐";
      tokens.back().flags = 0;
      tokens.back().lemma = kPassive.find(first) != std::u32string_view::npos ? "되" : "하";
      return;
    }
    if (is_plain_verb(word)) return add(document, span, PartOfSpeech::kVerb, space, tokens);
    const std::uint32_t particles = particle_length(word);
    if (particles == 0 || (!space && particles == word.size())) {
      // Behind a name in Latin letters or a bracket a particle stands by itself.
      const bool alone = !space && parse_particle(word, U' ').has_value();
      return add(document, span, alone ? PartOfSpeech::kAdposition : PartOfSpeech::kNoun, space,
                 tokens);
    }
    const TextSpan tail{span.end - particles, span.end};
    add(document, {span.start, tail.start}, PartOfSpeech::kNoun, space, tokens);
    add(document, tail, PartOfSpeech::kAdposition, false, tokens);
  }
};

}  // namespace

std::unique_ptr<Analyser> create_plain_analyser() { return std::make_unique<PlainAnalyser>(); }

}  // namespace yeon::ingest::korean
