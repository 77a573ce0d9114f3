#include "korean/frames.h"

#include <doctest/doctest.h>

#include "korean/frame_matcher.h"

namespace yeon::ingest::korean {
namespace {

std::string error_of(std::string_view text) {
  const auto set = FrameSet::parse(text, "f.txt");
  return set ? "" : set.error().message;
}

}  // namespace

TEST_CASE("Frames are found by their verbs and nouns") {
  const auto set = FrameSet::parse(
      "frame a\n  relation SUPPLIES_TO\n  verbs 납품하\n  nouns 납품\n"
      "  subject named topic : Firm\n  object to : Firm Organization\n",
      "f.txt");
  REQUIRE(set.has_value());
  CHECK(set->by_verb(U"납품하").size() == 1);
  CHECK(set->by_noun(U"납품").size() == 1);
  CHECK(set->by_verb(U"납품").empty());
  CHECK(set->frames()[0].object.labels == 0b10001);
}

TEST_CASE("A broken frame file is refused with its line") {
  CHECK(error_of("frame a\n  relation LOVES\n") == "f.txt:2: no relation `LOVES`");
  CHECK(error_of("frame a\n  subject near : Firm\n") == "f.txt:2: no role `near`");
  CHECK(error_of("frame a\n  subject named\n") == "f.txt:2: a party is `roles : labels`");
  CHECK(error_of("frame a\n  colour red\n") == "f.txt:2: a frame has no `colour`");
  CHECK(error_of("frame a\n  relation USES\n") == "f.txt:2: frame `a` lacks a party");
  CHECK(error_of("frame a\nframe a\n") == "f.txt:2: frame `a` stands twice");
  CHECK(error_of("  relation USES\n") == "f.txt:1: this belongs to no frame");
}

TEST_CASE("Modality chooses the form of a relation") {
  Frame buy;
  buy.predicate = Predicate::kAcquired;
  buy.open = Predicate::kMayAcquire;
  CHECK(fit_modality(buy, Modality::kInTalks, true)->predicate == Predicate::kMayAcquire);
  CHECK(fit_modality(buy, Modality::kPlanned, false)->predicate == Predicate::kAcquired);
  CHECK(fit_modality(buy, Modality::kDenied, true)->predicate == Predicate::kMayAcquire);
  CHECK(fit_modality(buy, Modality::kDenied, false)->predicate == Predicate::kAcquired);
  Frame make;
  make.predicate = Predicate::kDevelops;
  CHECK(fit_modality(make, Modality::kPlanned, false)->predicate == Predicate::kPlansToDevelop);
  CHECK_FALSE(fit_modality(make, Modality::kRumored, true).has_value());
}

}  // namespace yeon::ingest::korean
