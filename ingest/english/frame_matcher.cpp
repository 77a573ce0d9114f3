#include "english/frame_matcher.h"

namespace yeon::ingest::english {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_copula(std::string_view lemma) { return any_of(lemma, {"be", "become", "remain", "stay"}); }

/// Whether the noun says what somebody is: a rival, a unit.
bool is_role(const Frame& frame) {
  return std::any_of(frame.templates.begin(), frame.templates.end(), [](const Template& relation) {
    return relation.subject.front().kind == SlotKind::kSelf ||
           relation.object.front().kind == SlotKind::kSelf;
  });
}

}  // namespace

/// Where a frame is tried.
struct FrameMatcher::Place {
  std::size_t sentence = 0;
  std::size_t trigger = 0;
  const Syntax& syntax;
};

void FrameMatcher::read(std::size_t sentence) {
  const Syntax& syntax = article_.parses[sentence].syntax;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    const Chunk& chunk = syntax[i];
    const Place place{sentence, i, syntax};
    if (chunk.is(ChunkKind::kVerb)) {
      for (const std::uint32_t frame : frames_.verb_frames(chunk.lemma))
        match_verb(place, frames_.frame(frame));
    } else if (chunk.is(ChunkKind::kAdjective)) {
      for (const std::uint32_t frame : frames_.adjective_frames(chunk.lemma))
        match_adjective(place, frames_.frame(frame));
    } else if (chunk.is(ChunkKind::kNominal)) {
      if (!chunk.is_name()) {
        for (const std::uint32_t frame : frames_.noun_frames(chunk.lemma))
          match_noun(place, frames_.frame(frame), chunk.lemma);
      }
      for (const std::string& noun : chunk.nouns) {
        if (noun == chunk.lemma) continue;
        for (const std::uint32_t frame : frames_.noun_frames(noun))
          match_noun(place, frames_.frame(frame), noun);
      }
    }
  }
}

bool FrameMatcher::allows(const Place& place, const Frame& frame) const {
  const Chunk& chunk = place.syntax[place.trigger];
  if (frame.trigger == TriggerKind::kVerb) {
    if (frame.passive_only && !chunk.passive) return false;
    const auto object =
        chunk.passive ? place.syntax.subject(place.trigger) : place.syntax.object(place.trigger);
    const std::string* head =
        object && !place.syntax[*object].is_name() ? &place.syntax[*object].lemma : nullptr;
    if (!frame.objects.empty() && (head == nullptr || !frame.objects.contains(*head))) return false;
    if (head != nullptr && frame.excluded_objects.contains(*head)) return false;
  } else if (!frame.verbs.empty()) {
    const auto verb = place.syntax.governing_verb(place.trigger);
    if (!verb || !frame.verbs.contains(place.syntax[*verb].lemma)) return false;
  }
  if (!frame.modifiers.empty() &&
      !std::any_of(chunk.nouns.begin(), chunk.nouns.end(),
                   [&](const std::string& noun) { return frame.modifiers.contains(noun); })) {
    return false;
  }
  if (!frame.without_preposition.empty()) {
    for (const auto& argument : place.syntax.arguments(place.trigger)) {
      if (argument.preposition == frame.without_preposition &&
          !place.syntax[argument.nominal].temporal)
        return false;
    }
  }
  if (frame.with_preposition.empty()) return true;
  for (const auto& argument : place.syntax.arguments(place.trigger)) {
    if (argument.preposition != frame.with_preposition) continue;
    if (frame.with_nouns.empty() || frame.with_nouns.contains(place.syntax[argument.nominal].lemma))
      return true;
    const auto& nouns = place.syntax[argument.nominal].nouns;
    if (std::any_of(nouns.begin(), nouns.end(),
                    [&](const std::string& noun) { return frame.with_nouns.contains(noun); }))
      return true;
  }
  return false;
}

/// Whether the nominal stands on one side of be, become or remain.
bool FrameMatcher::is_equated(const Place& place) const {
  const Syntax& syntax = place.syntax;
  if (const auto own = syntax.verb_of_subject(place.trigger);
      own && (is_copula(syntax[*own].lemma) || syntax[*own].lemma == "include"))
    return true;
  const auto verb = syntax.governing_verb(place.trigger);
  if (!verb || *verb > place.trigger) return false;
  if (is_copula(syntax[*verb].lemma)) return true;
  // "considers X as a supplier"
  const auto preposition = syntax.preposition_before(place.trigger);
  return preposition && syntax[*preposition].lemma == "as";
}

void FrameMatcher::match_verb(const Place& place, const Frame& frame) {
  if (allows(place, frame)) state(place, frame, {});
}

/// "is available inside": the adjective behind be.
void FrameMatcher::match_adjective(const Place& place, const Frame& frame) {
  const std::size_t at = place.trigger;
  if (at == 0 || !place.syntax.is(at - 1, ChunkKind::kVerb) ||
      !is_copula(place.syntax[at - 1].lemma))
    return;
  if (allows(place, frame)) state(place, frame, {});
}

