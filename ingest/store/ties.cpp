#include "store/ties.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "store/graph_edit.h"

namespace yeon::ingest::store {
namespace {

using Property = std::pair<std::string_view, Value>;

Value text(const std::string& value) { return value.empty() ? Value{} : Value(value); }

std::array<Property, 12> properties_of(const TieState& state) {
  return {{
      {"modality", Value(name(state.modality))},
      {"confidence", Value(state.confidence)},
      {"valid_from", text(state.valid_from)},
      {"valid_to", text(state.valid_to)},
      {"title", text(state.title)},
      {"stake_percent", state.stake_percent ? Value(*state.stake_percent) : Value{}},
      {"amount", state.amount ? Value(*state.amount) : Value{}},
      {"currency", text(state.currency)},
      {"first_seen", text(state.first_seen)},
      {"last_seen", text(state.last_seen)},
      {"claims", Value(static_cast<std::int64_t>(state.claims))},
      {"settled_by", state.settled_by ? Value(name(*state.settled_by)) : Value{}},
  }};
}

/// Writes what `state` has otherwise than `before`; all of it where there is no `before`.
Status show(graph::Transaction& transaction, RelationshipId relationship, const TieState* before,
            const TieState& state) {
  const auto wanted = properties_of(state);
  std::array<Property, 12> shown{};
  if (before != nullptr) shown = properties_of(*before);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (same(wanted[i].second, shown[i].second)) continue;
    Status status =
        transaction.set_property(relationship, transaction.key(wanted[i].first), wanted[i].second);
    if (!status) return status;
  }
  return {};
}

Result<Tie> make_tie(graph::Transaction& transaction, const Pair& pair, bool swapped,
                     const TieState& state) {
  const NodeId start = swapped ? pair.second : pair.first;
  const NodeId end = swapped ? pair.first : pair.second;
  auto relationship =
      transaction.create_relationship(start, transaction.type(name(state.predicate)), end);
  if (!relationship) return fail(std::move(relationship).error());
  Status status = show(transaction, *relationship, nullptr, state);
  if (!status) return fail(std::move(status).error());
  return Tie{*relationship, swapped, state};
}

/// Deletes the ties that `states` do not carry on and returns those they do.
Result<TieRecord> kept_ties(graph::Transaction& transaction, TieRecord ties, bool swapped,
                            const std::vector<TieState>& states) {
  TieRecord kept;
  for (Tie& tie : ties) {
    auto record = transaction.snapshot().relationship(tie.relationship);
    if (!record) return fail(std::move(record).error());
    if (!*record) continue;
    const bool is_carried_on =
        tie.swapped == swapped && std::any_of(states.begin(), states.end(), [&](const auto& state) {
          return state.predicate == tie.state.predicate;
        });
    if (is_carried_on) {
      kept.push_back(std::move(tie));
      continue;
    }
    Status status = transaction.delete_relationship(tie.relationship);
    if (!status) return fail(std::move(status).error());
  }
  return kept;
}

Status put_ties(graph::Transaction& transaction, const Pair& pair, const TieRecord& ties) {
  if (ties.empty()) return transaction.erase_record(graph::Space::kLedger, tie_key(pair));
  return transaction.put_record(graph::Space::kLedger, tie_key(pair), encode(ties));
}

}  // namespace

std::optional<Pair> pair_of_claim(const std::vector<NodeId>& entities, const ClaimRecord& claim) {
  const NodeId subject = entities[claim.subject];
  const NodeId object = entities[claim.object];
  if (subject == object) return std::nullopt;
  return pair_of(subject, claim.claim.predicate, object).first;
}

Status file_fact(graph::Transaction& transaction, const Pair& pair, const ArticleRecord& article,
                 std::size_t claim_number) {
  const ClaimRecord& claim = article.claims[claim_number];
  FactRecord fact;
  fact.claim = claim.claim;
  fact.claim_node = claim.node;
  fact.swapped = article.entities[claim.subject] != pair.first;
  fact.known_on = article.said_on().empty() ? article.retrieved.substr(0, 10) : article.said_on();
  return transaction.put_record(graph::Space::kLedger,
                                fact_key(pair, article.text_hash, claim_number), encode(fact));
}

Status unfile_fact(graph::Transaction& transaction, const Pair& pair, const ArticleRecord& article,
                   std::size_t claim_number) {
  return transaction.erase_record(graph::Space::kLedger,
                                  fact_key(pair, article.text_hash, claim_number));
}

bool runs_backwards(const std::vector<FactRecord>& facts) {
  const auto earliest =
      std::min_element(facts.begin(), facts.end(), [](const FactRecord& a, const FactRecord& b) {
        return std::tie(a.claim.said_on, a.claim.article, a.claim.position) <
               std::tie(b.claim.said_on, b.claim.article, b.claim.position);
      });
  return earliest != facts.end() && earliest->swapped;
}

Status refold(graph::Transaction& transaction, const Pair& pair) {
  auto facts = read_facts(transaction.snapshot(), pair);
  if (!facts) return fail(std::move(facts).error());
  auto ties = read_tie(transaction.snapshot(), pair);
  if (!ties) return fail(std::move(ties).error());

  std::vector<Claim> claims;
  for (const FactRecord& fact : *facts) claims.push_back(fact.claim);
  const std::vector<TieState> states = fold(claims);
  const bool swapped = runs_backwards(*facts);

  auto kept = kept_ties(transaction, std::move(*ties), swapped, states);
  if (!kept) return fail(std::move(kept).error());
  TieRecord after;
  for (const TieState& state : states) {
    const auto old = std::find_if(kept->begin(), kept->end(), [&](const Tie& tie) {
      return tie.state.predicate == state.predicate;
    });
    if (old == kept->end()) {
      auto tie = make_tie(transaction, pair, swapped, state);
      if (!tie) return fail(std::move(tie).error());
      after.push_back(std::move(*tie));
      continue;
    }
    Status status = show(transaction, old->relationship, &old->state, state);
    if (!status) return status;
    after.push_back({old->relationship, swapped, state});
  }
  return put_ties(transaction, pair, after);
}

}  // namespace yeon::ingest::store
