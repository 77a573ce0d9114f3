#include "english/frame_matcher.h"

namespace yeon::ingest::english {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_copula(std::string_view lemma) { return any_of(lemma, {"be", "become", "remain", "stay"}); }

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
  if (!frame.noun) {
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

void FrameMatcher::match_verb(const Place& place, const Frame& frame) {
  if (allows(place, frame)) state(place, frame, {});
}

void FrameMatcher::match_noun(const Place& place, const Frame& frame, const std::string& noun) {
  const Chunk& chunk = place.syntax[place.trigger];
  // Before another head a noun tells an event only in a compound ("merger talks"), a role only
  // before a name ("rival Oakmere").
  const bool compound = noun != chunk.lemma;
  const bool role =
      std::any_of(frame.templates.begin(), frame.templates.end(), [](const Template& relation) {
        return relation.subject.front().kind == SlotKind::kSelf ||
               relation.object.front().kind == SlotKind::kSelf;
      });
  if (compound) {
    const bool before_name = chunk.is_name() && chunk.nouns.back() == noun;
    if (role && !before_name) return;
    if (!role && (chunk.is_name() || !(frames_.noun_operation(chunk.lemma) ||
                                       !frames_.noun_frames(chunk.lemma).empty())))
      return;
  }
  if (allows(place, frame)) state(place, frame, noun);
}

Meant FrameMatcher::phrase(const Place& place, const std::string& preposition) const {
  Meant meant;
  for (const auto& argument : place.syntax.arguments(place.trigger)) {
    if (argument.preposition != preposition) continue;
    add_all(meant, references_.resolve_group(place.sentence, argument.nominal));
  }
  return meant;
}

Meant FrameMatcher::subject_of(const Place& place, std::size_t verb) const {
  const auto subject = place.syntax.subject(verb);
  if (subject) return references_.resolve_group(place.sentence, *subject);
  return {};
}

Meant FrameMatcher::agent(const Place& place) const {
  if (!place.syntax[place.trigger].passive) return subject_of(place, place.trigger);
  return phrase(place, "by");
}

Meant FrameMatcher::patient(const Place& place) const {
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
  if (chunk.is_name()) return references_.resolve_group(place.sentence, place.trigger);
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
  return {};
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
  }
  for (auto claim = book_.claims().rbegin(); claim != book_.claims().rend(); ++claim) {
    if (claim->draft.predicate == Predicate::kInvestsIn) return {claim->draft.object};
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

Meant FrameMatcher::fill(const Place& place, const Frame& frame, const Slot& slot) const {
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
    case SlotKind::kPhrase:
      return phrase(place, slot.preposition);
    case SlotKind::kTopic: {
      if (frame.noun && frame.with_preposition == "for") {
        if (Meant maker = maker_of(phrase(place, "for")); !maker.empty()) return maker;
      }
      const auto topic = references_.topic(place.sentence, place.trigger);
      return topic ? Meant{*topic} : Meant{};
    }
  }
  return {};
}

Meant FrameMatcher::fill(const Place& place, const Frame& frame,
                         const std::vector<Slot>& slots) const {
  for (const Slot& slot : slots) {
    Meant meant = fill(place, frame, slot);
    if (!meant.empty()) return meant;
  }
  return {};
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
  if (frame.modality == Modality::kInTalks) standing.in_talks = true;
  if (frame.modality == Modality::kRumored) standing.rumored = true;
  for (const Template& relation : frame.templates) {
    const Meant subjects = fill(place, frame, relation.subject);
    if (subjects.empty()) continue;
    if (frame.persons_only &&
        !std::any_of(subjects.begin(), subjects.end(), [&](std::uint32_t thing) {
          const auto label = article_.things[thing].label();
          return !label || label == EntityLabel::kPerson;
        })) {
      continue;
    }
    const Meant objects = fill(place, frame, relation.object);
    const bool makes = relation.predicate == Predicate::kDevelops && !frame.noun;
    if (makes) {
      const auto object =
          place.syntax[place.trigger].passive ? std::nullopt : place.syntax.object(place.trigger);
      if (object && has_own_maker(place.sentence, *object, subjects)) continue;
    }
    for (const std::uint32_t subject : subjects) {
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
  if (frame.models_only && !(article_.is_product(subject) && article_.is_product(object))) {
    const auto unknown = [&](std::uint32_t thing) { return !article_.things[thing].label(); };
    if (!(unknown(subject) || article_.is_product(subject)) ||
        !(unknown(object) || article_.is_product(object)))
      return;
  }
  if (frame.products_only) {
    const std::uint32_t checked = frame.noun ? object : subject;
    if (!article_.is_product(checked)) return;
  }
  Claim claim;
  claim.draft.subject = subject;
  claim.draft.predicate = relation.predicate;
  claim.draft.object = object;
  claim.standing = standing;
  claim.draft.modality = standing.modality();
  if (frame.as == Modality::kEnded || frame.as == Modality::kAsserted) {
    // The other side of a sale: over or begun as far as the sale is.
    claim.draft.modality = *frame.as;
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