void FrameMatcher::match_noun(const Place& place, const Frame& frame, const std::string& noun) {
  const Chunk& chunk = place.syntax[place.trigger];
  // Before another head a noun tells an event only in a compound ("merger talks"), a role only
  // before a name ("rival Oakmere").
  const bool compound = noun != chunk.lemma;
  const bool role = is_role(frame);
  if (compound) {
    const bool before_name = chunk.is_name() && chunk.nouns.back() == noun;
    if (role && !before_name) return;
    if (!role && (chunk.is_name() || !(frames_.noun_operation(chunk.lemma) ||
                                       !frames_.noun_frames(chunk.lemma).empty())))
      return;
  }
  if (allows(place, frame)) state(place, frame, noun);
}

/// What stands behind a preposition: things, or something without a name.
struct FrameMatcher::Phrase {
  Meant meant;
  bool unnamed = false;
};

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

bool FrameMatcher::any_firm(const Meant& things) const {
  return std::any_of(things.begin(), things.end(),
                     [&](std::uint32_t thing) { return article_.is_firm(thing); });
}

bool FrameMatcher::may_be_subject(const Frame& frame, std::uint32_t thing) const {
  const auto label = article_.things[thing].label();
  if (!label) return true;
  switch (frame.subject) {
    case SubjectKind::kAny:
      return true;
    case SubjectKind::kPerson:
      return label == EntityLabel::kPerson;
    case SubjectKind::kModel:
      return label == EntityLabel::kModel;
    case SubjectKind::kProduct:
      return label == EntityLabel::kProduct;
    case SubjectKind::kGoods:
      return label == EntityLabel::kModel || label == EntityLabel::kProduct;
  }
  return true;
}

/// "offers Oakmere's Fen": the owner told with a product makes it, not who offers it.
bool FrameMatcher::has_own_maker(std::size_t sentence, std::size_t nominal,
                                 const Meant& agents) const {
  for (const std::uint32_t owner : references_.resolve_owner(sentence, nominal)) {
    if (article_.is_firm(owner) && std::find(agents.begin(), agents.end(), owner) == agents.end())
      return true;
  }
  return false;
}

void FrameMatcher::state(const Place& place, const Frame& frame, const std::string& noun) {
  Standing standing = ModalityReader(frames_, place.syntax).read(place.trigger, noun);
  if (is_role(frame) && !is_equated(place)) {
    // "will sell its Fenlabs unit": the verb speaks of the sale, not of whose unit it is.
    const bool ended =
        standing.ended && std::find(place.syntax[place.trigger].nouns.begin(),
                                    place.syntax[place.trigger].nouns.end(),
                                    "former") != place.syntax[place.trigger].nouns.end();
    standing = {};
    standing.ended = ended;
  }
  if (frame.modality == Modality::kInTalks) standing.in_talks = true;
  if (frame.modality == Modality::kRumored) standing.rumored = true;
  for (const Template& relation : frame.templates) {
    const Meant subjects = fill(place, frame, relation.subject);
    if (subjects.empty()) continue;
    // "bought the chain from its owner" is no supply.
    const bool buys = relation.predicate == Predicate::kSuppliesTo &&
                      relation.subject.front().preposition == "from";
    if (buys && frame.trigger == TriggerKind::kVerb && any_firm(patient(place))) continue;
    const Meant objects = fill(place, frame, relation.object);
    const bool makes =
        relation.predicate == Predicate::kDevelops && frame.trigger == TriggerKind::kVerb;
    if (makes) {
      const auto object =
          place.syntax[place.trigger].passive ? std::nullopt : place.syntax.object(place.trigger);
      if (object && has_own_maker(place.sentence, *object, subjects)) continue;
    }
    for (const std::uint32_t subject : subjects) {
      if (!may_be_subject(frame, subject)) continue;
      for (const std::uint32_t object : objects)
        add(place, frame, relation, subject, object, standing);
    }
    if (!objects.empty() && !(relation.symmetric && subjects == objects)) break;
  }
}

void FrameMatcher::add(const Place& place, const Frame& frame, const Template& relation,
                       std::uint32_t subject, std::uint32_t object, const Standing& standing) {
  // Within one list every pair is said once, in the order of the text.
  const bool within = relation.subject.front().kind == relation.object.front().kind &&
                      relation.subject.front().preposition == relation.object.front().preposition;
  if (within && object <= subject && !(object == subject)) {
    const auto first = article_.things[object].names.front();
    const auto second = article_.things[subject].names.front();
    if (first < second) return;
  }
  const auto may_be_goods = [&](std::uint32_t thing) {
    return !article_.things[thing].label() || article_.is_product(thing);
  };
  if (frame.goods && !(may_be_goods(subject) && may_be_goods(object))) return;
  Claim claim;
  claim.draft.subject = subject;
  claim.draft.predicate = relation.predicate;
  claim.draft.object = object;
  claim.standing = standing;
  claim.draft.modality = standing.modality();
  if (frame.as == Modality::kEnded || frame.as == Modality::kAsserted) {
    // The other side of a sale: over or begun as far as the sale is.
    const bool done = *frame.as == Modality::kEnded || !standing.planned;
    if (done) claim.draft.modality = *frame.as;
    if (done) claim.standing = {};
    claim.standing.ended = *frame.as == Modality::kEnded;
  }
  claim.draft.confidence = frame.weak ? 0.6 : 0.8;
  claim.draft.rule = frame.id;
  claim.draft.sentence = static_cast<std::uint32_t>(place.sentence);
  claim.draft.from_title = article_.is_title(place.sentence);
  claim.trigger = place.trigger;
  claim.weak = frame.weak;
  book_.add(std::move(claim));
}

}  // namespace yeon::ingest::english
