#include "english/claims.h"

namespace yeon::ingest::english {
namespace {

constexpr std::uint8_t bit(EntityLabel label) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(label));
}
constexpr std::uint8_t kF = bit(EntityLabel::kFirm);
constexpr std::uint8_t kP = bit(EntityLabel::kPerson);
constexpr std::uint8_t kM = bit(EntityLabel::kModel);
constexpr std::uint8_t kR = bit(EntityLabel::kProduct);
constexpr std::uint8_t kO = bit(EntityLabel::kOrganization);

/// The form for what had not come about.
Predicate open_form(Predicate predicate) {
  switch (predicate) {
    case Predicate::kAcquired:
      return Predicate::kMayAcquire;
    case Predicate::kPartnersWith:
      return Predicate::kMayPartnerWith;
    case Predicate::kInvestsIn:
    case Predicate::kOwnsStakeIn:
      return Predicate::kMayInvestIn;
    default:
      return predicate;
  }
}

Predicate stated_form(Predicate predicate, const Standing& standing, Modality modality) {
  const bool talked = modality == Modality::kInTalks || modality == Modality::kRumored;
  // What was decided and dropped was agreed before it ended; what was talked of never was.
  const bool dropped_talk =
      modality == Modality::kEnded && (standing.in_talks || standing.rumored || standing.attempted);
  const bool undone = (modality == Modality::kDenied && standing.is_open()) || dropped_talk;
  // A denied purchase is nearly always one that was said to come.
  const bool denied_purchase = predicate == Predicate::kAcquired && modality == Modality::kDenied;
  if (talked || undone || denied_purchase) return open_form(predicate);
  if (predicate == Predicate::kDevelops && modality == Modality::kPlanned)
    return Predicate::kPlansToDevelop;
  return predicate;
}

}  // namespace

Signature signature(Predicate predicate) noexcept {
  using L = EntityLabel;
  switch (predicate) {
    case Predicate::kPartnersWith:
    case Predicate::kMayPartnerWith:
    case Predicate::kSuppliesTo:
    case Predicate::kSubsidiaryOf:
      return {kF | kO, kF | kO, L::kFirm, L::kFirm};
    case Predicate::kCompetesWith:
      return {kF | kR | kM, kF | kR | kM, L::kFirm, L::kFirm};
    case Predicate::kUses:
      return {kF | kO | kR | kM, kM | kR | kF, L::kFirm, L::kProduct};
    case Predicate::kDevelops:
    case Predicate::kPlansToDevelop:
      return {kF | kO, kM | kR, L::kFirm, L::kProduct};
    case Predicate::kBasedOn:
      return {kM | kR, kM | kR, L::kModel, L::kModel};
    case Predicate::kAcquired:
    case Predicate::kMayAcquire:
      return {kF | kO, kF, L::kFirm, L::kFirm};
    case Predicate::kInvestsIn:
    case Predicate::kMayInvestIn:
    case Predicate::kOwnsStakeIn:
      return {kF | kO | kP, kF, L::kFirm, L::kFirm};
    case Predicate::kFounded:
      return {kF | kO | kP, kF, L::kPerson, L::kFirm};
    case Predicate::kLeads:
    case Predicate::kWorksFor:
      return {kP, kF | kO, L::kPerson, L::kFirm};
    case Predicate::kSues:
      return {kF | kO | kP, kF | kO | kP, L::kFirm, L::kFirm};
  }
  return {};
}

bool ClaimBook::fits_or_votes(std::uint32_t thing, std::uint8_t labels, EntityLabel likeliest,
                              double weight) {
  Thing& one = article_.things[thing];
  const auto label = one.label();
  const bool fits = !label || (labels & bit(*label)) != 0;
  if (!voting_) return fits && label.has_value();
  // A weak guess by spelling may be overruled by what is said.
  const bool weak = label && one.votes[static_cast<std::size_t>(*label)] < 1;
  if (!label || (weak && (labels & bit(*label)) == 0))
    one.vote(likeliest, weight);
  else if (fits)
    one.vote(*label, 0.2);
  return fits || weak;
}

/// "The founder of Oakmere has promised to invest": its head acts for a firm.
void ClaimBook::speak_for_firm(RelationDraft& draft) const {
  const bool persons = (signature(draft.predicate).subject & kP) != 0;
  const bool invests =
      draft.predicate == Predicate::kInvestsIn || draft.predicate == Predicate::kMayInvestIn;
  if ((persons && !invests) || !article_.things[draft.subject].is(EntityLabel::kPerson)) return;
  const auto firm = references_.employer(draft.subject);
  if (firm && *firm != draft.object) draft.subject = *firm;
}

void ClaimBook::add(Claim claim) {
  RelationDraft& draft = claim.draft;
  if (draft.subject == draft.object || draft.subject == ThingBuilder::kNone ||
      draft.object == ThingBuilder::kNone)
    return;
  if (article_.things[draft.subject].ignored || article_.things[draft.object].ignored) return;
  speak_for_firm(draft);
  const Signature sides = signature(draft.predicate);
  const bool subject = fits_or_votes(draft.subject, sides.subject, sides.likely_subject, 1.0);
  const bool object = fits_or_votes(draft.object, sides.object, sides.likely_object, 1.0);
  if (!subject || !object) return;
  draft.predicate = stated_form(draft.predicate, claim.standing, draft.modality);
  if (draft.predicate == Predicate::kCompetesWith) {
    draft.modality = Modality::kAsserted;
    if (article_.things[draft.subject].label() != article_.things[draft.object].label() && !voting_)
      return;
  }
  const bool bodies = article_.is_firm(draft.subject) && article_.is_firm(draft.object);
  if (bodies && draft.predicate != Predicate::kCompetesWith)
    references_.note_pair(draft.sentence, draft.subject, draft.object);
  if (draft.predicate == Predicate::kLeads || draft.predicate == Predicate::kWorksFor ||
      draft.predicate == Predicate::kFounded) {
    if (draft.modality != Modality::kEnded &&
        article_.things[draft.subject].is(EntityLabel::kPerson)) {
      references_.note_employer(draft.subject, draft.object);
    }
  }
  claims_.push_back(std::move(claim));
}

}  // namespace yeon::ingest::english
