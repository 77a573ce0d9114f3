#include <algorithm>

#include "store/ledger.h"
#include "yeon/ingest/history.h"

namespace yeon::ingest {
namespace {

/// Property of a claim node; Null where it is not there.
Value value_of(const graph::Snapshot& snapshot, const graph::Properties& properties,
               std::string_view key) {
  const auto id = snapshot.catalog().find_key(key);
  if (!id) return {};
  const auto found = std::find_if(properties.begin(), properties.end(),
                                  [&](const auto& property) { return property.first == *id; });
  return found == properties.end() ? Value{} : found->second;
}

std::string text(const Value& value) { return value.is(Kind::kString) ? value.string() : ""; }

std::uint32_t whole(const Value& value) {
  return value.is(Kind::kInteger) ? static_cast<std::uint32_t>(value.integer()) : 0;
}

Status add_evidence(const graph::Snapshot& snapshot, ExplainedClaim& explained) {
  auto properties = snapshot.properties(explained.node);
  if (!properties) return fail(std::move(properties).error());
  explained.quote = text(value_of(snapshot, *properties, "quote"));
  explained.rule = text(value_of(snapshot, *properties, "rule"));
  explained.sentence = whole(value_of(snapshot, *properties, "sentence"));
  explained.start = whole(value_of(snapshot, *properties, "start"));
  explained.end = whole(value_of(snapshot, *properties, "end"));
  return {};
}

Status add_article(const graph::Snapshot& snapshot, ExplainedClaim& explained) {
  auto id = snapshot.record(graph::Space::kLedger, store::text_key(explained.claim.article));
  if (!id) return fail(std::move(id).error());
  if (!*id) return {};
  auto article = store::read_article(snapshot, **id);
  if (!article) return fail(std::move(article).error());
  if (!*article) return {};
  explained.article = (*article)->id;
  explained.title = (*article)->title;
  explained.source = (*article)->publisher;
  if (!(*article)->sources.empty()) explained.url = (*article)->sources.front();
  return {};
}

Result<store::Pair> pair_of_relationship(const graph::Snapshot& snapshot,
                                         RelationshipId relationship) {
  auto record = snapshot.relationship(relationship);
  if (!record) return fail(std::move(record).error());
  if (!*record) {
    return fail(ErrorType::kNotFound,
                fmt::format("there is no relationship {}", raw(relationship)));
  }
  const std::string_view type = snapshot.catalog().name((*record)->type);
  const auto type_of_tie = predicate(type);
  if (!type_of_tie) {
    return fail(ErrorType::kArgumentError,
                fmt::format("a relationship of type {} is not derived from claims", type),
                "explain one between two entities, such as PARTNERS_WITH");
  }
  return store::pair_of((*record)->start, *type_of_tie, (*record)->end).first;
}

}  // namespace

Result<std::vector<ExplainedClaim>> explain(const graph::Snapshot& snapshot,
                                            RelationshipId relationship) {
  auto pair = pair_of_relationship(snapshot, relationship);
  if (!pair) return fail(std::move(pair).error());
  auto facts = store::read_facts(snapshot, *pair);
  if (!facts) return fail(std::move(facts).error());
  std::sort(facts->begin(), facts->end(),
            [](const auto& a, const auto& b) { return read_before(a.claim, b.claim); });

  std::vector<ExplainedClaim> history;
  for (store::FactRecord& fact : *facts) {
    ExplainedClaim explained;
    explained.node = fact.claim_node;
    explained.subject = fact.swapped ? pair->second : pair->first;
    explained.object = fact.swapped ? pair->first : pair->second;
    explained.claim = std::move(fact.claim);
    Status status = add_evidence(snapshot, explained);
    if (status) status = add_article(snapshot, explained);
    if (!status) return fail(std::move(status).error());
    history.push_back(std::move(explained));
  }
  return history;
}

}  // namespace yeon::ingest
