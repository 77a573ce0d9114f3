#include "english/cues.h"

#include "analysis/data_file.h"
#include "analysis/points.h"

namespace yeon::ingest::english {
namespace {

EntityLabel label_of(Kind kind) {
  switch (kind) {
    case Kind::kOrganization:
      return EntityLabel::kOrganization;
    case Kind::kModel:
      return EntityLabel::kModel;
    case Kind::kProduct:
      return EntityLabel::kProduct;
    case Kind::kPerson:
      return EntityLabel::kPerson;
    case Kind::kFirm:
    case Kind::kMedia:
      break;
  }
  return EntityLabel::kFirm;
}

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_lower(c); });
}

/// Looks around one occurrence of a name.
class Neighbourhood {
 public:
  Neighbourhood(const Lexicon& lexicon, const std::vector<Word>& words, const Name& name,
                Thing& thing)
      : lexicon_(lexicon), words_(words), name_(name), thing_(thing) {}

  void vote() {
    kind_before();
    behind();
    apposition_behind();
    apposition_before();
    listed_under_kind();
    person_signs();
  }

 private:
  // Words at a distance from the name: 1 is the next to it. Empty past the ends.
  std::string before(std::uint32_t distance) const {
    return name_.first >= distance ? words_[name_.first - distance].lower : std::string();
  }
  std::string after(std::uint32_t distance) const {
    const std::size_t at = name_.last + distance - 1;
    return at < words_.size() ? words_[at].lower : std::string();
  }
  bool is_lower_before(std::uint32_t distance) const {
    return name_.first >= distance &&
           (is_lower(words_[name_.first - distance].surface[0]) || name_.first == distance);
  }

  /// The kind told by the one or two words that end at `last` (by index).
  std::optional<Kind> kind_ending_at(std::size_t last) const {
    const std::string lemma = lexicon_.noun_lemma(words_[last].lower);
    if (last > 0) {
      if (const auto two = lexicon_.kind(words_[last - 1].lower + "_" + lemma)) return two;
    }
    return lexicon_.kind(lemma);
  }
  std::optional<Kind> kind_at(std::size_t at) const {
    if (at + 1 < words_.size()) {
      const std::string two = words_[at].lower + "_" + lexicon_.noun_lemma(words_[at + 1].lower);
      if (const auto kind = lexicon_.kind(two)) return kind;
    }
    return lexicon_.kind(lexicon_.noun_lemma(words_[at].lower));
  }

  // "chip designer Oakmere", "the chatbot Fen", "insurer Albion"
  void kind_before() {
    if (name_.first == 0) return;
    const std::size_t last = name_.first - 1;
    const auto kind = kind_ending_at(last);
    if (kind && !words_[last].lower.ends_with("s")) thing_.vote(label_of(*kind), 4);
    if (kind && words_[last].lower.ends_with("s")) thing_.vote(label_of(*kind), 2);
    if (!kind && lexicon_.office(before(1)) != nullptr) thing_.vote(EntityLabel::kPerson, 4);
    // "a company named Fen", but not "the company named Fen as its chairman".
    const bool named =
        before(1) == "named" && name_.first >= 2 && kind_ending_at(name_.first - 2) &&
        (before(3) == "a" || before(3) == "an" || before(4) == "a" || before(4) == "an");
    if (before(1) == "called" || before(1) == "code-named" || before(1) == "codenamed" || named ||
        before(1) == "dubbed")
      called_kind();
  }

  // "a model called Fen", "the model, called Fen", "a subsidiary of Oakmere called Fen"
  void called_kind() {
    for (std::uint32_t distance = 2; distance <= 9 && distance <= name_.first; ++distance) {
      const auto kind = kind_ending_at(name_.first - distance);
      if (!kind) continue;
      thing_.vote(label_of(*kind), 4);
      return;
    }
  }

