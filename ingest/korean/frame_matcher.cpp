#include "korean/frame_matcher.h"

#include "korean/details.h"
#include "korean/modality.h"
#include "korean/role_finder.h"

namespace yeon::ingest::korean {
namespace {

using Entities = RoleFinder::Entities;

/// Matches one frame at one trigger.
class FrameMatch {
 public:
  FrameMatch(const Scene& scene, const Frame& frame, std::uint32_t trigger)
      : scene_(scene),
        frame_(frame),
        trigger_(trigger),
        clause_(scene.clause_of(trigger)),
        roles_(scene, trigger) {}

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
    draft.confidence = frame_.confidence - (roles_.carried() ? 0.1 : 0);
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

  Entities party(const Party& party, const Entities& others) {
    for (const Role role : party.roles) {
      if (&party == &frame_.subject && role == Role::kHead && roles_.names_subject()) continue;
      Entities found = roles_.find(role, others, party.labels);
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

  const Scene& scene_;
  const Frame& frame_;
  std::uint32_t trigger_;
  const Clause* clause_;
  RoleFinder roles_;
  bool mutual_ = false;
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
