#include "korean/frame_matcher.h"

#include "korean/details.h"
#include "korean/inclusion.h"
#include "korean/modality.h"

namespace yeon::ingest::korean {
namespace {

using Entities = std::vector<std::uint32_t>;

/// Matches one frame at one trigger.
class FrameMatch {
 public:
  FrameMatch(const Scene& scene, const Frame& frame, std::uint32_t trigger)
      : scene_(scene), frame_(frame), trigger_(trigger), clause_(scene.clause_of(trigger)) {}

  void run(std::vector<RelationDraft>& drafts) {
    if (!neighbour_fits() || !conditions_hold()) return;
    const Entities subjects = party(frame_.subject, {});
    if (subjects.empty()) return;
    const Entities objects = party(frame_.object, subjects);
    if (objects.empty()) return;
    // 'A와 B의 합병': the first one named is the subject.
    const bool ordered = (mutual_ || (subjects.size() > 1 && subjects == objects)) &&
                         !is_symmetric(frame_.predicate);
    const Stance stance = read_stance(scene_, trigger_);
    const auto stated =
        fit_modality(frame_, frame_.modality.value_or(stance.modality), stance.open);
    if (!stated) return;
    for (std::size_t s = 0; s < subjects.size(); ++s) {
      for (const std::uint32_t object : objects) {
        if (object == subjects[s] || (ordered && (s > 0 || object == subjects[0]))) continue;
        drafts.push_back(draft(subjects[s], object, *stated, stance, s, subjects.size()));
      }
    }
  }

 private:
  const Chunk& trigger() const { return scene_.chunks[trigger_]; }

  RelationDraft draft(std::uint32_t subject, std::uint32_t object, Stated stated,
                      const Stance& stance, std::size_t nth, std::size_t subjects) const {
    RelationDraft draft;
    draft.subject = subject;
    draft.predicate = stated.predicate;
    draft.object = object;
    draft.modality = stated.modality;
    draft.confidence = frame_.confidence - (carried_ ? 0.1 : 0);
    draft.rule = frame_.id;
    draft.sentence = scene_.sentence;
    draft.from_title = scene_.is_title;
    add_details(scene_,
                {.trigger = trigger_,
                 .end = stance.end,
                 .dates = !frame_.no_dates,
                 .money = frame_.money,
                 .share = frame_.share,
                 .nth = nth,
                 .subjects = subjects},
                draft);
    settle_tense(draft);
    return draft;
  }

  // A present tense with a day to come tells a plan.
  void settle_tense(RelationDraft& draft) const {
    // '인수하는 계약을 체결했다': signed, not yet closed.
    const VerbForm& form = trigger().form;
    if (draft.predicate == Predicate::kAcquired && draft.modality == Modality::kAsserted &&
        form.ending == Ending::kAttributive && form.tense == Tense::kPresent) {
      draft.modality = Modality::kPlanned;
    }
    const auto& today = scene_.document.published_day;
    if (draft.modality != Modality::kAsserted || !draft.valid_from || !today || frame_.modality)
      return;
    const PartialDate& day = *draft.valid_from;
    const PartialDate now{today->year, day.month == 0 ? std::uint8_t{0} : today->month,
                          day.day == 0 ? std::uint8_t{0} : today->day};
    if (day <= now) return;
    const auto planned = fit_modality(frame_, Modality::kPlanned, false);
    if (!planned) return;
    draft.predicate = planned->predicate;
    draft.modality = planned->modality;
  }

  bool neighbour_fits() const {
    if (!frame_.cases.empty() && std::find(frame_.cases.begin(), frame_.cases.end(),
                                           trigger().grammatical_case()) == frame_.cases.end()) {
      return false;
    }
    const bool last = trigger_ + 1 >= scene_.chunks.size();
    const std::u32string_view next =
        last ? std::u32string_view() : std::u32string_view(scene_.chunks[trigger_ + 1].stem);
    // '합병 뒤', '제휴 이후': a time, not a statement.
    if (trigger().is_nominal() && trigger().grammatical_case() == Case::kNone &&
        scene_.lexicon.time_noun.contains(next)) {
      return false;
    }
    if (!frame_.followed.empty() && !frame_.followed.contains(next)) return false;
    return !frame_.unfollowed.contains(next);
  }

