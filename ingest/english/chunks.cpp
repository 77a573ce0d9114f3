#include "english/chunks.h"

namespace yeon::ingest::english {
namespace {

bool is_temporal(std::string_view lemma) {
  constexpr std::string_view kWords[] = {
      "year",     "month",    "week",     "day",    "monday",   "tuesday",   "wednesday",
      "thursday", "friday",   "saturday", "sunday", "january",  "february",  "march",
      "april",    "may",      "june",     "july",   "august",   "september", "october",
      "november", "december", "quarter",  "today",  "yesterday"};
  return std::find(std::begin(kWords), std::end(kWords), lemma) != std::end(kWords);
}

class Chunker {
 public:
  Chunker(const Lexicon& lexicon, const StringSet& phrasals, const std::vector<Word>& words)
      : lexicon_(lexicon), phrasals_(phrasals), words_(words) {}

  std::vector<Chunk> run() && {
    while (at_ < words_.size()) {
      if (words_[at_].tag == Tag::kQuote)
        ++at_;
      else if (starts_verb())
        read_verb();
      else if (starts_nominal())
        read_nominal();
      else
        read_single();
    }
    mark_reduced_relatives();
    return std::move(chunks_);
  }

 private:
  const Word& word(std::size_t ahead = 0) const { return words_[at_ + ahead]; }
  bool more(std::size_t ahead = 0) const { return at_ + ahead < words_.size(); }
  Tag tag(std::size_t ahead = 0) const { return more(ahead) ? word(ahead).tag : Tag::kStop; }

  // Adverbs before a verb belong to it.
  bool starts_verb() const {
    std::size_t ahead = 0;
    while (tag(ahead) == Tag::kAdverb || tag(ahead) == Tag::kNot) ++ahead;
    return tag(ahead) == Tag::kVerb || tag(ahead) == Tag::kModal || tag(ahead) == Tag::kTo;
  }

  bool starts_nominal() const {
    switch (tag()) {
      case Tag::kNoun:
      case Tag::kName:
      case Tag::kDeterminer:
      case Tag::kPossessive:
      case Tag::kPronoun:
      case Tag::kNumber:
        return true;
      case Tag::kAdjective: {
        std::size_t ahead = 1;
        while (tag(ahead) == Tag::kAdjective || tag(ahead) == Tag::kNumber ||
               (tag(ahead) == Tag::kConjunction && tag(ahead + 1) == Tag::kAdjective)) {
          ++ahead;
        }
        return tag(ahead) == Tag::kNoun || tag(ahead) == Tag::kName;
      }
      default:
        return false;
    }
  }

  Chunk& open(ChunkKind kind) {
    chunks_.emplace_back();
    chunks_.back().kind = kind;
    chunks_.back().first = static_cast<std::uint32_t>(at_);
    return chunks_.back();
  }

  void close() { chunks_.back().last = static_cast<std::uint32_t>(at_); }

  void read_single() {
    ChunkKind kind = ChunkKind::kBreak;
    switch (tag()) {
      case Tag::kPreposition:
        kind = ChunkKind::kPreposition;
        break;
      case Tag::kAdjective:
        kind = ChunkKind::kAdjective;
        break;
      case Tag::kAdverb:
      case Tag::kNot:
        kind = ChunkKind::kAdverb;
        break;
      case Tag::kConjunction:
        kind = ChunkKind::kConjunction;
        break;
      case Tag::kComma:
        kind = ChunkKind::kComma;
        break;
      case Tag::kRelative:
        kind = ChunkKind::kRelative;
        break;
      case Tag::kThat:
        kind = ChunkKind::kThat;
        break;
      case Tag::kSubordinator:
        kind = ChunkKind::kSubordinator;
        break;
      case Tag::kStop:
        kind = ChunkKind::kStop;
        break;
      default:
        break;
    }
    open(kind).lemma = word().lemma;
    ++at_;
    close();
  }