  // "the Fen chatbot", "Oakmere shares", "Oakmere's chief executive"
  void behind() {
    const std::size_t at = name_.last;
    if (at >= words_.size()) return;
    const std::string& next = words_[at].lower;
    if (next == "'s" || next == "'" || next == "’") {
      owner();
      return;
    }
    const std::string two =
        at + 1 < words_.size() ? next + "_" + words_[at + 1].lower : std::string();
    if (lexicon_.office(next) != nullptr || lexicon_.office(two) != nullptr) {
      thing_.vote(EntityLabel::kFirm, 2);
      return;
    }
    if (next == "maker" || next == "developer" || next == "creator") {
      thing_.vote(EntityLabel::kProduct, 3);
      return;
    }
    const auto kind = kind_noun_behind(at);
    if (!kind) {
      if (next == "shares" || next == "stock" || next == "stake")
        thing_.vote(EntityLabel::kFirm, 3);
      return;
    }
    if (*kind == Kind::kPerson) thing_.vote(EntityLabel::kFirm, 2);
    // "Oakmere model" may be Oakmere's; "the Lark model" is Lark.
    if (*kind == Kind::kModel)
      thing_.vote(EntityLabel::kModel, opens_phrase() || words_[at].lower.ends_with("s") ? 3 : 1);
    if (*kind == Kind::kProduct) thing_.vote(EntityLabel::kProduct, 2);
  }

  // A kind directly behind, or behind one or two words of its phrase ("the Viking language
  // models").
  std::optional<Kind> kind_noun_behind(std::size_t at) const {
    for (std::size_t i = at; i < words_.size() && i < at + 3; ++i) {
      const std::string& lower = words_[i].lower;
      if (!is_lower(lower[0]) ||
          (lexicon_.tags(lower) != 0 && lexicon_.kind(lexicon_.noun_lemma(lower)) == std::nullopt))
        break;
      if (const auto kind = kind_at(i)) {
        // "Fen runs on": a verb that looks like a kind is none without a phrase around it.
        const bool verb = lexicon_.verb(lower) != nullptr && i == at && !opens_phrase();
        return verb ? std::nullopt : kind;
      }
      if (const VerbReading* verb = lexicon_.verb(lower);
          verb != nullptr && (verb->forms & (kThird | kPast)) != 0)
        break;
    }
    return std::nullopt;
  }

  bool opens_phrase() const {
    const std::string lead = before(1);
    return lead == "the" || lead == "its" || lead == "their" || lead == "'s" || lead == "a" ||
           lead == "earlier";
  }

  void owner() {
    const std::size_t at = name_.last + 1;
    if (at >= words_.size()) return;
    std::string words = words_[at].lower;
    for (std::size_t i = at; i < words_.size() && i < at + 4; ++i) {
      if (i > at) words += "_" + words_[i].lower;
      if (lexicon_.office(words) != nullptr || lexicon_.office(words_[i].lower) != nullptr) {
        thing_.vote(EntityLabel::kFirm, 1.5);
        return;
      }
    }
    // Who owns a name makes it.
    const bool name_next = is_upper(words_[at].surface[0]);
    thing_.vote(EntityLabel::kFirm, name_next ? 1.2 : 0.5);
  }

  // "Oakmere, a chip designer": the last kind noun of the phrase before a preposition or sign.
  void apposition_behind() {
    std::size_t at = name_.last;
    if (at + 1 >= words_.size() || words_[at].lower != ",") return;
    ++at;
    const std::string& first = words_[at].lower;
    const bool article = first == "a" || first == "an" || first == "the" || first == "its" ||
                         first == "one" || first == "another";
    if (!article && !lexicon_.kind(lexicon_.noun_lemma(first))) return;
    std::vector<Kind> kinds;
    for (std::size_t i = at + (article ? 1 : 0); i < words_.size() && i < at + 9; ++i) {
      const std::string& lower = words_[i].lower;
      const std::uint32_t tags = lexicon_.tags(lower);
      if (lower == "'s" || lower == "'") {
        kinds.clear();  // "the company's agent product": the owner is not what is told
        continue;
      }
      const bool stops = lower == "," || lower == "." || lower == "that" ||
                         (tags & (1U << static_cast<unsigned>(Tag::kPreposition) |
                                  1U << static_cast<unsigned>(Tag::kRelative) |
                                  1U << static_cast<unsigned>(Tag::kModal) |
                                  1U << static_cast<unsigned>(Tag::kConjunction))) != 0;
      if (stops) break;
      // "..., a spokeswoman added": a clause of its own.
      const VerbReading* verb = lexicon_.verb(lower);
      if (!kinds.empty() &&
          (lexicon_.tags(lower) & (1U << static_cast<unsigned>(Tag::kPronoun))) != 0)
        break;
      if (!kinds.empty() && verb != nullptr && (verb->forms & (kThird | kPast)) != 0 &&
          !lexicon_.kind(lexicon_.noun_lemma(lower)))
        return;
      if (const auto found = kind_ending_at(i)) kinds.push_back(*found);
    }
    if (!kinds.empty()) thing_.vote(label_of(kinds.back()), 4);
  }

