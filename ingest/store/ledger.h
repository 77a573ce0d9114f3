#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/resolve.h"
#include "store/sighting.h"
#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/snapshot.h"
#include "yeon/graph/transaction.h"
#include "yeon/ingest/fold.h"

namespace yeon::ingest::store {

/// What stands beside the graph so that articles can be corrected, taken back and told apart. All
/// of it is in Space::kLedger, written in the transaction of the article it belongs to:
///
///   "article/" id              ArticleRecord
///   "path/" source             article id
///   "text/" content hash       article id
///   "key/" key                 KeyRecord: what all articles say of one key (sighting.h)
///   "link/" link NUL key       (empty) the key is seen with the link
///   "spell/" name-key NUL key  (empty) the key is seen with the spelling
///   "seen/" key NUL article    (empty) the article has a sighting of the key
///   "entity/" node             EntityRecord
///   "fact/" pair hash number   FactRecord: one claim, filed under the pair it is about
///   "tie/" pair                TieRecord: the derived relationships of the pair
///   "decision/" number         Decision: merges and splits made by hand
///
///   node, number := 8 bytes, big-endian;  pair := node node family:u8;  hash := 32 hex digits

using Counts = std::map<std::string, std::uint64_t>;

/// Everything said of one key, counted over articles, so that taking an article back subtracts.
struct KeyRecord {
  std::optional<NodeId> node;
  std::uint64_t sightings = 0;
  std::array<std::uint64_t, 5> labels{};  ///< by EntityLabel
  std::uint64_t executives = 0;
  Counts names;
  Counts aliases;
  Counts links;
  Counts spellings;
};

/// One entity node: its keys, and its properties as last written.
struct EntityRecord {
  std::vector<std::string> keys;  ///< sorted
  EntityLabel label = EntityLabel::kFirm;
  bool executive = false;
  std::string name;
  std::vector<std::string> aliases;
  std::string ticker;
};

/// A claim node of an article and whom it is about (indices into ArticleRecord::sightings).
struct ClaimRecord {
  NodeId node{};
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
  RelationshipId to_subject{};
  RelationshipId to_object{};
  Claim claim;  ///< said_on and article are the article's and not stored twice
};

struct MentionRecord {
  NodeId entity{};
  RelationshipId relationship{};
};

struct ArticleRecord {
  std::string id;
  NodeId node{};
  std::string text_hash;
  std::vector<std::string> sources;  ///< sorted; all paths and URLs under which this text was seen
  std::string title;
  std::string publisher;
  std::string published;
  std::string retrieved;
  std::vector<Sighting> sightings;
  std::vector<NodeId> entities;  ///< of each sighting
  std::vector<MentionRecord> mentions;
  std::vector<ClaimRecord> claims;

  /// The day of publication; empty where the article names none.
  std::string said_on() const { return published.substr(0, 10); }
};

/// Two entities and a family of predicates. For symmetric predicates first < second.
struct Pair {
  NodeId first{};
  NodeId second{};
  Predicate family = Predicate::kPartnersWith;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

struct FactRecord {
  Claim claim;
  NodeId claim_node{};
  bool swapped = false;  ///< the claim's subject is pair.second
  std::string known_on;  ///< said_on, or else the day on which the article was retrieved
};

struct Tie {
  RelationshipId relationship{};
  bool swapped = false;  ///< starts at pair.second
  TieState state;
};
using TieRecord = std::vector<Tie>;

/// The pair that a claim about `subject` and `object` is filed under, and whether they are swapped.
std::pair<Pair, bool> pair_of(NodeId subject, Predicate predicate, NodeId object);

// --- Record keys.
std::string article_key(std::string_view id);
std::string source_key(std::string_view source);
std::string text_key(std::string_view hash);
std::string key_key(std::string_view key);
std::string link_prefix(std::string_view link);
std::string spell_prefix(std::string_view spelling);
std::string seen_prefix(std::string_view key);
std::string entity_key(NodeId node);
std::string fact_prefix(const Pair& pair);
std::string fact_key(const Pair& pair, std::string_view text_hash, std::size_t number);
std::string tie_key(const Pair& pair);
std::string decision_key(std::uint64_t number);
/// What stands behind the NUL of a link, spell or seen record.
std::string_view behind_nul(std::string_view record_key);
/// The pair in a fact or tie record's key; nullopt where it is no such key.
std::optional<Pair> pair_in(std::string_view record_key);

// --- Record values.
std::string encode(const KeyRecord& record);
std::string encode(const EntityRecord& record);
std::string encode(const ArticleRecord& record);
std::string encode(const FactRecord& record);
std::string encode(const TieRecord& record);
std::string encode(const Decision& record);
Result<KeyRecord> decode_key(std::string_view bytes);
Result<EntityRecord> decode_entity(std::string_view bytes);
Result<ArticleRecord> decode_article(std::string_view bytes);
Result<FactRecord> decode_fact(std::string_view bytes);
Result<TieRecord> decode_tie(std::string_view bytes);
Result<Decision> decode_decision(std::string_view bytes);

// --- Reading; nullopt or empty where there is no such record.
Result<std::optional<KeyRecord>> read_key(const graph::Snapshot& snapshot, std::string_view key);
Result<std::optional<EntityRecord>> read_entity(const graph::Snapshot& snapshot, NodeId node);
Result<std::optional<ArticleRecord>> read_article(const graph::Snapshot& snapshot,
                                                  std::string_view id);
Result<TieRecord> read_tie(const graph::Snapshot& snapshot, const Pair& pair);
Result<std::vector<FactRecord>> read_facts(const graph::Snapshot& snapshot, const Pair& pair);
/// By number, undone ones too.
Result<std::vector<Decision>> read_decisions(const graph::Snapshot& snapshot);
/// What stands behind the NUL in all records with this prefix, ascending.
Result<std::vector<std::string>> listed(const graph::Snapshot& snapshot, std::string_view prefix);

}  // namespace yeon::ingest::store
