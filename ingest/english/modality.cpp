#include "english/modality.h"

namespace yeon::ingest::english {
namespace {

constexpr int kDeepest = 6;

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_reporting(std::string_view lemma) {
  return any_of(lemma, {"say", "tell", "report", "announce", "add", "state", "confirm", "disclose",
                        "write", "note", "explain", "insist", "claim", "believe", "think", "show",
                        "reveal", "acknowledge", "know"});
}

bool is_stake(std::string_view noun) {
  return any_of(noun, {"stake", "share", "holding", "interest", "percent", "shareholding"});
}

}  // namespace

Modality Standing::modality() const {
  if (denied) return Modality::kDenied;
  if (ended) return Modality::kEnded;
  if (rumored) return Modality::kRumored;
  if (in_talks || attempted) return Modality::kInTalks;
  return planned ? Modality::kPlanned : Modality::kAsserted;
}

void ModalityReader::apply(Operation operation, const Chunk& word, Standing& standing) const {
  if (word.negated) {
    // Not stopping leaves things as they are; not planning denies.
    if (operation != Operation::kEnded && operation != Operation::kDenied)
      standing.denied = true;
    else if (operation == Operation::kEnded)
      standing.ended = false;
    return;
  }
  switch (operation) {
    case Operation::kPlanned:
      standing.planned = true;
      break;
    case Operation::kInTalks:
      standing.in_talks = true;
      break;
    case Operation::kRumored:
      standing.rumored = true;
      break;
    case Operation::kDenied:
      standing.denied = true;
      break;
    case Operation::kEnded:
      standing.ended = true;
      break;
    case Operation::kDone:
      break;
    case Operation::kAttempt:
      standing.attempted = true;
      break;
  }
}

void ModalityReader::adjectives(const Chunk& nominal, Standing& standing) const {
  for (const std::string& noun : nominal.nouns) {
    if (any_of(noun, {"proposed", "propose", "planned", "plan", "upcoming", "forthcoming"}))
      standing.planned = true;
    if (any_of(noun, {"possible", "potential"})) standing.in_talks = true;
    if (any_of(noun, {"rumored", "rumoured", "rumor", "rumour", "alleged"}))
      standing.rumored = true;
    if (any_of(noun, {"former", "ex", "past", "previous", "abandoned", "failed", "terminated"}))
      standing.ended = true;
  }
  if (nominal.determiner == "no" || nominal.determiner == "neither") standing.denied = true;
}

void ModalityReader::apply_noun(const Chunk& nominal, Standing& standing) const {
  adjectives(nominal, standing);
  if (!nominal.nouns.empty()) {
    if (const auto compound = frames_.noun_operation(nominal.nouns.back() + "_" + nominal.lemma)) {
      return apply(*compound, Chunk{}, standing);
    }
  }
  if (const auto operation = frames_.noun_operation(nominal.lemma))
    apply(*operation, Chunk{}, standing);
}

void ModalityReader::own_form(std::size_t verb, Standing& standing) const {
  const Chunk& chunk = syntax_[verb];
  if (any_of(chunk.modal, {"will", "'ll", "shall", "would", "'d"})) standing.planned = true;
  if (any_of(chunk.modal, {"may", "might", "could"})) standing.rumored = true;
  for (const std::string& adverb : chunk.adverbs) {
    if (const auto operation = frames_.adverb_operation(adverb))
      apply(*operation, Chunk{}, standing);
  }
  if (chunk.negated) standing.denied = true;
}

void ModalityReader::climb(std::size_t verb, Standing& standing, int depth) const {
  if (depth > kDeepest) return;
  const Chunk& chunk = syntax_[verb];
  // "will hold shares and take a seat": the form is that of the verb before.
  if (chunk.bare && verb > 0 && syntax_.is(verb - 1, ChunkKind::kConjunction)) {
    for (std::size_t i = verb - 1; i-- > 0;) {
      if (!syntax_.is(i, ChunkKind::kVerb)) continue;
      own_form(i, standing);
      return climb(i, standing, depth + 1);
    }
  }
  const auto above = syntax_.governor(verb);
  if (!above) return;
  const Chunk& governor = syntax_[*above];
  if (governor.is(ChunkKind::kNominal)) {
    apply_noun(governor, standing);
    clause_about(*above, standing);
    return climb_noun(*above, {}, standing, depth + 1);
  }
  if (governor.is(ChunkKind::kAdjective)) {
    if (const auto operation = frames_.adjective_operation(governor.lemma))
      apply(*operation, Chunk{}, standing);
    for (std::size_t i = *above; i-- > 0;) {
      if (!syntax_.is(i, ChunkKind::kVerb)) continue;
      own_form(i, standing);
      return climb(i, standing, depth + 1);
    }
    return;
  }
  if (is_reporting(governor.lemma)) {
    if (governor.passive && !governor.negated) standing.rumored = true;  // "is said to"
  } else if (const auto operation = frames_.verb_operation(governor.lemma)) {
    // "expected to close": others expect, in the passive.
    apply(*operation, governor, standing);
    if (!governor.negated) own_form(*above, standing);
  } else if (governor.lemma == "use" && governor.past && chunk.infinitive && *above + 1 == verb) {
    standing.ended = true;  // "used to lead"
  } else {
    if (governor.lemma == "be" && chunk.infinitive && !governor.negated && *above + 1 == verb)
      standing.planned = true;
    // "is leaving to join": a purpose is still to come.
    const bool departs = any_of(governor.lemma, {"leave", "depart", "quit", "move", "resign"});
    if (departs && chunk.infinitive) standing.planned = true;
    own_form(*above, standing);
  }
  // "won approval from the ministry to buy"
  if (const auto object = syntax_.object(*above);
      object && chunk.infinitive && *object < verb && !syntax_[*object].is_name()) {
    apply_noun(syntax_[*object], standing);
  }
  // "Market talk had X teaming up": who says so tells how sure it is.
  if (const auto teller = syntax_.subject(*above);
      teller && !syntax_[*teller].is_name() && *teller < *above) {
    Standing told;
    apply_noun(syntax_[*teller], told);
    standing.rumored = standing.rumored || told.rumored;
  }
  climb(*above, standing, depth + 1);
}

/// "Reports that X might be taken over were dismissed": the verb behind the clause speaks of them.
void ModalityReader::clause_about(std::size_t noun, Standing& standing) const {
  if (!syntax_.is(noun + 1, ChunkKind::kThat)) return;
  bool first = true;
  for (std::size_t i = noun + 2; i < syntax_.size(); ++i) {
    if (!syntax_.is(i, ChunkKind::kVerb) || !syntax_[i].finite) continue;
    if (first) {
      first = false;  // the clause's own verb
      continue;
    }
    if (frames_.verb_operation(syntax_[i].lemma) == Operation::kDenied && !syntax_[i].negated)
      standing.denied = true;
  }
  // "is untrue"
  for (std::size_t i = noun + 2; i < syntax_.size(); ++i) {
    if (syntax_.is(i, ChunkKind::kNominal) &&
        any_of(syntax_[i].lemma, {"nonsense", "fiction", "rubbish", "fabrication", "invention"}))
      standing.denied = true;
    if (!syntax_.is(i, ChunkKind::kAdjective)) continue;
    if (frames_.adjective_operation(syntax_[i].lemma) == Operation::kDenied) standing.denied = true;
  }
}

void ModalityReader::climb_noun(std::size_t nominal, const std::string& event, Standing& standing,
                                int depth) const {
  if (depth > kDeepest) return;
  // "talks about a venture", "no knowledge of any talks": first the noun above.
  if (const auto preposition = syntax_.preposition_before(nominal)) {
    if (*preposition > 0 && syntax_.is(*preposition - 1, ChunkKind::kNominal)) {
      const Chunk& above = syntax_[*preposition - 1];
      if (frames_.noun_operation(above.lemma) || above.determiner == "no" ||
          above.lemma == "knowledge") {
        apply_noun(above, standing);
        return climb_noun(*preposition - 1, {}, standing, depth + 1);
      }
    }
    if (*preposition > 0 && syntax_.is(*preposition - 1, ChunkKind::kAdjective)) {
      const Chunk& above = syntax_[*preposition - 1];
      if (const auto operation = frames_.adjective_operation(above.lemma))
        apply(*operation, Chunk{}, standing);
    }
  }
  const auto verb = syntax_.governing_verb(nominal);
  if (!verb) return;
  const Chunk& governor = syntax_[*verb];
  const bool above = *verb < nominal;
  // What is to be widened is there already.
  if (above && any_of(governor.lemma,
                      {"expand", "extend", "deepen", "renew", "strengthen", "widen", "broaden"}))
    return;
  if (const auto operation = frames_.verb_operation(governor.lemma)) {
    const bool selling =
        any_of(governor.lemma, {"sell", "offload", "divest", "dump", "unload", "exit"});
    const bool reaching = any_of(governor.lemma, {"settle", "expire", "decline", "fail"});
    // Selling ends a holding, not a deal; a settlement that is reached is no end of what it names.
    const bool counts = selling ? is_stake(event) : (!reaching || !above || event.empty());
    const bool talked = any_of(governor.lemma, {"set", "expect", "agree"}) && above &&
                        !event.empty() && governor.finite && !governor.passive;
    if (counts && !talked) apply(*operation, governor, standing);
    if (!governor.negated && counts)
      own_form(*verb, standing);
    else if (!counts)
      own_form(*verb, standing);
  } else if (is_reporting(governor.lemma)) {
    if (!above && governor.passive)
      standing.rumored = standing.rumored || governor.lemma != "announce";
  } else {
    // "has never been confirmed" and the like deny nothing.
    if (!any_of(governor.lemma, {"comment", "disclose", "confirm", "need", "require"}))
      own_form(*verb, standing);
  }
  climb(*verb, standing, depth + 1);
}

/// "according to a report that neither company confirmed", "the rumours say".
void ModalityReader::attribution(Standing& standing) const {
  for (std::size_t i = 0; i + 1 < syntax_.size(); ++i) {
    if (!syntax_.is_word(i, ChunkKind::kPreposition, "according_to") ||
        !syntax_.is(i + 1, ChunkKind::kNominal))
      continue;
    const std::size_t source = syntax_.head(i + 1);
    if (frames_.noun_operation(syntax_[source].lemma) == Operation::kRumored)
      standing.rumored = true;
  }
}

Standing ModalityReader::read(std::size_t trigger, const std::string& noun) const {
  Standing standing;
  const Chunk& chunk = syntax_[trigger];
  if (chunk.is(ChunkKind::kVerb)) {
    own_form(trigger, standing);
    climb(trigger, standing, 0);
  } else {
    // "merger talks", but a cooperation agreement is no plan to cooperate.
    const bool pact = any_of(noun, {"partnership", "cooperation", "co-operation", "collaboration",
                                    "alliance", "supply", "tie-up"});
    if (noun != chunk.lemma &&
        !(pact && frames_.noun_operation(chunk.lemma) == Operation::kPlanned))
      apply_noun(chunk, standing);
    else
      adjectives(chunk, standing);
    climb_noun(trigger, noun, standing, 0);
  }
  attribution(standing);
  return standing;
}

}  // namespace yeon::ingest::english
