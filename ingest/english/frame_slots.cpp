// How the slots of a frame are filled: who stands where around its verb or noun.
#include "english/frame_matcher.h"

namespace yeon::ingest::english {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_copula(std::string_view lemma) { return any_of(lemma, {"be", "become", "remain", "stay"}); }

}  // namespace

FrameMatcher::Phrase FrameMatcher::phrase(const Place& place, const Frame& frame,
                                          const std::string& preposition) const {
  Phrase found;
  for (const auto& argument : place.syntax.arguments(place.trigger)) {
    if (argument.preposition != preposition) continue;
    const Chunk& nominal = place.syntax[argument.nominal];
    Meant meant = references_.resolve_group(place.sentence, argument.nominal, frame.goods);
    // "to all Oakmere hospitals"
    if (meant.empty() &&
        any_of(nominal.lemma, {"hospital", "clinic", "plant", "factory", "store", "warehouse",
                               "branch", "site", "center", "centre", "shop", "airport", "mine"})) {
      for (const std::uint32_t name : nominal.names) english::add(meant, article_.thing(name));
    }
    add_all(found.meant, meant);
    // A sum, a time or an act is no party; an unnamed firm or thing is.
    const bool party =
        !nominal.number && !nominal.temporal && lexicon_.kind(nominal.lemma).has_value();
    found.unnamed = found.unnamed || (meant.empty() && party);
  }
  return found;
}

Meant FrameMatcher::subject_of(const Place& place, std::size_t verb) const {
  const auto subject = place.syntax.subject(verb);
  if (!subject) return {};
  Meant meant = references_.resolve_group(place.sentence, *subject);
  if (!meant.empty()) return meant;
  // "Oakmere executives weigh", "Oakmere's board approved": its people act for a firm.
  const Chunk& chunk = place.syntax[*subject];
  const bool people =
      lexicon_.kind(chunk.lemma) == Kind::kPerson || lexicon_.office(chunk.lemma) != nullptr ||
      any_of(chunk.lemma,
             {"board", "management", "official", "team", "engineer", "director", "leadership"});
  if (!people || chunk.is_name()) return {};
  for (const std::uint32_t name : chunk.names) {
    const std::uint32_t thing = article_.thing(name);
    if (thing != ThingBuilder::kNone && article_.is_firm(thing)) english::add(meant, thing);
  }
  if (meant.empty()) meant = references_.resolve_owner(place.sentence, *subject);
  return meant;
}

Meant FrameMatcher::agent(const Place& place) const {
  const Chunk& chunk = place.syntax[place.trigger];
  if (chunk.is(ChunkKind::kAdjective)) return subject_of(place, place.trigger - 1);
  if (!chunk.passive) {
    Meant meant = subject_of(place, place.trigger);
    if (!meant.empty()) add_all(meant, gapped(place));
    return meant;
  }
  Meant meant;
  for (const auto& argument : place.syntax.arguments(place.trigger)) {
    if (argument.preposition == "by")
      add_all(meant, references_.resolve_group(place.sentence, argument.nominal));
  }
  return meant;
}

/// "A invested $50 million and B $25 million": B does the same without the verb.
Meant FrameMatcher::gapped(const Place& place) const {
  const Syntax& syntax = place.syntax;
  Meant meant;
  const auto object = syntax.object(place.trigger);
  if (!object || !syntax[*object].number) return meant;
  for (std::size_t i = *object + 1; i + 2 < syntax.size(); ++i) {
    if (syntax.is(i, ChunkKind::kVerb) || syntax.is(i, ChunkKind::kStop)) break;
    if (!syntax.is(i, ChunkKind::kConjunction) || !syntax.is(i + 1, ChunkKind::kNominal)) continue;
    const std::size_t name = i + 1;
    const bool own_number = syntax.is(name + 1, ChunkKind::kNominal) && syntax[name + 1].number;
    if (syntax[name].is_name() && own_number)
      english::add(meant, article_.thing(syntax[name].name));
  }
  return meant;
}

/// What the holder is told to hold or to have put money in; else what the sentence's other
/// investor has.
Meant FrameMatcher::held(const Place& place) const {
  Meant meant;
  const Chunk& chunk = place.syntax[place.trigger];
  const bool whole = any_of(chunk.determiner, {"its", "their", "all", "his", "her"});
  const Meant holders = holder(place);
  for (auto claim = book_.claims().rbegin(); claim != book_.claims().rend(); ++claim) {
    const bool holds = claim->draft.predicate == Predicate::kOwnsStakeIn ||
                       claim->draft.predicate == Predicate::kInvestsIn;
    if (!holds) continue;
    const bool same =
        std::find(holders.begin(), holders.end(), claim->draft.subject) != holders.end();
    // "Fen has invested in Oakmere, and Lark also holds a stake"
    const bool beside =
        claim->draft.sentence == place.sentence && !same && (chunk.determiner == "a" || whole);
    if ((whole && same) || beside) return {claim->draft.object};
    if (claim->draft.sentence + 3 < place.sentence) break;
  }
  return meant;
}

