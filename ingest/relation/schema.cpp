#include "relation/schema.h"

namespace yeon::ingest {
namespace {

bool is_talk(Modality modality) {
  return modality == Modality::kInTalks || modality == Modality::kRumored;
}

bool is_settled(Modality modality) {
  return modality == Modality::kAsserted || modality == Modality::kPlanned;
}

StatedForm with_open_form(Predicate settled, Predicate open, bool is_open, Modality modality) {
  if (is_talk(modality)) return {open, modality};
  if (is_settled(modality)) return {settled, modality};
  return {is_open ? open : settled, modality};
}

}  // namespace

std::optional<StatedForm> stated_form(Predicate predicate, Modality modality) {
  switch (predicate) {
    case Predicate::kPartnersWith:
    case Predicate::kMayPartnerWith:
      return with_open_form(Predicate::kPartnersWith, Predicate::kMayPartnerWith,
                            predicate == Predicate::kMayPartnerWith, modality);
    case Predicate::kAcquired:
    case Predicate::kMayAcquire:
      return with_open_form(Predicate::kAcquired, Predicate::kMayAcquire,
                            predicate == Predicate::kMayAcquire, modality);
    case Predicate::kInvestsIn:
    case Predicate::kMayInvestIn:
      return with_open_form(Predicate::kInvestsIn, Predicate::kMayInvestIn,
                            predicate == Predicate::kMayInvestIn, modality);
    case Predicate::kCompetesWith:
      return StatedForm{predicate, is_talk(modality) ? Modality::kAsserted : modality};
    case Predicate::kDevelops:
      if (modality == Modality::kPlanned) return StatedForm{Predicate::kPlansToDevelop, modality};
      if (modality == Modality::kInTalks) return std::nullopt;
      return StatedForm{predicate, modality};
    case Predicate::kPlansToDevelop:
      if (modality == Modality::kAsserted) return StatedForm{Predicate::kDevelops, modality};
      if (modality == Modality::kInTalks) return std::nullopt;
      return StatedForm{predicate, modality};
    case Predicate::kFounded:
      if (modality == Modality::kInTalks) return StatedForm{predicate, Modality::kRumored};
      return StatedForm{predicate, modality == Modality::kEnded ? Modality::kAsserted : modality};
    case Predicate::kOwnsStakeIn:
    case Predicate::kSubsidiaryOf:
    case Predicate::kLeads:
    case Predicate::kWorksFor:
    case Predicate::kSues:
      return StatedForm{predicate, modality == Modality::kInTalks ? Modality::kRumored : modality};
    case Predicate::kSuppliesTo:
    case Predicate::kUses:
    case Predicate::kBasedOn:
      return StatedForm{predicate, modality};
  }
  return std::nullopt;
}

}  // namespace yeon::ingest
