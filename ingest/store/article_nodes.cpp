#include "store/article_nodes.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace yeon::ingest::store {
namespace {

Value text_value(const std::string& text) { return text.empty() ? Value{} : Value(text); }

/// Within [0, 1] whatever an extractor says; NaN counts as nothing.
double bounded(double confidence) {
  return std::isnan(confidence) ? 0.0 : std::clamp(confidence, 0.0, 1.0);
}

Claim claim_of(const Relation& relation, const ArticleRecord& record) {
  Claim claim;
  claim.predicate = relation.predicate;
  claim.modality = relation.modality;
  claim.confidence = bounded(relation.confidence);
  claim.said_on = record.said_on();
  if (relation.valid_from) claim.valid_from = to_string(*relation.valid_from);
  if (relation.valid_to) claim.valid_to = to_string(*relation.valid_to);
  claim.title = relation.title;
  if (relation.deal) {
    claim.stake_percent = relation.deal->stake_percent;
    claim.amount = relation.deal->amount;
    claim.currency = relation.deal->currency;
  }
  claim.article = record.text_hash;
  claim.position = relation.evidence.span.start;
  return claim;
}

/// Writes one property of all claims of an article at once; null where `value_of` gives none.
class ClaimColumns {
 public:
  ClaimColumns(graph::Transaction& transaction, const std::vector<NodeId>& nodes,
               const std::vector<const Relation*>& relations, const std::vector<Claim>& claims)
      : transaction_(transaction), nodes_(nodes), relations_(relations), claims_(claims) {}

  void write(std::string_view key,
             const std::function<Value(const Relation&, const Claim&)>& value_of) {
    if (!status_) return;
    std::vector<NodeId> nodes;
    std::vector<Value> values;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      Value value = value_of(*relations_[i], claims_[i]);
      if (value.is_null()) continue;
      nodes.push_back(nodes_[i]);
      values.push_back(std::move(value));
    }
    if (!nodes.empty()) status_ = transaction_.set_properties(nodes, transaction_.key(key), values);
  }

  Status status() const { return status_; }

 private:
  graph::Transaction& transaction_;
  const std::vector<NodeId>& nodes_;
  const std::vector<const Relation*>& relations_;
  const std::vector<Claim>& claims_;
  Status status_;
};

Value whole(std::uint32_t number) { return Value(static_cast<std::int64_t>(number)); }

Status show_claims(graph::Transaction& transaction, const std::vector<NodeId>& nodes,
                   const std::vector<const Relation*>& relations,
                   const std::vector<Claim>& claims) {
  ClaimColumns columns(transaction, nodes, relations, claims);
  using R = const Relation&;
  using C = const Claim&;
  columns.write("predicate", [](R, C claim) { return Value(name(claim.predicate)); });
  columns.write("modality", [](R, C claim) { return Value(name(claim.modality)); });
  columns.write("confidence", [](R, C claim) { return Value(claim.confidence); });
  columns.write("said_on", [](R, C claim) { return text_value(claim.said_on); });
  columns.write("valid_from", [](R, C claim) { return text_value(claim.valid_from); });
  columns.write("valid_to", [](R, C claim) { return text_value(claim.valid_to); });
  columns.write("title", [](R, C claim) { return text_value(claim.title); });
  columns.write("stake_percent", [](R, C claim) {
    return claim.stake_percent ? Value(*claim.stake_percent) : Value{};
  });
  columns.write("amount", [](R, C claim) { return claim.amount ? Value(*claim.amount) : Value{}; });
  columns.write("currency", [](R, C claim) { return text_value(claim.currency); });
  columns.write("quote", [](R relation, C) { return text_value(relation.evidence.text); });
  columns.write("sentence", [](R relation, C) { return whole(relation.evidence.sentence); });
  columns.write("start", [](R relation, C) { return whole(relation.evidence.span.start); });
  columns.write("end", [](R relation, C) { return whole(relation.evidence.span.end); });
  columns.write("rule", [](R relation, C) { return text_value(relation.rule); });
  return columns.status();
}

}  // namespace

std::string hash_of_text(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Status show_article(graph::Transaction& transaction, const ArticleRecord& record,
                    Language language) {
  const std::pair<std::string_view, Value> properties[] = {
      {"id", Value(record.id)},
      {"url", record.sources.empty() ? Value{} : Value(record.sources.front())},
      {"title", text_value(record.title)},
      {"source", text_value(record.publisher)},
      {"language", Value(name(language))},
      {"published", text_value(record.published)},
      {"retrieved", text_value(record.retrieved)},
      {"text_hash", Value(record.text_hash)},
  };
  for (const auto& [key, value] : properties) {
    Status status = transaction.set_property(record.node, transaction.key(key), value);
    if (!status) return status;
  }
  return {};
}

Status create_claims(graph::Transaction& transaction, const ArticleFacts& facts,
                     const std::vector<std::uint32_t>& sighting_of_entity, ArticleRecord& record) {
  std::vector<const Relation*> relations;
  std::vector<Claim> claims;
  for (const Relation& relation : facts.relations) {
    if (std::max(relation.subject, relation.object) >= sighting_of_entity.size()) continue;
    relations.push_back(&relation);
    claims.push_back(claim_of(relation, record));
  }
  if (relations.empty()) return {};

  std::vector<NodeId> nodes(relations.size());
  const LabelId labels[] = {transaction.label("Claim")};
  Status status = transaction.create_nodes(labels, nodes);
  if (status) status = show_claims(transaction, nodes, relations, claims);
  if (!status) return status;
  const std::vector<NodeId> starts(nodes.size(), record.node);
  std::vector<RelationshipId> ties(nodes.size());
  status = transaction.create_relationships(transaction.type("CLAIMS"), starts, nodes, ties);
  if (!status) return status;

  for (std::size_t i = 0; i < nodes.size(); ++i) {
    ClaimRecord claim;
    claim.node = nodes[i];
    claim.subject = sighting_of_entity[relations[i]->subject];
    claim.object = sighting_of_entity[relations[i]->object];
    claim.claim = std::move(claims[i]);
    record.claims.push_back(std::move(claim));
  }
  return {};
}

}  // namespace yeon::ingest::store