  // "its robot, Fen 2, runs", "a smaller version, Fen Mini,"
  void apposition_before() {
    const std::uint32_t article = before(1) == "the" ? 1 : 0;
    if (before(1 + article) != "," || name_.first < 3 + article) return;
    const std::string next = after(1);
    if (next != "," && next != "." && !next.empty()) return;
    const std::size_t last = name_.first - 2 - article;
    if (!is_lower(words_[last].surface[0])) return;
    const auto kind = kind_ending_at(last);
    if (!kind) return;
    // Only in a phrase: "in laptops, Fen," has none.
    for (std::size_t back = last; back > 0 && last - back < 5; --back) {
      const std::string& lower = words_[back - 1].lower;
      if (lower == "'s" || lower == "its" || lower == "the" || lower == "a" || lower == "an" ||
          lower == "their") {
        thing_.vote(label_of(*kind), 4);
        return;
      }
    }
  }

  // "models such as A and B", "models including A", "the kinds A, B and C"
  void listed_under_kind() {
    for (std::uint32_t distance = 1; distance + 1 <= name_.first && distance <= 12; ++distance) {
      const std::size_t at = name_.first - distance;
      const std::string& lower = words_[at].lower;
      const bool such_as = lower == "as" && at >= 2 && words_[at - 1].lower == "such";
      if (such_as || lower == "including" || lower == "like") {
        std::size_t noun = at - (such_as ? 2 : 1);
        if (words_[noun].lower == "," && noun > 0) --noun;
        if (const auto kind = kind_ending_at(noun)) thing_.vote(label_of(*kind), 3);
        return;
      }
      const bool within_list = lower == "," || lower == "and" || lower == "or" ||
                               is_upper(words_[at].surface[0]) || is_digit(lower[0]);
      if (!within_list) return;
    }
  }

  void person_signs() {
    const std::size_t at = name_.last;
    const bool two_words = name_.last - name_.first >= 2;
    if (before(1) == "mr" || before(1) == "ms" || before(1) == "mrs" || before(1) == "dr" ||
        before(1) == "mr." || before(1) == "ms." || before(1) == "mrs." || before(1) == "dr.") {
      thing_.vote(EntityLabel::kPerson, 6);
    }
    if (at + 1 >= words_.size() || words_[at].lower != ",") return;
    if (words_[at + 1].lower == "who" || words_[at + 1].lower == "whom")
      thing_.vote(EntityLabel::kPerson, 4);
    if (is_digit(words_[at + 1].lower[0]) && at + 2 < words_.size() &&
        words_[at + 2].lower == "," && two_words) {
      thing_.vote(EntityLabel::kPerson, 5);  // age
    }
    if (office_follows(at + 1)) thing_.vote(EntityLabel::kPerson, 5);
  }

