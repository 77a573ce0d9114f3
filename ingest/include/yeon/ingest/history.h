#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"
#include "yeon/ingest/fold.h"

namespace yeon::ingest {

/// A derived relationship as it stood on some day.
struct DatedTie {
  NodeId subject{};
  NodeId object{};
  TieState state;  ///< its predicate is the relationship's type
};

/// What was believed on a day: folds the claims known by then (said on that day or before; where an
/// article names no day of publication, retrieved by then). `day` is "YYYY-MM-DD". Calls `visit`
/// for each tie, by subject; a failure that it returns ends the walk and is returned.
///
/// Complexity: O(claims); memory for the claims about 256 entities at a time.
/// Errors: ArgumentError for what is no day.
Status facts_as_of(const graph::Snapshot& snapshot, std::string_view day,
                   const std::function<Status(const DatedTie&)>& visit);

/// One claim behind a relationship, with where it stands.
struct ExplainedClaim {
  NodeId node{};  ///< the :Claim
  Claim claim;
  NodeId subject{};
  NodeId object{};
  std::string quote;
  std::uint32_t sentence = 0;
  std::uint32_t start = 0;  ///< in code points of article_text()
  std::uint32_t end = 0;
  std::string rule;
  std::string article;  ///< id
  std::string title;
  std::string source;  ///< the paper; may be empty
  std::string url;     ///< or path
};

/// The claims a derived relationship was folded from, in the order in which they were read, those
/// of its whole family (the talk of a deal with the deal), so that they tell its history. Errors:
/// NotFound for a relationship that is not there, ArgumentError for one that is not derived.
Result<std::vector<ExplainedClaim>> explain(const graph::Snapshot& snapshot,
                                            RelationshipId relationship);

}  // namespace yeon::ingest
