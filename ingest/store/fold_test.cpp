#include "yeon/ingest/fold.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace yeon::ingest {
namespace {

/// Reads "2024-05-01 MAY_ACQUIRE rumored from=2024-05 to=2025 title=CEO stake=10 amount=5KRW
/// conf=0.5 by=x", claims apart by ';'.
std::vector<Claim> claims_of(const std::string& table) {
  std::vector<Claim> claims;
  std::istringstream rows(table);
  for (std::string row; std::getline(rows, row, ';');) {
    std::istringstream words(row);
    Claim claim;
    std::string type;
    std::string modality_word;
    words >> claim.said_on >> type >> modality_word;
    if (claim.said_on == "-") claim.said_on.clear();
    claim.predicate = predicate(type).value();
    claim.modality = modality(modality_word).value();
    claim.confidence = 0.8;
    claim.article = fmt::format("article {}", claims.size());
    for (std::string word; words >> word;) {
      const std::string key = word.substr(0, word.find('='));
      const std::string value = word.substr(word.find('=') + 1);
      if (key == "from") claim.valid_from = value;
      if (key == "to") claim.valid_to = value;
      if (key == "title") claim.title = value;
      if (key == "conf") claim.confidence = std::stod(value);
      if (key == "by") claim.article = value;
      if (key == "stake") claim.stake_percent = std::stod(value);
      if (key == "amount") {
        claim.amount = std::stoll(value);
        claim.currency = value.substr(value.size() - 3);
      }
    }
    claims.push_back(std::move(claim));
  }
  return claims;
}

std::string show(const TieState& state) {
  std::string text = fmt::format("{} {}", name(state.predicate), name(state.modality));
  if (!state.valid_from.empty()) text += " from=" + state.valid_from;
  if (!state.valid_to.empty()) text += " to=" + state.valid_to;
  if (!state.title.empty()) text += " title=" + state.title;
  if (state.stake_percent) text += fmt::format(" stake={}", *state.stake_percent);
  if (state.amount) text += fmt::format(" amount={}{}", *state.amount, state.currency);
  if (state.settled_by) text += fmt::format(" by={}", name(*state.settled_by));
  return text;
}

std::string show(const std::vector<TieState>& states) {
  std::string text;
  for (const TieState& state : states) text += (text.empty() ? "" : "; ") + show(state);
  return text;
}

struct FoldCase {
  const char* rule;
  const char* claims;
  const char* folded;
};

constexpr FoldCase kCases[] = {
    {"one claim is the state", "2024-05-01 LEADS asserted title=CEO from=2024",
     "LEADS asserted from=2024 title=CEO"},

    // Firmness.
    {"what is firmer becomes the state",
     "2024-05-01 SUES rumored; 2024-05-02 SUES planned; 2024-05-03 SUES asserted", "SUES asserted"},
    {"what is weaker changes nothing, however late",
     "2024-05-01 PARTNERS_WITH asserted from=2024-04; 2024-06-01 PARTNERS_WITH planned from=2025",
     "PARTNERS_WITH asserted from=2024-04"},
    {"an undated claim counts as the oldest",
     "- LEADS asserted title=CEO; 2024-05-01 LEADS ended to=2024-04",
     "LEADS ended to=2024-04 title=CEO"},

    // Closing and opening.
    {"a later denial ends a rumour",
     "2024-05-01 MAY_ACQUIRE rumored; 2024-05-03 MAY_ACQUIRE denied", "MAY_ACQUIRE denied"},
    {"within one day the denial has the last word",
     "2024-05-01 MAY_ACQUIRE denied; 2024-05-01 MAY_ACQUIRE rumored", "MAY_ACQUIRE denied"},
    {"a rumour after a denial is a new rumour",
     "2024-05-03 MAY_ACQUIRE denied; 2024-07-01 MAY_ACQUIRE rumored", "MAY_ACQUIRE rumored"},
    {"broken-off talks taken up again are talks",
     "2024-05-01 MAY_PARTNER_WITH in_talks from=2024-04; 2024-06-01 MAY_PARTNER_WITH ended "
     "to=2024-05-31; 2025-01-05 MAY_PARTNER_WITH in_talks",
     "MAY_PARTNER_WITH in_talks"},
    {"an end keeps the beginning it ends",
     "2024-05-01 LEADS asserted title=CEO from=2020; 2025-03-01 LEADS ended to=2025-02-28",
     "LEADS ended from=2020 to=2025-02-28 title=CEO"},
    {"an end before the beginning of what holds is of an earlier tie",
     "2024-05-01 PARTNERS_WITH asserted from=2024-05-01; 2024-09-01 PARTNERS_WITH ended to=2020",
     "PARTNERS_WITH asserted from=2024-05-01"},
    {"an end within the year of the beginning does end it",
     "2024-05-01 PARTNERS_WITH asserted from=2024-05-01; 2024-09-01 PARTNERS_WITH ended to=2024",
     "PARTNERS_WITH ended from=2024-05-01 to=2024"},
    {"what begins anew has dates of its own",
     "2020-01-01 LEADS ended from=2010 to=2019 title=CEO; 2024-01-01 LEADS asserted from=2024 "
     "title=chair",
     "LEADS asserted from=2024 title=chair"},

    // Talk and deed.
    {"a completed deal settles the talk of it",
     "2024-01-01 MAY_ACQUIRE in_talks; 2024-03-01 ACQUIRED asserted from=2024-02-28 amount=5KRW",
     "ACQUIRED asserted from=2024-02-28 amount=5KRW; "
     "MAY_ACQUIRE ended to=2024-02-28 by=ACQUIRED"},
    {"a signed deal settles the talk of it",
     "2024-01-01 MAY_ACQUIRE rumored; 2024-03-01 ACQUIRED planned",
     "ACQUIRED planned; MAY_ACQUIRE ended by=ACQUIRED"},
    {"a stale rumour after the deal opens nothing",
     "2024-03-01 ACQUIRED asserted; 2024-03-05 MAY_ACQUIRE rumored",
     "ACQUIRED asserted; MAY_ACQUIRE ended by=ACQUIRED"},
    {"after a deal fell through there may be talk again",
     "2024-03-01 ACQUIRED planned; 2024-05-01 ACQUIRED ended; 2024-06-01 MAY_ACQUIRE rumored",
     "ACQUIRED ended; MAY_ACQUIRE rumored"},
    {"a denied deal settles nothing", "2024-01-01 MAY_ACQUIRE in_talks; 2024-03-01 ACQUIRED denied",
     "ACQUIRED denied; MAY_ACQUIRE in_talks"},
    {"a denied rumour stays denied when the deal comes",
     "2024-01-01 MAY_ACQUIRE denied; 2024-03-01 ACQUIRED asserted",
     "ACQUIRED asserted; MAY_ACQUIRE denied"},
    {"partners may talk of a second pact",
     "2024-03-01 PARTNERS_WITH asserted; 2024-06-01 MAY_PARTNER_WITH in_talks",
     "PARTNERS_WITH asserted; MAY_PARTNER_WITH in_talks"},
    {"an investment settles the talk of it",
     "2024-01-01 MAY_INVEST_IN in_talks; 2024-01-01 INVESTS_IN asserted amount=7USD",
     "INVESTS_IN asserted amount=7USD; MAY_INVEST_IN ended by=INVESTS_IN"},
    {"a product can be made and planned on the same day",
     "2024-01-01 PLANS_TO_DEVELOP planned from=2024-12; 2024-01-01 DEVELOPS asserted",
     "DEVELOPS asserted; PLANS_TO_DEVELOP planned from=2024-12"},
    {"a product that is out is planned no more",
     "2024-01-01 PLANS_TO_DEVELOP planned from=2024-12; 2024-11-20 DEVELOPS asserted from=2024-11",
     "DEVELOPS asserted from=2024-11; PLANS_TO_DEVELOP ended from=2024-12 to=2024-11 by=DEVELOPS"},

    // Dates and figures.
    {"a less exact date does not blur an exact one",
     "2024-05-01 PARTNERS_WITH asserted from=2024-04-02; 2024-06-01 PARTNERS_WITH asserted "
     "from=2024",
     "PARTNERS_WITH asserted from=2024-04-02"},
    {"a more exact or other date of a later day replaces",
     "2024-05-01 PARTNERS_WITH asserted from=2024; 2024-06-01 PARTNERS_WITH asserted from=2024-04",
     "PARTNERS_WITH asserted from=2024-04"},
    {"the day it was due goes when it has come about",
     "2024-01-01 LEADS planned from=2024-03 title=CEO; 2024-04-01 LEADS asserted",
     "LEADS asserted title=CEO"},
    {"sum and currency go together",
     "2024-01-01 ACQUIRED planned stake=60 amount=5KRW; 2024-02-01 ACQUIRED planned amount=4USD",
     "ACQUIRED planned stake=60 amount=4USD"},
    {"figures of a weaker claim are not taken over",
     "2024-01-01 ACQUIRED asserted amount=5KRW; 2024-02-01 ACQUIRED planned amount=9KRW",
     "ACQUIRED asserted amount=5KRW"},
};

}  // namespace

