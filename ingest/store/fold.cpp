#include "yeon/ingest/fold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

namespace yeon::ingest {
namespace {

/// How talk and deed of one kind hang together.
struct Settlement {
  Predicate talk;
  Predicate deed;
  /// Whether both on one day means that the deed came of the talk. Not so for products: a firm
  /// makes one and has plans for it in the same breath.
  bool within_day;
  /// Whether talk of a later day is stale while the deed stands. A bought firm cannot be for sale
  /// to its owner, but partners may well talk of a second pact.
  bool for_good;
};

constexpr std::array<Settlement, 4> kSettlements = {{
    {Predicate::kMayPartnerWith, Predicate::kPartnersWith, true, false},
    {Predicate::kMayAcquire, Predicate::kAcquired, true, true},
    {Predicate::kMayInvestIn, Predicate::kInvestsIn, true, false},
    {Predicate::kPlansToDevelop, Predicate::kDevelops, false, false},
}};

const Settlement* settlement_of(Predicate predicate) {
  for (const Settlement& settlement : kSettlements) {
    if (settlement.talk == predicate || settlement.deed == predicate) return &settlement;
  }
  return nullptr;
}

/// From hearsay to fact; then what closes.
int firmness(Modality modality) {
  switch (modality) {
    case Modality::kRumored:
      return 0;
    case Modality::kInTalks:
      return 1;
    case Modality::kPlanned:
      return 2;
    case Modality::kAsserted:
      return 3;
    case Modality::kEnded:
      return 4;
    case Modality::kDenied:
      return 5;
  }
  return 0;
}

bool closes(Modality modality) {
  return modality == Modality::kEnded || modality == Modality::kDenied;
}

/// Everything else of a claim, so that sorting forgets the order in which claims came.
auto reading_order(const Claim& claim) {
  return std::tie(claim.predicate, claim.confidence, claim.article, claim.position,
                  claim.valid_from, claim.valid_to, claim.title, claim.stake_percent, claim.amount,
                  claim.currency);
}

/// Whether `text` says the same as `held`, no more exactly.
bool says_no_more(std::string_view text, std::string_view held) {
  return text.empty() || held.substr(0, text.size()) == text;
}

/// Whether the whole of `a` lies before the whole of `b`.
bool surely_before(std::string_view a, std::string_view b) {
  const std::size_t shared = std::min(a.size(), b.size());
  return shared > 0 && a.substr(0, shared) < b.substr(0, shared);
}

/// The state of one predicate while claims are read.
class Reading {
 public:
  void read(const Claim& claim) {
    count(claim);
    if (state_.claims == 1) return begin(claim);
    if (closes(claim.modality)) return close(claim);
    if (closes(state_.modality)) return begin(claim);
    const int change = firmness(claim.modality) - firmness(state_.modality);
    if (change < 0) return;
    if (change > 0) raise(claim.modality);
    support(claim);
  }

  void settle(const Claim& deed) {
    if (closes(state_.modality) && !state_.settled_by) return;
    state_.modality = Modality::kEnded;
    state_.settled_by = deed.predicate;
    if (!says_no_more(deed.valid_from, state_.valid_to)) state_.valid_to = deed.valid_from;
    carriers_ = {&deed};
  }

  bool told() const { return state_.claims > 0; }
  /// Decided or done, and neither over nor refuted.
  bool stands() const {
    return state_.modality == Modality::kAsserted || state_.modality == Modality::kPlanned;
  }
  const std::string& last_told() const { return state_.last_seen; }
  const Claim* deed() const { return deed_; }

  TieState result() const {
    TieState state = state_;
    state.confidence = joint_confidence();
    return state;
  }

 private:
  void count(const Claim& claim) {
    ++state_.claims;
    state_.predicate = claim.predicate;
    if (!claim.said_on.empty()) {
      if (state_.first_seen.empty()) state_.first_seen = claim.said_on;
      state_.last_seen = claim.said_on;
    }
  }

