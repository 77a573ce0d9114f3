#include "relation/schema.h"

#include <doctest/doctest.h>

namespace yeon::ingest {

TEST_CASE("Schema: talk takes the MAY_ type, a decision leaves it") {
  CHECK(stated_form(Predicate::kAcquired, Modality::kRumored) ==
        StatedForm{Predicate::kMayAcquire, Modality::kRumored});
  CHECK(stated_form(Predicate::kMayPartnerWith, Modality::kPlanned) ==
        StatedForm{Predicate::kPartnersWith, Modality::kPlanned});
  CHECK(stated_form(Predicate::kMayInvestIn, Modality::kDenied) ==
        StatedForm{Predicate::kMayInvestIn, Modality::kDenied});
  CHECK(stated_form(Predicate::kInvestsIn, Modality::kEnded) ==
        StatedForm{Predicate::kInvestsIn, Modality::kEnded});
}

TEST_CASE("Schema: making is planned by a type of its own, and never in talks") {
  CHECK(stated_form(Predicate::kDevelops, Modality::kPlanned) ==
        StatedForm{Predicate::kPlansToDevelop, Modality::kPlanned});
  CHECK(stated_form(Predicate::kPlansToDevelop, Modality::kAsserted) ==
        StatedForm{Predicate::kDevelops, Modality::kAsserted});
  CHECK_FALSE(stated_form(Predicate::kDevelops, Modality::kInTalks));
}

TEST_CASE("Schema: rivalry and founding are told, offices in talks are hearsay") {
  CHECK(stated_form(Predicate::kCompetesWith, Modality::kRumored) ==
        StatedForm{Predicate::kCompetesWith, Modality::kAsserted});
  CHECK(stated_form(Predicate::kFounded, Modality::kEnded) ==
        StatedForm{Predicate::kFounded, Modality::kAsserted});
  CHECK(stated_form(Predicate::kLeads, Modality::kInTalks) ==
        StatedForm{Predicate::kLeads, Modality::kRumored});
}

}  // namespace yeon::ingest
