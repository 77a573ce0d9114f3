#include "store/ledger.h"

#include <doctest/doctest.h>

#include <string>

namespace yeon::ingest::store {
namespace {

ArticleRecord sample_article() {
  ArticleRecord article;
  article.id = "id";
  article.node = NodeId{7};
  article.text_hash = std::string(32, 'a');
  article.sources = {"a", "b"};
  article.title = "제목";
  article.publisher = "신문";
  article.published = std::string("2025-01-02T03:04:05+09:00");
  article.retrieved = "2025-01-03T00:00:00Z";
  Sighting sighting;
  sighting.key = "n:Firm:a";
  sighting.label = EntityLabel::kOrganization;
  sighting.name = "A";
  sighting.aliases = {"B"};
  sighting.links = {"t:1"};
  sighting.spellings = {"n:Firm:b"};
  sighting.mentions = 3;
  article.sightings = {sighting, sighting};
  article.entities = {NodeId{8}, NodeId{9}};
  article.mentions = {{NodeId{8}, RelationshipId{1}}};
  ClaimRecord claim;
  claim.node = NodeId{10};
  claim.object = 1;
  claim.claim.predicate = Predicate::kSues;
  claim.claim.modality = Modality::kEnded;
  claim.claim.confidence = 0.25;
  claim.claim.amount = -1;
  claim.claim.currency = "KRW";
  claim.claim.position = 5;
  claim.claim.said_on = article.said_on();
  claim.claim.article = article.text_hash;
  article.claims = {claim};
  return article;
}

}  // namespace

TEST_CASE("ledger: an article record reads back whole") {
  const ArticleRecord article = sample_article();
  const auto read = decode_article(encode(article));
  REQUIRE(read);
  CHECK(encode(*read) == encode(article));
  CHECK(read->claims[0].claim == article.claims[0].claim);
  CHECK(read->sightings == article.sightings);
  CHECK(read->said_on() == "2025-01-02");
}

TEST_CASE("ledger: a truncated or contradictory record is corruption, never a crash") {
  const std::string bytes = encode(sample_article());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = decode_article(std::string_view(bytes).substr(0, size));
    REQUIRE_FALSE(read);
    CHECK(read.error().type == ErrorType::kCorruption);
  }
  ArticleRecord wrong = sample_article();
  wrong.claims[0].object = 2;
  CHECK_FALSE(decode_article(encode(wrong)));
  wrong = sample_article();
  wrong.entities.pop_back();
  CHECK_FALSE(decode_article(encode(wrong)));
}

TEST_CASE("ledger: ties, facts, keys, entities and decisions read back whole") {
  Tie tie;
  tie.relationship = RelationshipId{4};
  tie.swapped = true;
  tie.state.predicate = Predicate::kMayAcquire;
  tie.state.stake_percent = 12.5;
  tie.state.settled_by = Predicate::kAcquired;
  const auto ties = decode_tie(encode(TieRecord{tie}));
  REQUIRE(ties);
  CHECK((*ties)[0].state == tie.state);
  CHECK((*ties)[0].swapped);

  FactRecord fact;
  fact.claim.title = "대표";
  fact.claim_node = NodeId{3};
  fact.known_on = "2025-01-01";
  const auto read_fact = decode_fact(encode(fact));
  REQUIRE(read_fact);
  CHECK(read_fact->claim == fact.claim);
  CHECK(read_fact->known_on == fact.known_on);

  KeyRecord key;
  key.sightings = 2;
  key.names = {{"A", 2}};
  CHECK(encode(decode_key(encode(key)).value()) == encode(key));
  CHECK_FALSE(decode_key(encode(key))->node);
  key.node = NodeId{0};
  CHECK(decode_key(encode(key))->node == NodeId{0});

  EntityRecord entity;
  entity.keys = {"n:Firm:a"};
  entity.ticker = "1";
  CHECK(encode(decode_entity(encode(entity)).value()) == encode(entity));

  Decision decision;
  decision.number = 9;
  decision.kind = Decision::Kind::kSplit;
  decision.keys = {"n:Firm:a"};
  decision.undone = true;
  CHECK(decode_decision(encode(decision)).value() == decision);
}

TEST_CASE("ledger: a pair is found in the key of its records") {
  const auto [pair, swapped] = pair_of(NodeId{300}, Predicate::kMayPartnerWith, NodeId{2});
  CHECK(swapped);
  CHECK(pair == Pair{NodeId{2}, NodeId{300}, Predicate::kPartnersWith});
  CHECK(pair_in(fact_key(pair, "hash", 1)) == pair);
  CHECK(pair_in(tie_key(pair)) == pair);
  CHECK_FALSE(pair_in("fact/short"));
  CHECK_FALSE(pair_in(""));
  const auto [directed, is_swapped] = pair_of(NodeId{300}, Predicate::kSues, NodeId{2});
  CHECK_FALSE(is_swapped);
  CHECK(directed.first == NodeId{300});
}

}  // namespace yeon::ingest::store