  void begin(const Claim& claim) {
    TieState fresh;
    fresh.predicate = state_.predicate;
    fresh.first_seen = std::move(state_.first_seen);
    fresh.last_seen = std::move(state_.last_seen);
    fresh.claims = state_.claims;
    fresh.modality = claim.modality;
    state_ = std::move(fresh);
    carriers_.clear();
    support(claim);
  }

  void raise(Modality modality) {
    // A due date tells when something was to be, not when it came to be.
    if (state_.modality == Modality::kPlanned) state_.valid_from.clear();
    state_.modality = modality;
    carriers_.clear();
  }

  void close(const Claim& claim) {
    const bool is_of_earlier_tie = claim.modality == Modality::kEnded && !closes(state_.modality) &&
                                   surely_before(claim.valid_to, state_.valid_from);
    if (is_of_earlier_tie) return;
    if (state_.modality != claim.modality) carriers_.clear();
    state_.modality = claim.modality;
    state_.settled_by.reset();
    support(claim);
  }

  void support(const Claim& claim) {
    carriers_.push_back(&claim);
    if (!closes(claim.modality)) deed_ = &claim;
    if (!says_no_more(claim.valid_from, state_.valid_from)) state_.valid_from = claim.valid_from;
    if (!says_no_more(claim.valid_to, state_.valid_to)) state_.valid_to = claim.valid_to;
    if (!claim.title.empty()) state_.title = claim.title;
    if (claim.stake_percent) state_.stake_percent = claim.stake_percent;
    if (claim.amount) {
      state_.amount = claim.amount;
      state_.currency = claim.currency;
    }
  }

  double joint_confidence() const {
    std::map<std::string_view, double> best_of_article;
    for (const Claim* claim : carriers_) {
      double& best = best_of_article[claim->article];
      best = std::max(best, claim->confidence);
    }
    std::vector<double> confidences;
    for (const auto& [article, best] : best_of_article) confidences.push_back(best);
    std::sort(confidences.rbegin(), confidences.rend());
    double joint = confidences.front();
    for (std::size_t i = 1; i < confidences.size(); ++i) joint += (1 - joint) * confidences[i] / 2;
    return std::round(joint * 1e4) / 1e4;
  }

  TieState state_;
  std::vector<const Claim*> carriers_;  ///< claims that say what the state is
  const Claim* deed_ = nullptr;         ///< the last affirming claim that counted
};

/// Reads a claim of a family whose talk and deed are both followed.
void read_family(const Settlement& settlement, const Claim& claim, Reading& talk, Reading& deed) {
  if (claim.predicate == settlement.talk) {
    talk.read(claim);
    if (settlement.for_good && deed.told() && deed.stands()) talk.settle(*deed.deed());
    return;
  }
  deed.read(claim);
  const bool is_done =
      claim.modality == Modality::kAsserted || claim.modality == Modality::kPlanned;
  const bool is_due = settlement.within_day || talk.last_told() < claim.said_on;
  if (is_done && deed.stands() && talk.told() && is_due) talk.settle(claim);
}

}  // namespace

bool read_before(const Claim& a, const Claim& b) {
  if (a.said_on != b.said_on) return a.said_on < b.said_on;
  if (a.modality != b.modality) return firmness(a.modality) < firmness(b.modality);
  return reading_order(a) < reading_order(b);
}

Predicate family_of(Predicate predicate) noexcept {
  const Settlement* settlement = settlement_of(predicate);
  return settlement == nullptr ? predicate : settlement->deed;
}

std::vector<TieState> fold(std::span<const Claim> claims) {
  std::vector<Claim> sorted(claims.begin(), claims.end());
  std::sort(sorted.begin(), sorted.end(), read_before);

  std::map<Predicate, Reading> readings;
  for (const Claim& claim : sorted) {
    const Settlement* settlement = settlement_of(claim.predicate);
    if (settlement == nullptr) {
      readings[claim.predicate].read(claim);
    } else {
      read_family(*settlement, claim, readings[settlement->talk], readings[settlement->deed]);
    }
  }

  std::vector<TieState> states;
  for (const auto& [predicate, reading] : readings) {
    if (reading.told()) states.push_back(reading.result());
  }
  return states;
}

}  // namespace yeon::ingest