TEST_CASE("fold: table") {
  for (const FoldCase& row : kCases) {
    CAPTURE(row.rule);
    CHECK(show(fold(claims_of(row.claims))) == row.folded);
  }
}

TEST_CASE("fold: no claims, no state") { CHECK(fold({}).empty()); }

TEST_CASE("fold: counts claims of each predicate and the days they were said") {
  const auto states = fold(claims_of(
      "2024-02-01 MAY_ACQUIRE rumored; - MAY_ACQUIRE rumored; 2024-01-01 MAY_ACQUIRE in_talks; "
      "2024-03-01 ACQUIRED planned"));
  REQUIRE(states.size() == 2);
  CHECK(states[0].claims == 1);
  CHECK(states[1].claims == 3);
  CHECK(states[1].first_seen == "2024-01-01");
  CHECK(states[1].last_seen == "2024-02-01");
}

TEST_CASE("fold: more articles make surer, one article said twice does not") {
  const auto confidence = [](const char* table) { return fold(claims_of(table))[0].confidence; };
  CHECK(confidence("2024-01-01 SUES asserted conf=0.6") == 0.6);
  CHECK(confidence("2024-01-01 SUES asserted conf=0.6 by=x; 2024-01-01 SUES asserted conf=0.5 "
                   "by=x") == 0.6);
  CHECK(confidence("2024-01-01 SUES asserted conf=0.6; 2024-01-02 SUES asserted conf=0.5") == 0.7);
  // A rumour lends no weight to the fact.
  CHECK(confidence("2024-01-01 SUES rumored conf=0.9; 2024-01-02 SUES asserted conf=0.5") == 0.5);
}

TEST_CASE("fold: the order of claims does not matter") {
  std::mt19937 random(7);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  constexpr Predicate kPredicates[] = {Predicate::kAcquired, Predicate::kMayAcquire};
  const char* dates[] = {"", "2023", "2024-01", "2024-01-15", "2024-02-01"};
  for (int round = 0; round < 300; ++round) {
    std::vector<Claim> claims;
    for (int i = 0, n = 1 + pick(8); i < n; ++i) {
      Claim claim;
      claim.predicate = kPredicates[pick(2)];
      claim.modality = static_cast<Modality>(pick(6));
      claim.confidence = 0.1 * (1 + pick(9));
      claim.said_on = dates[pick(5)];
      claim.valid_from = dates[pick(5)];
      claim.valid_to = dates[pick(5)];
      claim.article = fmt::format("{}", pick(3));
      if (pick(2) == 0) claim.stake_percent = pick(100);
      claims.push_back(claim);
    }
    const auto expected = fold(claims);
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      std::shuffle(claims.begin(), claims.end(), random);
      REQUIRE(fold(claims) == expected);
    }
  }
}

}  // namespace yeon::ingest