Meant FrameMatcher::patient(const Place& place) const {
  if (!place.syntax[place.trigger].is(ChunkKind::kVerb)) return {};
  if (place.syntax[place.trigger].passive) return subject_of(place, place.trigger);
  const auto object = place.syntax.object(place.trigger);
  return object ? references_.resolve_group(place.sentence, *object) : Meant{};
}

/// "Oakmere chips are made by": names within the patient's phrase, and its owner.
Meant FrameMatcher::modified(const Place& place) const {
  const auto patient = place.syntax[place.trigger].passive ? place.syntax.subject(place.trigger)
                                                           : place.syntax.object(place.trigger);
  Meant meant;
  if (!patient || place.syntax[*patient].is_name()) return meant;
  for (const std::uint32_t name : place.syntax[*patient].names)
    english::add(meant, article_.thing(name));
  add_all(meant, references_.resolve_owner(place.sentence, *patient));
  return meant;
}

Meant FrameMatcher::holder(const Place& place) const {
  const auto verb = place.syntax.governing_verb(place.trigger);
  if (!verb || *verb > place.trigger) return {};
  // "Oakmere's interest was sold": the subject of a passive holds nothing.
  if (place.syntax[*verb].passive &&
      !any_of(place.syntax[*verb].lemma,
              {"say", "report", "base", "know", "engage", "lock", "believe"})) {
    return {};
  }
  return subject_of(place, *verb);
}

/// What a role noun is said of.
Meant FrameMatcher::self(const Place& place) const {
  const Syntax& syntax = place.syntax;
  const Chunk& chunk = syntax[place.trigger];
  if (chunk.is_name()) {
    // "rivals A and B" are both, "A and rival B" is one.
    const auto& words = article_.parses[place.sentence].words;
    bool plural = false;
    for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
      if (words[i].name == chunk.name) break;
      plural = words[i].lower != words[i].lemma && words[i].tag == Tag::kNoun;
    }
    return plural ? references_.resolve_group(place.sentence, place.trigger)
                  : references_.resolve(place.sentence, place.trigger);
  }
  // "a subsidiary called Fen", "its unit, Fen,"
  Meant named = references_.resolve(place.sentence, place.trigger);
  const auto verb = syntax.governing_verb(place.trigger);
  if (verb && *verb < place.trigger && is_copula(syntax[*verb].lemma) &&
      syntax.object(*verb) == place.trigger) {
    if (syntax.is_word(place.trigger + 1, ChunkKind::kPreposition, "of") && !named.empty()) {
      for (std::size_t i = place.trigger; i < syntax.size() && i < place.trigger + 6; ++i) {
        if (syntax.is(i, ChunkKind::kVerb) && syntax[i].participle &&
            any_of(syntax[i].lemma, {"call", "name"}))
          return named;
      }
    }
    return subject_of(place, *verb);
  }
  // "Its rivals include X", "Oakmere's largest shareholders are X and Y"
  if (const auto own = syntax.verb_of_subject(place.trigger)) {
    const bool equates = is_copula(syntax[*own].lemma) || syntax[*own].lemma == "include";
    if (const auto object = syntax.object(*own); equates && object)
      return references_.resolve_group(place.sentence, *object);
  }
  if (const auto preposition = syntax.preposition_before(place.trigger);
      preposition && syntax[*preposition].lemma == "as") {
    // "with Oakmere as the first customer"
    const std::size_t before = *preposition;
    if (before > 0 && syntax.is(before - 1, ChunkKind::kNominal))
      return references_.resolve(place.sentence, before - 1);
  }
  if (const auto noun = syntax.apposed_to(place.trigger);
      noun && (syntax[*noun].is_name() || !syntax[*noun].names.empty())) {
    return references_.resolve(place.sentence, *noun);
  }
  if (syntax.is(place.trigger + 1, ChunkKind::kComma) && !named.empty()) return named;
  // "the Fen maker", "its Fenlabs unit"
  const bool told =
      !chunk.names.empty() &&
      (chunk.determiner == "the" || chunk.determiner == "its" || syntax.owner(place.trigger));
  const bool apposed =
      !named.empty() && syntax.apposition(place.trigger) && chunk.determiner == "the";
  return told || apposed ? named : Meant{};
}

Meant FrameMatcher::modifier(const Place& place) const {
  Meant meant;
  for (const std::uint32_t name : place.syntax[place.trigger].names)
    english::add(meant, article_.thing(name));
  return meant;
}

