#include "store/sighting.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "store/spelling.h"

namespace yeon::ingest::store {
namespace {

constexpr std::size_t kKeyBytes = 200;

/// Keys stand in records with NUL between them, and are bounded whatever the article holds.
std::string as_key(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  if (text.size() <= kKeyBytes) return text;
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  return fmt::format("#{:016x}", hash);
}

void sort_unique(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// With the label, since a firm and its product may go by one name in the gazetteer.
std::string gazetteer_key(const Entity& entity) {
  return as_key(fmt::format("g:{}:{}", ingest::name(entity.label), entity.canonical));
}

std::string ticker_link(const Entity& entity) { return as_key("t:" + entity.ticker); }

/// Everything another article might call this body.
std::vector<std::string> body_keys(const Entity& body) {
  std::vector<std::string> keys = {name_key(body.name, body.label)};
  for (const std::string& alias : body.aliases) {
    if (stands_alone(alias, body.label)) keys.push_back(name_key(alias, body.label));
  }
  if (!body.ticker.empty()) keys.push_back(ticker_link(body));
  if (!body.canonical.empty()) keys.push_back(gazetteer_key(body));
  sort_unique(keys);
  return keys;
}

bool tells_employer(Predicate predicate) {
  return predicate == Predicate::kLeads || predicate == Predicate::kWorksFor ||
         predicate == Predicate::kFounded;
}

std::vector<std::string> employers_of(const ArticleFacts& facts, std::size_t person) {
  std::vector<std::string> keys;
  for (const Relation& relation : facts.relations) {
    if (relation.subject != person || !tells_employer(relation.predicate)) continue;
    if (relation.object >= facts.entities.size()) continue;
    std::vector<std::string> more = body_keys(facts.entities[relation.object]);
    std::move(more.begin(), more.end(), std::back_inserter(keys));
  }
  sort_unique(keys);
  return keys;
}

Sighting sighting_of(const ArticleFacts& facts, std::size_t index) {
  const Entity& entity = facts.entities[index];
  Sighting sighting;
  sighting.label = entity.label;
  sighting.executive = entity.executive && entity.label == EntityLabel::kPerson;
  sighting.name = entity.name;
  sighting.mentions = static_cast<std::uint32_t>(std::max<std::size_t>(1, entity.mentions.size()));
  const std::string own_name = name_key(entity.name, entity.label);
  sighting.key = own_name;
  sighting.spellings.push_back(own_name);

  if (!entity.canonical.empty()) {
    sighting.key = gazetteer_key(entity);
  } else if (entity.label == EntityLabel::kPerson && is_common_name(entity.name)) {
    const std::vector<std::string> employers = employers_of(facts, index);
    if (!employers.empty()) sighting.key = as_key(own_name + "@" + employers.front());
    const std::string name = normalised(entity.name, entity.label);
    for (const std::string& employer : employers) {
      sighting.links.push_back(as_key(fmt::format("p:{}@{}", name, employer)));
    }
  }
  if (!entity.ticker.empty()) sighting.links.push_back(ticker_link(entity));
  for (const std::string& alias : entity.aliases) {
    if (alias == entity.name || !stands_alone(alias, entity.label)) continue;
    sighting.aliases.push_back(alias);
    sighting.spellings.push_back(name_key(alias, entity.label));
  }
  return sighting;
}

void join(Sighting& into, const Sighting& other) {
  if (other.name < into.name) {
    into.aliases.push_back(std::exchange(into.name, other.name));
  } else if (other.name != into.name) {
    into.aliases.push_back(other.name);
  }
  into.label = std::min(into.label, other.label);
  into.executive = into.executive || other.executive;
  into.aliases.insert(into.aliases.end(), other.aliases.begin(), other.aliases.end());
  into.links.insert(into.links.end(), other.links.begin(), other.links.end());
  into.spellings.insert(into.spellings.end(), other.spellings.begin(), other.spellings.end());
  into.mentions += other.mentions;
}

void tidy(Sighting& sighting) {
  sort_unique(sighting.aliases);
  std::erase(sighting.aliases, sighting.name);
  sort_unique(sighting.links);
  sort_unique(sighting.spellings);
  std::erase(sighting.spellings, sighting.key);
}

}  // namespace

std::string name_key(std::string_view name, EntityLabel label) {
  return as_key(fmt::format("n:{}:{}", ingest::name(label), normalised(name, label)));
}

std::string_view ticker_of(std::string_view link) noexcept {
  return link.starts_with("t:") ? link.substr(2) : std::string_view{};
}

std::optional<std::string> twin_of(std::string_view key) {
  constexpr std::array<std::string_view, 8> kPrefixes = {
      "n:Firm:", "n:Organization:", "n:Model:", "n:Product:",
      "g:Firm:", "g:Organization:", "g:Model:", "g:Product:"};
  for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
    if (!key.starts_with(kPrefixes[i])) continue;
    return std::string(kPrefixes[i ^ 1]) + std::string(key.substr(kPrefixes[i].size()));
  }
  return std::nullopt;
}

Sightings sightings_of(const ArticleFacts& facts) {
  std::map<std::string, Sighting> by_key;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < facts.entities.size(); ++i) {
    Sighting sighting = sighting_of(facts, i);
    keys.push_back(sighting.key);
    const auto [place, is_new] = by_key.try_emplace(sighting.key, sighting);
    if (!is_new) join(place->second, sighting);
  }
  Sightings result;
  for (auto& [key, sighting] : by_key) {
    tidy(sighting);
    result.all.push_back(std::move(sighting));
  }
  for (const std::string& key : keys) {
    result.of_entity.push_back(
        static_cast<std::uint32_t>(std::distance(by_key.begin(), by_key.find(key))));
  }
  return result;
}

}  // namespace yeon::ingest::store
