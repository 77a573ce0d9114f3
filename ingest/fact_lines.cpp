#include "yeon/ingest/fact_lines.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace yeon::ingest {
namespace {

using Json = nlohmann::ordered_json;

std::string id_of(std::size_t entity) { return fmt::format("e{}", entity + 1); }

// Two digits are as much as a confidence can mean.
double rounded(double confidence) { return std::round(confidence * 100) / 100; }

// A whole number is printed without a fraction: 51, not 51.0.
Json number(double value) {
  if (std::nearbyint(value) == value && std::abs(value) < 1e15) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json evidence_json(const Evidence& evidence) {
  return {{"sentence", evidence.sentence},
          {"start", evidence.span.start},
          {"end", evidence.span.end},
          {"text", evidence.text}};
}

Json deal_json(const Deal& deal) {
  Json json = Json::object();
  if (deal.stake_percent) json["stake_percent"] = number(*deal.stake_percent);
  if (deal.amount) {
    json["amount"] = *deal.amount;
    json["currency"] = deal.currency;
  }
  return json;
}

Json article_json(const ArticleFacts& facts) {
  Json json = {{"kind", "article"},
               {"article", facts.source_path},
               {"language", std::string(name(facts.language))}};
  if (!facts.title.empty()) json["title"] = facts.title;
  if (!facts.published.empty()) json["published"] = facts.published;
  if (!facts.source.empty()) json["source"] = facts.source;
  json["sentences"] = facts.sentence_count;
  return json;
}

Json entity_json(const ArticleFacts& facts, std::size_t index) {
  const Entity& entity = facts.entities[index];
  const std::string label(name(entity.label));
  Json labels = Json::array({label});
  if (entity.executive) labels.push_back("Executive");
  Json json = {{"kind", "entity"},         {"article", facts.source_path}, {"id", id_of(index)},
               {"label", label},           {"labels", std::move(labels)},  {"name", entity.name},
               {"aliases", entity.aliases}};
  if (!entity.ticker.empty()) json["ticker"] = entity.ticker;
  json["confidence"] = rounded(entity.confidence);
  for (const EntityMention& mention : entity.mentions) {
    json["mentions"].push_back(
        {{"sentence", mention.sentence}, {"start", mention.span.start}, {"end", mention.span.end}});
  }
  return json;
}

Json relation_json(const ArticleFacts& facts, const Relation& relation) {
  Json json = {{"kind", "relation"},
               {"article", facts.source_path},
               {"subject", id_of(relation.subject)},
               {"predicate", std::string(name(relation.predicate))},
               {"object", id_of(relation.object)},
               {"modality", std::string(name(relation.modality))},
               {"confidence", rounded(relation.confidence)}};
  if (!relation.title.empty()) json["title"] = relation.title;
  if (relation.valid_from) json["valid_from"] = to_string(*relation.valid_from);
  if (relation.valid_to) json["valid_to"] = to_string(*relation.valid_to);
  if (relation.deal) json["deal"] = deal_json(*relation.deal);
  if (!relation.rule.empty()) json["rule"] = relation.rule;
  json["evidence"] = evidence_json(relation.evidence);
  for (const Evidence& more : relation.more_evidence) {
    json["more_evidence"].push_back(evidence_json(more));
  }
  return json;
}

// Names come out of decoded text, but a caller may hand in anything: broken bytes are replaced
// rather than thrown about.
void append_line(std::string& out, const Json& json) {
  out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
  out += '\n';
}

}  // namespace

std::string to_json_lines(const ArticleFacts& facts) {
  std::string out;
  append_line(out, article_json(facts));
  for (std::size_t i = 0; i < facts.entities.size(); ++i) append_line(out, entity_json(facts, i));
  for (const Relation& relation : facts.relations) append_line(out, relation_json(facts, relation));
  return out;
}

}  // namespace yeon::ingest
