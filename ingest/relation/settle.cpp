#include <map>

#include "relation/draft.h"
#include "relation/schema.h"

namespace yeon::ingest {
namespace {

// A settled form and the form for what is only talked of.
struct Pair {
  Predicate settled;
  Predicate open;
};
constexpr Pair kPairs[] = {{Predicate::kPartnersWith, Predicate::kMayPartnerWith},
                           {Predicate::kAcquired, Predicate::kMayAcquire},
                           {Predicate::kInvestsIn, Predicate::kMayInvestIn},
                           {Predicate::kDevelops, Predicate::kPlansToDevelop}};

// How a modality weighs when one fact is told in several: a denial settles a rumour, an end
// settles what went before, a completed deal settles a plan.
int weight(Modality modality) {
  switch (modality) {
    case Modality::kDenied:
      return 5;
    case Modality::kEnded:
      return 4;
    case Modality::kAsserted:
      return 3;
    case Modality::kPlanned:
      return 2;
    case Modality::kInTalks:
      return 1;
    case Modality::kRumored:
      return 0;
  }
  return 0;
}

using Key = std::tuple<std::uint32_t, Predicate, std::uint32_t>;

Key key_of(const RelationDraft& draft) {
  std::uint32_t subject = draft.subject;
  std::uint32_t object = draft.object;
  if (is_symmetric(draft.predicate) && object < subject) std::swap(subject, object);
  return {subject, draft.predicate, object};
}

// Whether `later` replaces `earlier` as the state of the fact they share.
bool replaces(const RelationDraft& later, const RelationDraft& earlier) {
  if (earlier.from_title != later.from_title) return earlier.from_title;
  return weight(later.modality) > weight(earlier.modality);
}

void fill_gaps(RelationDraft& winner, RelationDraft& other) {
  if (!winner.valid_from) winner.valid_from = other.valid_from;
  if (!winner.valid_to) winner.valid_to = other.valid_to;
  if (!winner.deal) winner.deal = std::move(other.deal);
  if (winner.title.empty()) winner.title = std::move(other.title);
  winner.confidence = std::max(winner.confidence, other.confidence);
  if (other.sentence != winner.sentence && !other.from_title) {
    winner.more_sentences.push_back(other.sentence);
  }
  winner.more_sentences.insert(winner.more_sentences.end(), other.more_sentences.begin(),
                               other.more_sentences.end());
}

std::map<Key, RelationDraft> fold(std::vector<RelationDraft> drafts) {
  std::map<Key, RelationDraft> folded;
  for (RelationDraft& draft : drafts) {
    const auto form = stated_form(draft.predicate, draft.modality);
    if (!form || draft.subject == draft.object) continue;
    draft.predicate = form->predicate;
    draft.modality = form->modality;
    const auto [at, added] = folded.try_emplace(key_of(draft), draft);
    if (added) continue;
    RelationDraft& kept = at->second;
    if (replaces(draft, kept)) {
      // The first sentence that tells the state is its evidence; a title never is beside one.
      std::swap(kept, draft);
    }
    fill_gaps(kept, draft);
  }
  return folded;
}

// The MAY_ form goes where its settled form is read, unless what is open came after an end.
void drop_open_forms(std::map<Key, RelationDraft>& folded) {
  for (const Pair& pair : kPairs) {
    for (auto at = folded.begin(); at != folded.end();) {
      const auto& [subject, predicate, object] = at->first;
      const auto settled =
          predicate == pair.open ? folded.find(Key{subject, pair.settled, object}) : folded.end();
      if (settled == folded.end()) {
        ++at;
        continue;
      }
      // A denied rumour stays a rumour: what others say of a deal to come does not settle it.
      RelationDraft& deed = settled->second;
      if (at->second.modality == Modality::kDenied && deed.modality == Modality::kPlanned) {
        fill_gaps(at->second, deed);
        folded.erase(settled);
        ++at;
        continue;
      }
      fill_gaps(deed, at->second);
      at = folded.erase(at);
    }
  }
}

void drop_lesser_office(std::map<Key, RelationDraft>& folded) {
  for (auto at = folded.begin(); at != folded.end();) {
    const auto& [subject, predicate, object] = at->first;
    const auto leads = predicate == Predicate::kWorksFor
                           ? folded.find(Key{subject, Predicate::kLeads, object})
                           : folded.end();
    const bool same = leads != folded.end() && leads->second.modality == at->second.modality;
    at = same ? folded.erase(at) : std::next(at);
  }
}

}  // namespace

std::vector<RelationDraft> settle(std::vector<RelationDraft> drafts) {
  std::map<Key, RelationDraft> folded = fold(std::move(drafts));
  drop_open_forms(folded);
  drop_lesser_office(folded);
  std::vector<RelationDraft> settled;
  for (auto& [key, draft] : folded) {
    std::sort(draft.more_sentences.begin(), draft.more_sentences.end());
    draft.more_sentences.erase(
        std::unique(draft.more_sentences.begin(), draft.more_sentences.end()),
        draft.more_sentences.end());
    settled.push_back(std::move(draft));
  }
  std::stable_sort(settled.begin(), settled.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.sentence, a.subject, a.predicate, a.object) <
           std::tuple(b.sentence, b.subject, b.predicate, b.object);
  });
  return settled;
}

}  // namespace yeon::ingest