  /// ", chief executive", ", a former Oakmere engineer", ", Oakmere's finance chief", ", head of"
  bool office_follows(std::size_t at) const {
    for (std::size_t i = at; i < words_.size() && i < at + 9; ++i) {
      const std::string& lower = words_[i].lower;
      const std::uint32_t tags_here = lexicon_.tags(lower);
      const bool clause = (tags_here & (1U << static_cast<unsigned>(Tag::kPronoun) |
                                        1U << static_cast<unsigned>(Tag::kSubordinator))) != 0 &&
                          (tags_here & (1U << static_cast<unsigned>(Tag::kDeterminer))) == 0 &&
                          lower != "one";
      if (lower == "," || lower == "." || lower == "which" || lower == "whose" || clause)
        return false;
      if (lexicon_.verb(lower) != nullptr && lexicon_.office(lower) == nullptr &&
          (lexicon_.verb(lower)->forms & (i == at ? kThird | kPast : kThird)) != 0 &&
          lower != "'s") {
        return false;
      }
      if (lexicon_.office(lower) == nullptr) continue;
      // ", a spokesman said": a clause of its own.
      const VerbReading* next =
          i + 1 < words_.size() ? lexicon_.verb(words_[i + 1].lower) : nullptr;
      if (next != nullptr && (next->forms & kPast) != 0 && words_[at].lower != "who") return false;
      // "a unit of X, head office" and the like: a preposition in between breaks the phrase.
      for (std::size_t j = at; j < i; ++j) {
        const std::uint32_t tags = lexicon_.tags(words_[j].lower);
        if ((tags & (1U << static_cast<unsigned>(Tag::kPreposition))) != 0) return false;
      }
      return true;
    }
    return false;
  }

  const Lexicon& lexicon_;
  const std::vector<Word>& words_;
  const Name& name_;
  Thing& thing_;
};

}  // namespace

void vote_by_spelling(const Lexicon& lexicon, const Gazetteer& gazetteer, std::string_view text,
                      Thing& thing) {
  const auto words = split_words(text);
  const std::string first(words.front());
  const std::string last(words.back());
  for (const std::uint32_t index : gazetteer.lookup(to_points(text))) {
    const GazetteerEntry& entry = gazetteer.entry(index);
    thing.vote(entry.label, entry.ambiguous ? 0.7 : 2.5);
    if (thing.canonical.empty()) thing.canonical = entry.canonical;
  }
  // A version of a listed model or product is one too.
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_digit(words[i][0])) continue;
    const auto base = text.substr(0, static_cast<std::size_t>(words[i].data() - text.data()) - 1);
    for (const std::uint32_t index : gazetteer.lookup(to_points(base))) {
      const EntityLabel label = gazetteer.entry(index).label;
      if (label == EntityLabel::kModel || label == EntityLabel::kProduct) thing.vote(label, 2.5);
    }
    break;
  }
  const bool several = words.size() >= 2;
  if (several && lexicon.is_product_suffix(last)) thing.vote(EntityLabel::kProduct, 4);
  if (several && lexicon.is_legal_form(last)) thing.vote(EntityLabel::kFirm, 6);
  if (several && lexicon.is_firm_suffix(last)) thing.vote(EntityLabel::kFirm, 3.5);
  if (lexicon.is_organization_suffix(last)) thing.vote(EntityLabel::kOrganization, several ? 5 : 2);
  if (several && lexicon.is_organization_start(first)) thing.vote(EntityLabel::kOrganization, 5);
  if (several && lexicon.is_given_name(first) && !has_digit(last) && words.size() <= 4 &&
      !lexicon.is_firm_suffix(last)) {
    thing.vote(EntityLabel::kPerson, 3);
  }
  if (words.size() == 1 && lexicon.is_given_name(first)) thing.vote(EntityLabel::kPerson, 0.3);
  // iPhone, iPad: a small letter before a capital, followed by small ones.
  if (words.size() == 1 && first.size() > 3 && is_lower(first[0]) && is_upper(first[1]) &&
      is_lower(first[2])) {
    thing.vote(EntityLabel::kProduct, 1);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && is_digit(words[i][0]))
      thing.vote(EntityLabel::kProduct, 2);
    else if (has_digit(words[i]) && has_letter(words[i]))
      thing.vote(EntityLabel::kProduct, 1.5);
    if (i > 0 && is_digit(words[i][0])) thing.vote(EntityLabel::kModel, 1);
  }
}

void vote_by_neighbours(const Lexicon& lexicon, const std::vector<Word>& words, const Name& name,
                        Thing& thing) {
  Neighbourhood(lexicon, words, name, thing).vote();
}

}  // namespace yeon::ingest::english