  // Words of the trigger's clause: from its first phrase to the end of the chain of verbs.
  bool conditions_hold() const {
    const bool shares_matter = frame_.share_needed || frame_.majority || frame_.minority;
    if (frame_.near.empty() && frame_.far.empty() && !shares_matter) return true;
    std::uint32_t first = trigger_;
    while (first > 0) {
      const Chunk& before = scene_.chunks[first - 1];
      if (before.kind == ChunkKind::kVerb &&
          (before.form.ending == Ending::kAnd || before.form.ending == Ending::kBut ||
           before.form.ending == Ending::kFinal)) {
        break;
      }
      if (before.kind == ChunkKind::kOpenSpeech || before.kind == ChunkKind::kCloseSpeech) break;
      --first;
    }
    std::uint32_t last = trigger_ + 1;
    if (clause_ != nullptr) last = std::max(last, clause_->predicate + 1);
    bool near = frame_.near.empty();
    bool share = false;
    for (std::uint32_t at = first; at < std::min<std::size_t>(last + 1, scene_.chunks.size());
         ++at) {
      const Chunk& chunk = scene_.chunks[at];
      const std::u32string& key = chunk.kind == ChunkKind::kVerb ? chunk.lemma : chunk.stem;
      if (at != trigger_ && frame_.far.contains(key)) return false;
      if (at != trigger_ && at < last && frame_.near.contains(key)) near = true;
      share |= key == U"지분" || key == U"주식";
    }
    if (!near || (frame_.share_needed && !share)) return false;
    if (!frame_.majority && !frame_.minority) return true;
    double percent = 0;
    for (const PercentExpression& found : scene_.quantities.percents) {
      if (found.span.start >= scene_.chunks[first].span.start &&
          found.span.end <= scene_.chunks[last - 1].span.end) {
        percent = found.percent;
      }
    }
    if (frame_.minority) return share && percent < 50;
    return !share || percent >= 50;
  }

  Entities fitting(const Entities& found, std::uint8_t labels) const {
    Entities kept;
    for (const std::uint32_t entity : found) {
      const auto bit = static_cast<unsigned>(scene_.label_of(entity));
      const bool new_one = std::find(kept.begin(), kept.end(), entity) == kept.end();
      if ((labels >> bit & 1U) != 0 && new_one) kept.push_back(entity);
    }
    return kept;
  }

  Entities party(const Party& party, const Entities& others) {
    labels_ = party.labels;
    for (const Role role : party.roles) {
      if (&party == &frame_.subject && role == Role::kHead && names_subject()) continue;
      Entities found = fitting(fillers(role, others), party.labels);
      if (role != Role::kMember) {
        std::erase_if(found, [&](std::uint32_t entity) {
          return others.size() == 1 && others.front() == entity;
        });
      }
      if (!found.empty()) {
        mutual_ |= role == Role::kMember;
        return found;
      }
    }
    return {};
  }

  // '가람이 보유한 나래': the head cannot be who does it.
  bool names_subject() const {
    const Clause* clause = scene_.parse.clause_at(trigger_);
    return clause != nullptr &&
           std::any_of(clause->arguments.begin(), clause->arguments.end(),
                       [&](std::uint32_t argument) {
                         return scene_.chunks[argument].grammatical_case() == Case::kSubject;
                       });
  }