  /// [adverb|not|modal|to|have|be|do]* verb [particle]
  void read_verb() {
    Chunk& chunk = open(ChunkKind::kVerb);
    std::vector<const Word*> verbs;
    while (more()) {
      const Word& here = word();
      if (here.tag == Tag::kAdverb)
        chunk.adverbs.push_back(here.lemma);
      else if (here.tag == Tag::kNot)
        chunk.negated = true;
      else if (here.tag == Tag::kModal && verbs.empty()) {
        chunk.modal = here.lower;
        if (here.lower == "cannot") chunk.negated = true;
      } else if (here.tag == Tag::kTo && verbs.empty() && chunk.modal.empty() && !chunk.infinitive)
        chunk.infinitive = true;
      else if (here.tag == Tag::kVerb && continues(verbs, here))
        verbs.push_back(&here);
      else
        break;
      ++at_;
    }
    // Adverbs behind the verb may belong to what follows ("still very large"): harmless here.
    if (verbs.empty()) {
      chunk.lemma = "be";
      chunk.finite = true;
      return close();
    }
    describe_verb(chunk, verbs);
    take_particle(chunk);
    close();
  }

  static bool continues(const std::vector<const Word*>& verbs, const Word& next) {
    if (verbs.empty()) return true;
    const std::string& last = verbs.back()->lemma;
    if (last == "have") return (next.forms & kParticiple) != 0;
    if (last == "be") return (next.forms & (kParticiple | kGerund)) != 0;
    if (last == "do") return (next.forms & kBase) != 0 && next.lemma != "do";
    return false;
  }

  static void describe_verb(Chunk& chunk, const std::vector<const Word*>& verbs) {
    const Word& main = *verbs.back();
    const Word& head = *verbs.front();
    chunk.lemma = main.lemma;
    for (std::size_t i = 0; i + 1 < verbs.size(); ++i) {
      const bool be = verbs[i]->lemma == "be";
      if (be && i + 2 == verbs.size() && (main.forms & kParticiple) != 0 &&
          (main.forms & kGerund) == 0)
        chunk.passive = true;
      if (verbs[i]->lemma == "have") chunk.perfect = true;
    }
    const bool leading = !chunk.infinitive && chunk.modal.empty();
    chunk.gerund = leading && head.forms == kGerund;
    chunk.participle =
        leading && (head.forms & kParticiple) != 0 && (head.forms & (kPast | kBase)) == 0;
    chunk.bare = leading && (head.forms & kBase) != 0 && (head.forms & (kPast | kThird)) == 0;
    chunk.finite = !chunk.infinitive && !chunk.gerund && !chunk.participle;
    chunk.past = chunk.modal.empty() && (head.forms & kPast) != 0;
  }

  void take_particle(Chunk& chunk) {
    if (!more() || (tag() != Tag::kPreposition && tag() != Tag::kAdverb && tag() != Tag::kNoun &&
                    tag() != Tag::kAdjective))
      return;
    std::string joined = chunk.lemma + "_" + word().lower;
    if (!phrasals_.contains(joined)) return;
    chunk.lemma = std::move(joined);
    ++at_;
  }

  void read_nominal() {
    Chunk& chunk = open(ChunkKind::kNominal);
    if (tag() == Tag::kPronoun) {
      chunk.pronoun = true;
      chunk.determiner = chunk.lemma = word().lower;
      chunk.plural = chunk.lemma == "they" || chunk.lemma == "them";
      ++at_;
      return finish_nominal(chunk);
    }
    if (tag() == Tag::kDeterminer || tag() == Tag::kPossessive) {
      chunk.determiner = word().lower;
      ++at_;
      // "some of", "all its": a determiner alone is a nominal, two make one.
      if (tag() == Tag::kDeterminer || tag() == Tag::kPossessive) {
        chunk.determiner = word().lower;
        ++at_;
      }
    }
    std::vector<const Word*> content;
    while (more() && belongs(content)) {
      content.push_back(&word());
      ++at_;
    }
    describe_nominal(chunk, content);
    finish_nominal(chunk);
  }

  /// "last year", "early next month" behind a phrase open a phrase of their own.
  bool opens_time() const {
    const std::string& lower = word().lower;
    const bool leads = lower == "last" || lower == "next" || lower == "early" || lower == "late" ||
                       lower == "earlier" || lower == "later";
    return leads &&
           (is_temporal(more(1) ? word(1).lemma : "") || is_temporal(more(2) ? word(2).lemma : ""));
  }

