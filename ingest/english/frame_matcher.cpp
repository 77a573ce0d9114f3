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