  Entities fillers(Role role, const Entities& others) {
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

  static constexpr std::uint8_t kThings = 1U << static_cast<unsigned>(EntityLabel::kModel) |
                                          1U << static_cast<unsigned>(EntityLabel::kProduct);

  // The names of a phrase, and what is named as part of what it speaks of.
  Entities at_phrase(std::uint32_t argument) const {
    Entities found = named_in_phrase(argument);
    if (const auto inclusion = inclusion_in(scene_, argument)) {
      for (const std::uint32_t part : scene_.members(inclusion->part)) {
        if (std::find(found.begin(), found.end(), part) == found.end()) found.push_back(part);
      }
    }
    return found;
  }

  Entities named_in_phrase(std::uint32_t argument) const {
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
  bool is_same_thing(std::uint32_t name, std::uint32_t head) const {
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
  Entities object() const {
    Entities found = arguments({Case::kObject, Case::kAlso});
    if (!found.empty() || clause_ == nullptr) return found;
    bool subject = false;
    for (const std::uint32_t argument : clause_->arguments) {
      subject |= scene_.chunks[argument].grammatical_case() == Case::kSubject;
    }
    return subject ? arguments({Case::kTopic}) : Entities{};
  }

  Entities content_subject() const {
    for (const Clause& clause : scene_.parse.clauses) {
      if (clause.head == Clause::kNone || clause.predicate >= trigger_ || clause.head < trigger_)
        continue;
      for (const std::uint32_t argument : clause.arguments) {
        if (scene_.chunks[argument].grammatical_case() == Case::kSubject)
          return at_phrase(argument);
      }
    }
    return {};
  }

  Entities outer() const {
    for (std::uint32_t at = trigger_; at-- > 0;) {
      if (scene_.chunks[at].grammatical_case() == Case::kTopic) return at_phrase(at);
    }
    return scene_.discourse.topic ? Entities{*scene_.discourse.topic} : Entities{};
  }

  Entities through() const {
    for (std::uint32_t at = trigger_; at-- > 1;) {
      if (scene_.chunks[at].lemma == U"통하" &&
          scene_.chunks[at - 1].grammatical_case() == Case::kObject) {
        return at_phrase(at - 1);
      }
    }
    return {};
  }

  Entities prior() const {
    if (trigger_ == 0 || scene_.chunks[trigger_ - 1].grammatical_case() != Case::kObject) return {};
    return at_phrase(trigger_ - 1);
  }

  Entities makers(const Entities& things) const {
    Entities found;
    for (const std::uint32_t thing : things) {
      if (const auto maker = scene_.maker_of(thing)) found.push_back(*maker);
    }
    return found;
  }

  Entities target_makers() const {
    for (std::uint32_t at = trigger_; at-- > 0;) {
      const Chunk& chunk = scene_.chunks[at];
      if (chunk.is_mention() && chunk.grammatical_case() == Case::kDative) {
        const Entities found = makers(fitting(chunk.entities, kThings));
        if (!found.empty()) return found;
      }
    }
    return {};
  }

  Entities earlier_with() const {
    const Clause* clause = clause_;
    for (std::uint32_t at = trigger_; at-- > 0;) {
      if (scene_.chunks[at].grammatical_case() == Case::kWith && scene_.chunks[at].is_mention()) {
        return scene_.members(at);
      }
    }
    (void)clause;
    return {};
  }

  // The article's topic; for a person, the body he or she belongs to.
  Entities topic(const Entities& others) const {
    if (others.size() == 1 && scene_.label_of(others.front()) == EntityLabel::kPerson) {
      for (const auto& [person, body] : scene_.discourse.employers) {
        if (person == others.front()) return {body};
      }
    }
    return scene_.discourse.topic ? Entities{*scene_.discourse.topic} : Entities{};
  }

  Entities arguments(std::initializer_list<Case> cases) const {
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
  bool is_foundation(std::uint32_t i) const {
    const std::u32string& stem = scene_.chunks[i].stem;
    return stem == U"바탕" || stem == U"토대" || stem == U"기반" || stem == U"상대" ||
           stem == U"대상" || stem == U"중심" || stem == U"뼈대";
  }

  bool is_own_phrase(std::uint32_t argument) const {
    return trigger().is_nominal() && argument >= trigger_ &&
           phrase_start(scene_.chunks, argument) <= trigger_;
  }

  // Clauses that tell the content of the trigger noun: [B와 개발하기로 하는] 협약.
  void content_clauses(std::vector<const Clause*>& searched) const {
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

  Entities with() const {
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
  Entities modifiers(Case wanted) const {
    if (!trigger().is_nominal()) return {};
    const std::uint32_t first = phrase_start(scene_.chunks, trigger_);
    for (std::uint32_t at = trigger_; at-- > first;) {
      const Chunk& chunk = scene_.chunks[at];
      if (!chunk.is_mention() || chunk.in_brackets || chunk.grammatical_case() != wanted) continue;
      return scene_.members(at);
    }
    return {};
  }

  Entities head() const {
    const Clause* clause = scene_.parse.clause_at(trigger_);
    if (clause == nullptr || clause->head == Clause::kNone) return {};
    return head_entities(clause->head);
  }

  Entities head_entities(std::uint32_t head) const {
    if (scene_.chunks[head].is_mention()) return scene_.members(head);
    // [세운] 가람전자 대표: the name comes first, its office behind.
    for (std::uint32_t at = head; at-- > trigger_;) {
      if (scene_.chunks[at].is_mention()) return scene_.members(at);
    }
    return {};
  }

  Entities next() const {
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

  Entities inner() const {
    for (const Clause& clause : scene_.parse.clauses) {
      if (clause.predicate >= trigger_ || clause.head == Clause::kNone) continue;
      for (const std::uint32_t argument : clause.arguments) {
        if (scene_.chunks[argument].grammatical_case() == Case::kObject) return at_phrase(argument);
      }
    }
    return {};
  }

  Entities against() const {
    for (std::uint32_t at = 1; at < scene_.chunks.size(); ++at) {
      const Chunk& chunk = scene_.chunks[at];
      if (chunk.stem != U"상대" || chunk.grammatical_case() != Case::kMeans) continue;
      if (scene_.chunks[at - 1].grammatical_case() == Case::kObject) return at_phrase(at - 1);
    }
    return {};
  }

  Entities accused() const {
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

  Entities complement() const {
    if (clause_ == nullptr) return {};
    const Chunk& predicate = scene_.chunks[clause_->predicate];
    if (!predicate.is_nominal() || clause_->predicate == trigger_) return {};
    return at_phrase(clause_->predicate);
  }

  const Scene& scene_;
  const Frame& frame_;
  std::uint32_t trigger_;
  const Clause* clause_;
  bool carried_ = false;
  bool mutual_ = false;
  std::uint8_t labels_ = 0xFF;
};

// 제휴설, 공동개발: the noun itself, or with 설 cut off.
std::u32string_view noun_key(const Chunk& chunk) {
  std::u32string_view stem = chunk.stem;
  if (stem.size() > 2 && stem.ends_with(U"설")) stem.remove_suffix(1);
  return stem;
}

}  // namespace

std::optional<Stated> fit_modality(const Frame& frame, Modality modality, bool open) {
  Predicate predicate = frame.predicate;
  if (frame.predicate == Predicate::kDevelops) {
    if (modality == Modality::kPlanned) return Stated{Predicate::kPlansToDevelop, modality};
    if (modality == Modality::kInTalks || modality == Modality::kRumored) return std::nullopt;
    return Stated{predicate, modality};
  }
  const bool talked = modality == Modality::kInTalks || modality == Modality::kRumored;
  const bool over = modality == Modality::kDenied || modality == Modality::kEnded;
  // What ended before it was bought was never more than an offer.
  if (frame.predicate == Predicate::kAcquired && modality == Modality::kEnded) open = true;
  if (frame.open && (talked || (over && open))) predicate = *frame.open;
  return Stated{predicate, modality};
}

void match_frames(const Scene& scene, const FrameSet& frames, std::vector<RelationDraft>& drafts) {
  for (std::uint32_t i = 0; i < scene.chunks.size(); ++i) {
    const Chunk& chunk = scene.chunks[i];
    std::span<const std::uint32_t> triggered;
    if (chunk.kind == ChunkKind::kVerb) triggered = frames.by_verb(chunk.lemma);
    if (chunk.kind == ChunkKind::kNoun) triggered = frames.by_noun(noun_key(chunk));
    for (const std::uint32_t frame : triggered) {
      FrameMatch(scene, frames.frames()[frame], i).run(drafts);
    }
  }
}

}  // namespace yeon::ingest::korean