  bool belongs(const std::vector<const Word*>& content) const {
    if (!content.empty() && opens_time()) return false;
    const bool has_head = !content.empty() &&
                          (content.back()->tag == Tag::kNoun || content.back()->tag == Tag::kName);
    switch (tag()) {
      case Tag::kNoun:
        return !(has_head && is_temporal(content.back()->lemma) &&
                 content.back()->tag == Tag::kNoun && !is_temporal(word().lemma));
      case Tag::kName: {
        if (!has_head || content.back()->tag != Tag::kNoun) return true;
        // "last year Oakmere", "under the terms Oakmere": a new phrase; "chemicals groups A and B"
        // is one.
        const Word& head = *content.back();
        const bool plural = head.lower != head.lemma;
        return !is_temporal(head.lemma) && (!plural || lexicon_.kind(head.lemma).has_value());
      }
      case Tag::kNumber:
        return !has_head || content.back()->tag == Tag::kNumber;
      case Tag::kAdjective: {
        if (has_head && content.back()->tag == Tag::kName) {
          // "Oakmere chief executive Nora Holm": an adjective within an office.
          return tag(1) == Tag::kNoun;
        }
        std::size_t ahead = 1;
        while (tag(ahead) == Tag::kAdjective) ++ahead;
        return !has_head || (tag(ahead) == Tag::kNoun && content.back()->tag == Tag::kNoun);
      }
      case Tag::kVerb:
        // "the proposed takeover", "a joint manufacturing venture": a form before a noun.
        return !has_head && (word().forms & (kParticiple | kGerund)) != 0 &&
               (tag(1) == Tag::kNoun || tag(1) == Tag::kName) && !content.empty();
      case Tag::kConjunction:
        return joins_two_heads(content);
      default:
        return false;
    }
  }

  /// "chair and chief executive", "chief executive and chairman": two offices of one person.
  bool joins_two_heads(const std::vector<const Word*>& content) const {
    if (content.empty() || word().lemma != "and") return false;
    std::string left;
    for (const Word* one : content) {
      if (one->tag == Tag::kNoun || one->tag == Tag::kAdjective)
        left += (left.empty() ? "" : "_") + one->lower;
    }
    const bool left_office =
        lexicon_.office(content.back()->lower) != nullptr || lexicon_.office(left) != nullptr;
    if (!left_office) return false;
    std::string right;
    for (std::size_t ahead = 1; ahead <= 3 && more(ahead); ++ahead) {
      right += (right.empty() ? "" : "_") + word(ahead).lower;
      if (lexicon_.office(right) != nullptr) return true;
    }
    return false;
  }

  static bool is_sum(const Word& word) {
    return word.lower[0] == '$' || static_cast<unsigned char>(word.lower[0]) >= 0xC2;
  }

  static void describe_nominal(Chunk& chunk, const std::vector<const Word*>& content) {
    if (content.empty()) {
      chunk.pronoun = true;  // "all of", "that"
      chunk.lemma = chunk.determiner;
      return;
    }
    const Word& head = *content.back();
    chunk.lemma = head.lemma;
    chunk.name = head.name;
    if (head.tag == Tag::kNoun) chunk.plural = head.lower != head.lemma;
    chunk.temporal = head.tag == Tag::kNoun && is_temporal(head.lemma);
    if (head.tag == Tag::kNumber) {
      chunk.number = true;
      const bool sum =
          std::any_of(content.begin(), content.end(), [](const Word* one) { return is_sum(*one); });
      if (head.lemma != "percent") chunk.lemma = sum ? "money" : "number";
    }
    for (std::size_t i = 0; i + 1 < content.size(); ++i) {
      if (content[i]->tag == Tag::kName)
        chunk.names.push_back(content[i]->name);
      else
        chunk.nouns.push_back(content[i]->lemma);
    }
  }

  void finish_nominal(Chunk& chunk) {
    if (tag() == Tag::kGenitive) {
      chunk.genitive = true;
      ++at_;
    }
    close();
  }

