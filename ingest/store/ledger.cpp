#include "store/ledger.h"

#include "store/records.h"

namespace yeon::ingest::store {
namespace {

void append_big_endian(std::string& text, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    text.push_back(static_cast<char>((value >> shift) & 0xFF));
  }
}

std::uint64_t big_endian(std::string_view text) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = (value << 8) | static_cast<std::uint8_t>(text[i]);
  return value;
}

std::string with_nul(std::string_view prefix, std::string_view text) {
  std::string key(prefix);
  key.append(text);
  key.push_back('\0');
  return key;
}

std::string with_pair(std::string_view prefix, const Pair& pair) {
  std::string key(prefix);
  append_big_endian(key, raw(pair.first));
  append_big_endian(key, raw(pair.second));
  key.push_back(static_cast<char>(pair.family));
  return key;
}

std::string joined(std::string_view prefix, std::string_view text) {
  return std::string(prefix).append(text);
}

constexpr std::size_t kPairBytes = 17;

}  // namespace

std::pair<Pair, bool> pair_of(NodeId subject, Predicate predicate, NodeId object) {
  const bool swapped = is_symmetric(predicate) && object < subject;
  const Predicate family = family_of(predicate);
  if (swapped) return {{object, subject, family}, true};
  return {{subject, object, family}, false};
}

std::string article_key(std::string_view id) { return joined("article/", id); }
std::string source_key(std::string_view source) { return joined("path/", source); }
std::string text_key(std::string_view hash) { return joined("text/", hash); }
std::string key_key(std::string_view key) { return joined("key/", key); }
std::string link_prefix(std::string_view link) { return with_nul("link/", link); }
std::string spell_prefix(std::string_view spelling) { return with_nul("spell/", spelling); }
std::string seen_prefix(std::string_view key) { return with_nul("seen/", key); }
std::string fact_prefix(const Pair& pair) { return with_pair("fact/", pair); }
std::string tie_key(const Pair& pair) { return with_pair("tie/", pair); }

std::string entity_key(NodeId node) {
  std::string key = "entity/";
  append_big_endian(key, raw(node));
  return key;
}

std::string fact_key(const Pair& pair, std::string_view text_hash, std::size_t number) {
  std::string key = fact_prefix(pair);
  key.append(text_hash);
  append_big_endian(key, number);
  return key;
}

std::string decision_key(std::uint64_t number) {
  std::string key = "decision/";
  append_big_endian(key, number);
  return key;
}

std::string_view behind_nul(std::string_view record_key) {
  const std::size_t nul = record_key.find('\0');
  return nul == std::string_view::npos ? std::string_view{} : record_key.substr(nul + 1);
}

std::optional<Pair> pair_in(std::string_view record_key) {
  const std::size_t slash = record_key.find('/');
  if (slash == std::string_view::npos || record_key.size() < slash + 1 + kPairBytes) {
    return std::nullopt;
  }
  const std::string_view bytes = record_key.substr(slash + 1);
  const auto family = static_cast<std::uint8_t>(bytes[16]);
  if (family > static_cast<std::uint8_t>(Predicate::kSues)) return std::nullopt;
  return Pair{NodeId{big_endian(bytes)}, NodeId{big_endian(bytes.substr(8))},
              static_cast<Predicate>(family)};
}

Result<std::optional<KeyRecord>> read_key(const graph::Snapshot& snapshot, std::string_view key) {
  return read_record<KeyRecord>(snapshot, graph::Space::kLedger, key_key(key), decode_key);
}

Result<std::optional<EntityRecord>> read_entity(const graph::Snapshot& snapshot, NodeId node) {
  return read_record<EntityRecord>(snapshot, graph::Space::kLedger, entity_key(node),
                                   decode_entity);
}

Result<std::optional<ArticleRecord>> read_article(const graph::Snapshot& snapshot,
                                                  std::string_view id) {
  return read_record<ArticleRecord>(snapshot, graph::Space::kLedger, article_key(id),
                                    decode_article);
}

Result<TieRecord> read_tie(const graph::Snapshot& snapshot, const Pair& pair) {
  auto record = read_record<TieRecord>(snapshot, graph::Space::kLedger, tie_key(pair), decode_tie);
  if (!record) return fail(std::move(record).error());
  return std::move(*record).value_or(TieRecord{});
}

Result<std::vector<FactRecord>> read_facts(const graph::Snapshot& snapshot, const Pair& pair) {
  return read_records<FactRecord>(snapshot, graph::Space::kLedger, fact_prefix(pair), decode_fact);
}

Result<std::vector<Decision>> read_decisions(const graph::Snapshot& snapshot) {
  return read_records<Decision>(snapshot, graph::Space::kLedger, "decision/", decode_decision);
}

Result<std::vector<std::string>> listed(const graph::Snapshot& snapshot, std::string_view prefix) {
  auto found = snapshot.records(graph::Space::kLedger, prefix);
  if (!found) return fail(std::move(found).error());
  std::vector<std::string> names;
  names.reserve(found->size());
  for (const auto& [key, bytes] : *found) names.emplace_back(behind_nul(key));
  return names;
}

}  // namespace yeon::ingest::store
