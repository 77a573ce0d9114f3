#include "korean/role_finder.h"

#include "korean/inclusion.h"

namespace yeon::ingest::korean {

RoleFinder::Entities RoleFinder::find(Role role, const Entities& others, std::uint8_t labels) {
  labels_ = labels;
  return fitting(fillers(role, others), labels);
}

RoleFinder::Entities RoleFinder::fitting(const Entities& found, std::uint8_t labels) const {
  Entities kept;
  for (const std::uint32_t entity : found) {
    const auto bit = static_cast<unsigned>(scene_.label_of(entity));
    const bool new_one = std::find(kept.begin(), kept.end(), entity) == kept.end();
    if ((labels >> bit & 1U) != 0 && new_one) kept.push_back(entity);
  }
  return kept;
}

// '가람이 보유한 나래': the head cannot be who does it.
bool RoleFinder::names_subject() const {
  const Clause* clause = scene_.parse.clause_at(trigger_);
  return clause != nullptr &&
         std::any_of(clause->arguments.begin(), clause->arguments.end(),
                     [&](std::uint32_t argument) {
                       return scene_.chunks[argument].grammatical_case() == Case::kSubject;
                     });
}

RoleFinder::Entities RoleFinder::fillers(Role role, const Entities& others) {
  switch (role) {
    case Role::kSubject:
    case Role::kNamed: {
      const Scene::Subject subject = scene_.subject_of(trigger_, labels_);
      if (subject.carried && role == Role::kNamed) return {};
      carried_ = subject.carried;
      return subject.entities;
    }
    case Role::kObject:
      return object();
    case Role::kWith:
      return with();
    case Role::kTo:
      return arguments({Case::kDative});
    case Role::kAt:
      return arguments({Case::kLocative});
    case Role::kFrom:
      return arguments({Case::kFrom, Case::kLocative});
    case Role::kMeans:
      return arguments({Case::kMeans});
    case Role::kOf:
      return modifiers(Case::kGenitive);
    case Role::kBefore:
      return modifiers(Case::kNone);
    case Role::kHead:
      return head();
    case Role::kNext:
      return next();
    case Role::kComplement:
      return complement();
    case Role::kMember:
      return others.size() >= 2 ? others : Entities{};
    case Role::kInner:
      return inner();
    case Role::kHost:
      return clause_ != nullptr && clause_->head != Clause::kNone ? head_entities(clause_->head)
                                                                  : Entities{};
    case Role::kAgainst:
      return against();
    case Role::kAccused:
      return accused();
    case Role::kContent:
      return content_subject();
    case Role::kOuter:
      return outer();
    case Role::kThrough:
      return through();
    case Role::kPrior:
      return prior();
    case Role::kMaker:
      return makers(scene_.subject_of(trigger_, kThings).entities);
    case Role::kObjectMaker:
      return makers(fitting(object(), kThings));
    case Role::kTargetMaker:
      return target_makers();
    case Role::kEarlierWith:
      return earlier_with();
    case Role::kTopic:
      return topic(others);
  }
  return {};
}

// The names of a phrase, and what is named as part of what it speaks of.
RoleFinder::Entities RoleFinder::at_phrase(std::uint32_t argument) const {
  Entities found = named_in_phrase(argument);
  if (const auto inclusion = inclusion_in(scene_, argument)) {
    for (const std::uint32_t part : scene_.members(inclusion->part)) {
      if (std::find(found.begin(), found.end(), part) == found.end()) found.push_back(part);
    }
  }
  return found;
}

RoleFinder::Entities RoleFinder::named_in_phrase(std::uint32_t argument) const {
  if (argument == trigger_) return {};
  const std::uint32_t name = scene_.name_in_phrase(argument);
  // The trigger's own phrase is read by kOf and kBefore.
  if (name == Scene::kNoChunk) return {};
  const bool thing = (kThings >> static_cast<unsigned>(scene_.chunks[name].label) & 1U) != 0;
  if (thing && name != argument && !is_same_thing(name, argument)) return {};
  return scene_.members(name);
}

// '하늘 기술을', '하늘 모델의 도입을' speak of 하늘; '하늘 기반 모델을', '하늘 12단 제품' of
// something else.
bool RoleFinder::is_same_thing(std::uint32_t name, std::uint32_t head) const {
  for (std::uint32_t at = name + 1; at <= head; ++at) {
    const Chunk& chunk = scene_.chunks[at];
    if (chunk.in_brackets || chunk.kind == ChunkKind::kBracket) continue;
    const std::u32string& stem = chunk.stem;
    const bool same = stem == U"기술" || stem == U"도입" || stem == U"사용" || stem == U"활용" ||
                      stem == U"양산" || stem == U"표본" || stem == U"시제품" ||
                      stem == U"서비스" || scene_.lexicon.product_kind.contains(stem) ||
                      scene_.lexicon.model_kind.contains(stem);
    if (!same) return false;
  }
  return true;
}

// 을/를; or the topic where somebody else is the subject: '하늘은 가람이 만들었다'.
RoleFinder::Entities RoleFinder::object() const {
  Entities found = arguments({Case::kObject, Case::kAlso});
  if (!found.empty() || clause_ == nullptr) return found;
  bool subject = false;
  for (const std::uint32_t argument : clause_->arguments) {
    subject |= scene_.chunks[argument].grammatical_case() == Case::kSubject;
  }
  return subject ? arguments({Case::kTopic}) : Entities{};
}

RoleFinder::Entities RoleFinder::content_subject() const {
  for (const Clause& clause : scene_.parse.clauses) {
    if (clause.head == Clause::kNone || clause.predicate >= trigger_ || clause.head < trigger_)
      continue;
    for (const std::uint32_t argument : clause.arguments) {
      if (scene_.chunks[argument].grammatical_case() == Case::kSubject) return at_phrase(argument);
    }
  }
  return {};
}

RoleFinder::Entities RoleFinder::outer() const {
  for (std::uint32_t at = trigger_; at-- > 0;) {
    if (scene_.chunks[at].grammatical_case() == Case::kTopic) return at_phrase(at);
  }
  return scene_.discourse.topic ? Entities{*scene_.discourse.topic} : Entities{};
}

RoleFinder::Entities RoleFinder::through() const {
  for (std::uint32_t at = trigger_; at-- > 1;) {
    if (scene_.chunks[at].lemma == U"통하" &&
        scene_.chunks[at - 1].grammatical_case() == Case::kObject) {
      return at_phrase(at - 1);
    }
  }
  return {};
}

RoleFinder::Entities RoleFinder::prior() const {
  if (trigger_ == 0 || scene_.chunks[trigger_ - 1].grammatical_case() != Case::kObject) return {};
  return at_phrase(trigger_ - 1);
}

RoleFinder::Entities RoleFinder::makers(const Entities& things) const {
  Entities found;
  for (const std::uint32_t thing : things) {
    if (const auto maker = scene_.maker_of(thing)) found.push_back(*maker);
  }
  return found;
}

RoleFinder::Entities RoleFinder::target_makers() const {
  for (std::uint32_t at = trigger_; at-- > 0;) {
    const Chunk& chunk = scene_.chunks[at];
    if (chunk.is_mention() && chunk.grammatical_case() == Case::kDative) {
      const Entities found = makers(fitting(chunk.entities, kThings));
      if (!found.empty()) return found;
    }
  }
  return {};
}

RoleFinder::Entities RoleFinder::earlier_with() const {
  for (std::uint32_t at = trigger_; at-- > 0;) {
    if (scene_.chunks[at].grammatical_case() == Case::kWith && scene_.chunks[at].is_mention()) {
      return scene_.members(at);
    }
  }
  return {};
}

// The article's topic; for a person, the body he or she belongs to.
RoleFinder::Entities RoleFinder::topic(const Entities& others) const {
  if (others.size() == 1 && scene_.label_of(others.front()) == EntityLabel::kPerson) {
    for (const auto& [person, body] : scene_.discourse.employers) {
      if (person == others.front()) return {body};
    }
  }
  return scene_.discourse.topic ? Entities{*scene_.discourse.topic} : Entities{};
}

RoleFinder::Entities RoleFinder::arguments(std::initializer_list<Case> cases) const {
  std::vector<const Clause*> searched;
  if (clause_ != nullptr) searched.push_back(clause_);
  content_clauses(searched);
  for (const Clause* clause : searched) {
    for (const Case wanted : cases) {
      for (const std::uint32_t argument : clause->arguments) {
        if (scene_.chunks[argument].grammatical_case() != wanted) continue;
        const bool compound = wanted == Case::kObject && argument + 1 < scene_.chunks.size() &&
                              scene_.chunks[argument + 1].kind == ChunkKind::kNoun &&
                              scene_.chunks[argument + 1].grammatical_case() == Case::kMeans;
        if (compound && is_foundation(argument + 1)) continue;
        const Entities found = at_phrase(argument);
        if (!found.empty() && (!is_own_phrase(argument))) return found;
      }
    }
  }
  return {};
}

// 바탕으로, 상대로: what stands before is no object of the verb.
bool RoleFinder::is_foundation(std::uint32_t i) const {
  const std::u32string& stem = scene_.chunks[i].stem;
  return stem == U"바탕" || stem == U"토대" || stem == U"기반" || stem == U"상대" ||
         stem == U"대상" || stem == U"중심" || stem == U"뼈대";
}

bool RoleFinder::is_own_phrase(std::uint32_t argument) const {
  return trigger().is_nominal() && argument >= trigger_ &&
         phrase_start(scene_.chunks, argument) <= trigger_;
}

// Clauses that tell the content of the trigger noun: [B와 개발하기로 하는] 협약.
void RoleFinder::content_clauses(std::vector<const Clause*>& searched) const {
  if (!trigger().is_nominal()) return;
  const std::uint32_t end = scene_.phrase_end(trigger_);
  for (std::size_t c = scene_.parse.clauses.size(); c-- > 0;) {
    const Clause& clause = scene_.parse.clauses[c];
    if (clause.head == Clause::kNone || clause.head < trigger_ || clause.head > end) continue;
    searched.push_back(&clause);
    for (std::size_t inner = c; inner-- > 0;) {
      const Clause& before = scene_.parse.clauses[inner];
      if (before.predicate + 2 < clause.first && before.predicate + 1 != clause.predicate) break;
      searched.push_back(&before);
      break;
    }
  }
}

RoleFinder::Entities RoleFinder::with() const {
  Entities own = modifiers(Case::kWithGenitive);
  if (!own.empty()) return own;
  own = arguments({Case::kWith});
  if (!own.empty()) return own;
  // The with-phrase of an earlier part of the same chain of verbs: B와 손잡고 ... 만든다.
  const Clause* clause = clause_;
  for (int steps = 0; clause != nullptr && clause->previous != Clause::kNone && steps < 2;
       ++steps) {
    clause = &scene_.parse.clauses[clause->previous];
    const Ending ending = scene_.chunks[clause->predicate].form.ending;
    if (ending != Ending::kAdverbial) break;
    for (const std::uint32_t argument : clause->arguments) {
      if (scene_.chunks[argument].grammatical_case() == Case::kWith) return at_phrase(argument);
    }
  }
  return {};
}

// Names in the trigger noun's phrase, before it, of one case.
RoleFinder::Entities RoleFinder::modifiers(Case wanted) const {
  if (!trigger().is_nominal()) return {};
  const std::uint32_t first = phrase_start(scene_.chunks, trigger_);
  for (std::uint32_t at = trigger_; at-- > first;) {
    const Chunk& chunk = scene_.chunks[at];
    if (!chunk.is_mention() || chunk.in_brackets || chunk.grammatical_case() != wanted) continue;
    return scene_.members(at);
  }
  return {};
}

RoleFinder::Entities RoleFinder::head() const {
  const Clause* clause = scene_.parse.clause_at(trigger_);
  if (clause == nullptr || clause->head == Clause::kNone) return {};
  return head_entities(clause->head);
}

RoleFinder::Entities RoleFinder::head_entities(std::uint32_t head) const {
  if (scene_.chunks[head].is_mention()) return scene_.members(head);
  // [세운] 가람전자 대표: the name comes first, its office behind.
  for (std::uint32_t at = head; at-- > trigger_;) {
    if (scene_.chunks[at].is_mention()) return scene_.members(at);
  }
  return {};
}

RoleFinder::Entities RoleFinder::next() const {
  if (!trigger().is_nominal()) return {};
  const Case c = trigger().grammatical_case();
  if (c == Case::kCopula) {
    // One person is introduced by an office or origin, not all of a list.
    if (!trigger().particle.attributive) return {};
    for (std::uint32_t at = trigger_ + 1; at < scene_.chunks.size() && at < trigger_ + 4; ++at) {
      if (scene_.chunks[at].is_mention() && scene_.chunks[at].label == EntityLabel::kPerson) {
        return scene_.chunks[at].entities;
      }
    }
    return head();
  } else if (c != Case::kNone) {
    return {};
  }
  for (std::uint32_t at = trigger_ + 1; at < scene_.chunks.size() && at < trigger_ + 4; ++at) {
    const Chunk& chunk = scene_.chunks[at];
    if (chunk.is_mention()) {
      Entities found = chunk.entities;
      for (std::uint32_t more = at;
           scene_.chunks[more].listed && more + 1 < scene_.chunks.size();) {
        ++more;
        while (more + 1 < scene_.chunks.size() && !scene_.chunks[more].is_mention()) ++more;
        const auto& entities = scene_.chunks[more].entities;
        found.insert(found.end(), entities.begin(), entities.end());
      }
      return found;
    }
    const bool between =
        chunk.kind == ChunkKind::kBracket || chunk.in_brackets ||
        (chunk.kind == ChunkKind::kNoun && chunk.grammatical_case() == Case::kNone);
    if (!between) return {};
  }
  return {};
}

RoleFinder::Entities RoleFinder::inner() const {
  for (const Clause& clause : scene_.parse.clauses) {
    if (clause.predicate >= trigger_ || clause.head == Clause::kNone) continue;
    for (const std::uint32_t argument : clause.arguments) {
      if (scene_.chunks[argument].grammatical_case() == Case::kObject) return at_phrase(argument);
    }
  }
  return {};
}

RoleFinder::Entities RoleFinder::against() const {
  for (std::uint32_t at = 1; at < scene_.chunks.size(); ++at) {
    const Chunk& chunk = scene_.chunks[at];
    if (chunk.stem != U"상대" || chunk.grammatical_case() != Case::kMeans) continue;
    if (scene_.chunks[at - 1].grammatical_case() == Case::kObject) return at_phrase(at - 1);
  }
  return {};
}

RoleFinder::Entities RoleFinder::accused() const {
  for (std::size_t c = scene_.parse.clauses.size(); c-- > 0;) {
    const Clause& clause = scene_.parse.clauses[c];
    if (clause.predicate >= trigger_) continue;
    if (scene_.chunks[clause.predicate].form.ending != Ending::kQuote) continue;
    const Clause* said = &clause;
    for (int steps = 0; said != nullptr && steps < 3; ++steps) {
      for (const std::uint32_t argument : said->arguments) {
        if (scene_.chunks[argument].grammatical_case() == Case::kSubject)
          return at_phrase(argument);
      }
      said = said->previous == Clause::kNone ? nullptr : &scene_.parse.clauses[said->previous];
    }
  }
  return {};
}

RoleFinder::Entities RoleFinder::complement() const {
  if (clause_ == nullptr) return {};
  const Chunk& predicate = scene_.chunks[clause_->predicate];
  if (!predicate.is_nominal() || clause_->predicate == trigger_) return {};
  return at_phrase(clause_->predicate);
}

}  // namespace yeon::ingest::korean