  /// "a start-up founded by X": a past form behind a noun whose clause has its verb, or before
  /// "by".
  void mark_reduced_relatives() {
    bool clause_has_verb = false;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      Chunk& chunk = chunks_[i];
      if (chunk.is(ChunkKind::kThat) || chunk.is(ChunkKind::kRelative) ||
          chunk.is(ChunkKind::kSubordinator) || chunk.is(ChunkKind::kBreak)) {
        clause_has_verb = false;
      }
      // Behind "and" with a subject of its own a new clause opens.
      if (chunk.is(ChunkKind::kConjunction)) clause_has_verb = false;
      if (!chunk.is(ChunkKind::kVerb)) continue;
      const bool form = chunk.past && !chunk.passive && !chunk.perfect && chunk.modal.empty() &&
                        is_participle(chunk);
      const bool behind_noun =
          i > 0 && (chunks_[i - 1].is(ChunkKind::kNominal) || chunks_[i - 1].is(ChunkKind::kComma));
      const bool by = i + 1 < chunks_.size() && chunks_[i + 1].is(ChunkKind::kPreposition) &&
                      chunks_[i + 1].lemma == "by";
      const bool behind_full_noun =
          i > 0 && chunks_[i - 1].is(ChunkKind::kNominal) && !chunks_[i - 1].pronoun;
      const bool naming = is_naming_verb(chunk.lemma);
      const bool takes_object =
          !naming && i + 1 < chunks_.size() &&
          ((chunks_[i + 1].is(ChunkKind::kNominal) && !chunks_[i + 1].temporal) ||
           chunks_[i + 1].is(ChunkKind::kThat));
      const bool reporting = chunk.lemma == "say" || chunk.lemma == "tell" ||
                             chunk.lemma == "add" || chunk.lemma == "report";
      // "Oakmere, a company spun out of Fen,"
      const bool appositive =
          behind_full_noun && i > 1 && chunks_[i - 2].is(ChunkKind::kComma) && i > 2 &&
          (chunks_[i - 1].determiner == "a" || chunks_[i - 1].determiner == "an") &&
          i + 1 < chunks_.size() && chunks_[i + 1].is(ChunkKind::kPreposition);
      const bool after_subject = (clause_has_verb || appositive) && behind_full_noun;
      const bool after_comma = i > 0 && chunks_[i - 1].is(ChunkKind::kComma) && !takes_object &&
                               !reporting && opens_insertion(i);
      if (form && behind_noun &&
          (by || (after_subject && !takes_object && !reporting) || after_comma)) {
        chunk.participle = true;
        chunk.passive = true;
        chunk.finite = false;
        continue;
      }
      if (chunk.participle) chunk.passive = true;
      if (chunk.finite) clause_has_verb = true;
    }
  }

  // "Oakmere, founded in 2023 by": the comma is the clause's first, behind the nominal that opens
  // it.
  bool opens_insertion(std::size_t verb) const {
    if (verb < 2 || !chunks_[verb - 2].is(ChunkKind::kNominal)) return false;
    for (std::size_t i = verb - 1; i-- > 0;) {
      const Chunk& chunk = chunks_[i];
      if (chunk.is(ChunkKind::kComma) || chunk.is(ChunkKind::kRelative)) return false;
      if (chunk.is(ChunkKind::kThat) || chunk.is(ChunkKind::kBreak) ||
          chunk.is(ChunkKind::kConjunction))
        break;
    }
    if (verb + 1 >= chunks_.size()) return false;
    const Chunk& next = chunks_[verb + 1];
    const Chunk& verb_chunk = chunks_[verb];
    if (next.is(ChunkKind::kNominal)) return is_naming_verb(verb_chunk.lemma);
    return next.is(ChunkKind::kPreposition) || (next.is(ChunkKind::kVerb) && next.infinitive);
  }

  bool is_participle(const Chunk& chunk) const {
    for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
      if (words_[i].tag == Tag::kVerb) return (words_[i].forms & kParticiple) != 0;
    }
    return false;
  }

  const Lexicon& lexicon_;
  const StringSet& phrasals_;
  const std::vector<Word>& words_;
  std::size_t at_ = 0;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::vector<Chunk> cut_chunks(const Lexicon& lexicon, const StringSet& phrasals,
                              const std::vector<Word>& words) {
  return Chunker(lexicon, phrasals, words).run();
}

}  // namespace yeon::ingest::english
