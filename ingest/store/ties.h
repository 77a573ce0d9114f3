#pragma once

#include "store/ledger.h"

namespace yeon::ingest::store {

/// The pair a claim is filed under, where the article's sightings stand for these entities. Nothing
/// is filed of a claim that ties an entity to itself (as after a merge): nullopt.
std::optional<Pair> pair_of_claim(const std::vector<NodeId>& entities, const ClaimRecord& claim);

/// Files one claim of the article under `pair`, or takes it out.
Status file_fact(graph::Transaction& transaction, const Pair& pair, const ArticleRecord& article,
                 std::size_t claim_number);
Status unfile_fact(graph::Transaction& transaction, const Pair& pair, const ArticleRecord& article,
                   std::size_t claim_number);

/// Folds the claims filed under a pair and makes its relationships say so: one per predicate,
/// created, changed or deleted as need be. Between symmetric predicates' two ends the direction is
/// that of the earliest claim. O(claims of the pair).
Status refold(graph::Transaction& transaction, const Pair& pair);

/// Whether the earliest claim runs from pair.second to pair.first.
bool runs_backwards(const std::vector<FactRecord>& facts);

}  // namespace yeon::ingest::store
