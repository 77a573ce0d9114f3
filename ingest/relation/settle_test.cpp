#include <doctest/doctest.h>

#include "relation/draft.h"

namespace yeon::ingest {
namespace {

RelationDraft draft(std::uint32_t subject, Predicate predicate, std::uint32_t object,
                    Modality modality, std::uint32_t sentence) {
  RelationDraft result;
  result.subject = subject;
  result.predicate = predicate;
  result.object = object;
  result.modality = modality;
  result.sentence = sentence;
  return result;
}

}  // namespace

TEST_CASE("Settling: a denial beats the rumour, wherever the two stand") {
  const auto rumour = draft(0, Predicate::kMayAcquire, 1, Modality::kRumored, 1);
  const auto denial = draft(0, Predicate::kMayAcquire, 1, Modality::kDenied, 2);
  for (const auto& drafts : {std::vector{rumour, denial}, std::vector{denial, rumour}}) {
    const auto settled = settle(drafts);
    REQUIRE(settled.size() == 1);
    CHECK(settled[0].modality == Modality::kDenied);
    CHECK(settled[0].sentence == 2);
  }
}

TEST_CASE("Settling: a symmetric relation is said once, in either order") {
  CHECK(settle({draft(0, Predicate::kPartnersWith, 1, Modality::kAsserted, 1),
                draft(1, Predicate::kPartnersWith, 0, Modality::kAsserted, 2)})
            .size() == 1);
  CHECK(settle({draft(0, Predicate::kSuppliesTo, 1, Modality::kAsserted, 1),
                draft(1, Predicate::kSuppliesTo, 0, Modality::kAsserted, 2)})
            .size() == 2);
}

TEST_CASE("Settling: the MAY_ form goes where its settled form is read") {
  const auto settled = settle({draft(0, Predicate::kMayPartnerWith, 1, Modality::kInTalks, 1),
                               draft(0, Predicate::kPartnersWith, 1, Modality::kAsserted, 2)});
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].predicate == Predicate::kPartnersWith);
}

TEST_CASE("Settling: the headline counts only where the body is silent") {
  auto headline = draft(0, Predicate::kAcquired, 1, Modality::kAsserted, 0);
  headline.from_title = true;
  CHECK(settle({headline}).size() == 1);
  const auto settled = settle({headline, draft(0, Predicate::kAcquired, 1, Modality::kPlanned, 3)});
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].modality == Modality::kPlanned);
  CHECK(settled[0].sentence == 3);
}

TEST_CASE("Settling: nobody is tied to itself, and heading a firm beats working for it") {
  CHECK(settle({draft(0, Predicate::kPartnersWith, 0, Modality::kAsserted, 1)}).empty());
  const auto settled = settle({draft(2, Predicate::kWorksFor, 0, Modality::kAsserted, 1),
                               draft(2, Predicate::kLeads, 0, Modality::kAsserted, 2)});
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].predicate == Predicate::kLeads);
}

TEST_CASE("Settling: a denied rumour is not revived by a report of the same deal as planned") {
  const auto denial = draft(0, Predicate::kMayAcquire, 1, Modality::kDenied, 1);
  const auto report = draft(0, Predicate::kAcquired, 1, Modality::kPlanned, 3);
  const auto settled = settle({denial, report});
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].predicate == Predicate::kMayAcquire);
  CHECK(settled[0].modality == Modality::kDenied);
  CHECK(settled[0].sentence == 1);
}

}  // namespace yeon::ingest
