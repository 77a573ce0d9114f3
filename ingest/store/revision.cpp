#include "store/revision.h"

#include <limits>
#include <map>
#include <utility>

#include "store/graph_edit.h"
#include "store/ties.h"

namespace yeon::ingest::store {
namespace {

/// Marks an end of a claim that points nowhere yet.
constexpr RelationshipId kNowhere{std::numeric_limits<std::uint64_t>::max()};

std::map<NodeId, std::uint64_t> mention_counts(const ArticleRecord& article,
                                               const std::vector<NodeId>& entities) {
  std::map<NodeId, std::uint64_t> counts;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    counts[entities[i]] += article.sightings[i].mentions;
  }
  return counts;
}

}  // namespace

Status Revision::add(ArticleRecord article) {
  Status status = identity_.add(article.id, article.sightings);
  if (!status) return status;
  article.entities.clear();
  article.mentions.clear();
  for (ClaimRecord& claim : article.claims) claim.to_subject = claim.to_object = kNowhere;
  added_.push_back(std::move(article));
  return {};
}

Status Revision::remove(const ArticleRecord& article) {
  for (std::size_t i = 0; i < article.claims.size(); ++i) {
    Status status = unfile(article, article.entities, i);
    if (status) status = detach_delete(transaction_, article.claims[i].node);
    if (!status) return status;
  }
  for (const MentionRecord& mention : article.mentions) {
    Status status = delete_if_there(transaction_, mention.relationship);
    if (!status) return status;
  }
  return identity_.remove(article.id, article.sightings);
}

Status Revision::finish() {
  auto moved = identity_.settle();
  if (!moved) return fail(std::move(moved).error());
  for (ArticleRecord& article : added_) {
    moved->erase(article.id);
    Status status = connect(article);
    if (!status) return status;
  }
  for (const std::string& id : *moved) {
    auto article = read_article(transaction_.snapshot(), id);
    if (!article) return fail(std::move(article).error());
    if (!*article) continue;
    Status status = connect(**article);
    if (!status) return status;
  }
  for (const Pair& pair : stale_) {
    Status status = refold(transaction_, pair);
    if (!status) return status;
  }
  added_.clear();
  stale_.clear();
  return identity_.finish();
}

/// Ties an article to the entities that its sightings stand for now.
Status Revision::connect(ArticleRecord& article) {
  std::vector<NodeId> entities;
  for (const Sighting& sighting : article.sightings) {
    auto node = identity_.node_of(sighting.key);
    if (!node) return fail(std::move(node).error());
    entities.push_back(*node);
  }
  Status status = connect_mentions(article, entities);
  if (status) status = connect_claims(article, entities);
  if (!status) return status;
  return transaction_.put_record(graph::Space::kLedger, article_key(article.id), encode(article));
}

Status Revision::connect_mentions(ArticleRecord& article, const std::vector<NodeId>& entities) {
  const auto before = mention_counts(article, article.entities);
  const auto wanted = mention_counts(article, entities);
  std::vector<MentionRecord> mentions;
  for (const MentionRecord& mention : article.mentions) {
    const auto old = before.find(mention.entity);
    const auto now = wanted.find(mention.entity);
    if (old != before.end() && now != wanted.end() && old->second == now->second) {
      mentions.push_back(mention);
      continue;
    }
    Status status = delete_if_there(transaction_, mention.relationship);
    if (!status) return status;
  }
  std::set<NodeId> kept;
  for (const MentionRecord& mention : mentions) kept.insert(mention.entity);
  for (const auto& [entity, count] : wanted) {
    if (kept.contains(entity)) continue;
    auto relationship =
        transaction_.create_relationship(article.node, transaction_.type("MENTIONS"), entity);
    if (!relationship) return fail(std::move(relationship).error());
    Status status = transaction_.set_property(*relationship, transaction_.key("count"),
                                              Value(static_cast<std::int64_t>(count)));
    if (!status) return status;
    mentions.push_back({entity, *relationship});
  }
  article.mentions = std::move(mentions);
  return {};
}

Status Revision::connect_claims(ArticleRecord& article, const std::vector<NodeId>& entities) {
  const std::vector<NodeId> before = std::exchange(article.entities, entities);
  for (std::size_t i = 0; i < article.claims.size(); ++i) {
    ClaimRecord& claim = article.claims[i];
    const auto has_moved = [&](std::uint32_t end) {
      return before.empty() || before[end] != entities[end];
    };
    if (!has_moved(claim.subject) && !has_moved(claim.object)) continue;
    Status status = before.empty() ? Status{} : unfile(article, before, i);
    if (status && has_moved(claim.subject)) {
      status = point(claim.to_subject, claim.node, "SUBJECT", entities[claim.subject]);
    }
    if (status && has_moved(claim.object)) {
      status = point(claim.to_object, claim.node, "OBJECT", entities[claim.object]);
    }
    if (status) status = file(article, i);
    if (!status) return status;
  }
  return {};
}

Status Revision::file(const ArticleRecord& article, std::size_t claim_number) {
  const auto pair = pair_of_claim(article.entities, article.claims[claim_number]);
  if (!pair) return {};
  stale_.insert(*pair);
  return file_fact(transaction_, *pair, article, claim_number);
}

Status Revision::unfile(const ArticleRecord& article, const std::vector<NodeId>& entities,
                        std::size_t claim_number) {
  const auto pair = pair_of_claim(entities, article.claims[claim_number]);
  if (!pair) return {};
  stale_.insert(*pair);
  return unfile_fact(transaction_, *pair, article, claim_number);
}

/// Has an end of a claim point at another entity.
Status Revision::point(RelationshipId& relationship, NodeId claim, std::string_view type,
                       NodeId entity) {
  if (relationship != kNowhere) {
    Status status = delete_if_there(transaction_, relationship);
    if (!status) return status;
  }
  auto fresh = transaction_.create_relationship(claim, transaction_.type(type), entity);
  if (!fresh) return fail(std::move(fresh).error());
  relationship = *fresh;
  return {};
}

}  // namespace yeon::ingest::store