/// The firm that raises the round: told with it, or the last one invested in.
Meant FrameMatcher::round(const Place& place) const {
  for (std::size_t i = 0; i < place.syntax.size(); ++i) {
    if (!place.syntax.is(i, ChunkKind::kNominal) || place.syntax[i].lemma != "round") continue;
    Meant owner = references_.resolve_owner(place.sentence, i);
    if (!owner.empty()) return owner;
    for (const std::uint32_t name : place.syntax[i].names)
      english::add(owner, article_.thing(name));
    if (!owner.empty()) return owner;
    for (const auto& argument : place.syntax.arguments(i)) {
      if (argument.preposition == "of" || argument.preposition == "in" ||
          argument.preposition == "for") {
        add_all(owner, references_.resolve(place.sentence, argument.nominal));
      }
    }
    if (!owner.empty()) return owner;
    if (const auto verb = place.syntax.governing_verb(i);
        verb && *verb < i && *verb != place.trigger &&
        any_of(place.syntax[*verb].lemma,
               {"raise", "close", "complete", "announce", "secure", "get"})) {
      owner = subject_of(place, *verb);
      if (!owner.empty()) return owner;
    }
  }
  bool spoken_of = false;
  for (std::size_t i = 0; i < place.syntax.size(); ++i)
    spoken_of =
        spoken_of || (place.syntax.is(i, ChunkKind::kNominal) && place.syntax[i].lemma == "round");
  for (auto claim = book_.claims().rbegin(); claim != book_.claims().rend(); ++claim) {
    if (claim->draft.predicate == Predicate::kInvestsIn &&
        (spoken_of || claim->draft.sentence + 2 >= place.sentence))
      return {claim->draft.object};
  }
  return {};
}

Meant FrameMatcher::maker_of(const Meant& goods) const {
  for (const Claim& claim : book_.claims()) {
    const bool makes = claim.draft.predicate == Predicate::kDevelops ||
                       claim.draft.predicate == Predicate::kPlansToDevelop;
    if (makes && std::find(goods.begin(), goods.end(), claim.draft.object) != goods.end())
      return {claim.draft.subject};
  }
  return {};
}

Meant FrameMatcher::fill(const Place& place, const Frame& frame, const Slot& slot,
                         bool& unnamed) const {
  switch (slot.kind) {
    case SlotKind::kAgent:
      return agent(place);
    case SlotKind::kPatient:
      return patient(place);
    case SlotKind::kOwner:
      return references_.resolve_owner(place.sentence, place.trigger);
    case SlotKind::kHolder:
      return holder(place);
    case SlotKind::kModifier:
      return modifier(place);
    case SlotKind::kSelf:
      return self(place);
    case SlotKind::kRound:
      return round(place);
    case SlotKind::kModified:
      return modified(place);
    case SlotKind::kOwned:
      return maker_of(patient(place));
    case SlotKind::kHeld:
      return held(place);
    case SlotKind::kPhrase: {
      Phrase found = phrase(place, frame, slot.preposition);
      unnamed = found.meant.empty() && found.unnamed;
      return std::move(found.meant);
    }
    case SlotKind::kEmployer: {
      Meant meant;
      for (const std::uint32_t person : agent(place)) {
        if (const auto firm = references_.employer(person)) english::add(meant, *firm);
        if (!meant.empty()) continue;
        // "Marsh, who will step down": from the office just told to be over.
        for (const Claim& claim : book_.claims()) {
          const bool post = claim.draft.predicate == Predicate::kLeads ||
                            claim.draft.predicate == Predicate::kWorksFor;
          if (post && claim.draft.subject == person && claim.draft.sentence == place.sentence)
            english::add(meant, claim.draft.object);
        }
      }
      return meant;
    }
    case SlotKind::kTarget: {
      const auto verb = place.syntax.governing_verb(place.trigger);
      if (!verb || *verb > place.trigger) return {};
      const auto object = place.syntax.object(*verb);
      return object && *object != place.trigger ? references_.resolve_group(place.sentence, *object)
                                                : Meant{};
    }
    case SlotKind::kTopic: {
      if (frame.with_preposition == "for") {
        if (Meant maker = maker_of(phrase(place, frame, "for").meant); !maker.empty()) return maker;
        const auto main = references_.main_firm();
        return main ? Meant{*main} : Meant{};
      }
      const auto topic = references_.topic(place.sentence, place.trigger);
      // "Fen, another rival,": not its own.
      const Meant own = self(place);
      if (topic && std::find(own.begin(), own.end(), *topic) == own.end()) return {*topic};
      const auto main = references_.main_firm();
      return main && topic ? Meant{*main} : Meant{};
    }
  }
  return {};
}

/// The first alternative that names something. One that is there without a name ends the search:
/// "a sale to a rival" sells to nobody named.
Meant FrameMatcher::fill(const Place& place, const Frame& frame,
                         const std::vector<Slot>& slots) const {
  for (const Slot& slot : slots) {
    bool unnamed = false;
    Meant meant = fill(place, frame, slot, unnamed);
    if (!meant.empty() || unnamed) return meant;
  }
  return {};
}

}  // namespace yeon::ingest::english
