#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What one article says about one pair of entities under one predicate, as far as folding needs
/// it.
///
/// Dates are ISO text as exact as the article ("2024", "2024-09", "2024-09-03"), empty where it
/// gives none. Such texts compare as strings: an inexact date stands before the exact ones in it.
struct Claim {
  Predicate predicate = Predicate::kPartnersWith;
  Modality modality = Modality::kAsserted;
  double confidence = 0;
  std::string said_on;  ///< day of publication; empty: not known, and then older than any day
  std::string valid_from;
  std::string valid_to;
  std::string title;
  std::optional<double> stake_percent;
  std::optional<std::int64_t> amount;
  std::string currency;
  std::string article;         ///< content hash, so that ties between claims break by content
  std::uint32_t position = 0;  ///< of the evidence in the article, in code points
  friend bool operator==(const Claim&, const Claim&) = default;
};

/// What holds between a pair under one predicate once all its claims are weighed: the properties of
/// the derived relationship.
struct TieState {
  Predicate predicate = Predicate::kPartnersWith;
  Modality modality = Modality::kAsserted;
  double confidence = 0;
  std::string valid_from;
  std::string valid_to;
  std::string title;
  std::optional<double> stake_percent;
  std::optional<std::int64_t> amount;
  std::string currency;
  std::string first_seen;  ///< earliest said_on of its claims; empty: none is dated
  std::string last_seen;
  std::uint32_t claims = 0;
  std::optional<Predicate> settled_by;  ///< the predicate under which what was talked of was done
  friend bool operator==(const TieState&, const TieState&) = default;
};

/// Predicates that are folded together: what is talked of with what comes of it. The family is
/// named by the latter: family_of(kMayAcquire) == family_of(kAcquired) == kAcquired.
Predicate family_of(Predicate predicate) noexcept;

/// The order in which fold() reads claims (rule 1 below). Total up to equality in every respect.
bool read_before(const Claim& a, const Claim& b);

/// Weighs all claims about one pair that are of one family; one state per predicate claimed,
/// ascending by predicate. docs/graph-model.md tells the rule and the reasons:
///
///  1. Claims are read by day said; within a day from hearsay to fact (rumored, in_talks, planned,
///     asserted), then ended, then denied.
///  2. What is firmer than the state, or as firm, becomes the state; what is weaker changes
///  nothing.
///  3. Ended and denied close a state. A claim of a later day opens it anew, with dates and figures
///     of its own. An end that lies before the beginning of what now holds is of an earlier tie.
///  4. Done settles talk: ACQUIRED asserted or planned ends MAY_ACQUIRE, with settled_by.
///  5. Dates and figures come from the claims that carry the state; a later one replaces an earlier
///     unless it only says the same less exactly. The day on which something was due is dropped
///     when it has come about.
///  6. Confidence is that of the best article; each further one takes away half its own confidence
///     of the doubt that is left.
///
/// Pure, and independent of the order of `claims`. O(n log n).
std::vector<TieState> fold(std::span<const Claim> claims);

}  // namespace yeon::ingest
