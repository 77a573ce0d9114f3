#include "store/sighting.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace yeon::ingest::store {
namespace {

using Texts = std::vector<std::string>;

Entity entity(EntityLabel label, std::string name, Texts aliases = {}, std::string ticker = {}) {
  Entity result;
  result.label = label;
  result.name = std::move(name);
  result.aliases = std::move(aliases);
  result.ticker = std::move(ticker);
  return result;
}

Relation relation(std::size_t subject, Predicate predicate, std::size_t object) {
  Relation result;
  result.subject = subject;
  result.predicate = predicate;
  result.object = object;
  return result;
}

const Sighting& sighting_of_entity(const Sightings& sightings, std::size_t entity) {
  return sightings.all[sightings.of_entity[entity]];
}

}  // namespace

TEST_CASE(
    "sightings_of: a thing is keyed by label and normalised name, its aliases are spellings") {
  ArticleFacts facts;
  facts.entities = {entity(EntityLabel::kFirm, "아라 전자", {"아라", "A"}, "012345")};
  const Sightings found = sightings_of(facts);
  REQUIRE(found.all.size() == 1);
  CHECK(found.all[0].key == "n:Firm:아라전자");
  CHECK(found.all[0].spellings == Texts{"n:Firm:아라"});
  CHECK(found.all[0].aliases == Texts{"아라"});
  CHECK(found.all[0].links == Texts{"t:012345"});
  CHECK(ticker_of(found.all[0].links[0]) == "012345");
}

TEST_CASE("sightings_of: the gazetteer's key goes before the name") {
  ArticleFacts facts;
  facts.entities = {entity(EntityLabel::kFirm, "Brightfen")};
  facts.entities[0].canonical = "brightfen";
  const Sightings found = sightings_of(facts);
  CHECK(found.all[0].key == "g:Firm:brightfen");
  CHECK(found.all[0].spellings == Texts{"n:Firm:brightfen"});
}

TEST_CASE("sightings_of: a person with a common name is keyed by employer, others by name") {
  ArticleFacts facts;
  facts.entities = {
      entity(EntityLabel::kPerson, "정하늘"), entity(EntityLabel::kFirm, "아라전자", {"아라"}),
      entity(EntityLabel::kPerson, "Nora Ferris"), entity(EntityLabel::kPerson, "한바다")};
  facts.relations = {relation(0, Predicate::kLeads, 1), relation(2, Predicate::kLeads, 1)};
  const Sightings found = sightings_of(facts);
  CHECK(sighting_of_entity(found, 0).key == "n:Person:정하늘@n:Firm:아라");
  CHECK(sighting_of_entity(found, 0).links ==
        Texts{"p:정하늘@n:Firm:아라", "p:정하늘@n:Firm:아라전자"});
  CHECK(sighting_of_entity(found, 0).spellings == Texts{"n:Person:정하늘"});
  CHECK(sighting_of_entity(found, 2).key == "n:Person:noraferris");
  CHECK(sighting_of_entity(found, 3).key == "n:Person:한바다");
}

TEST_CASE("sightings_of: entities with one key are one sighting") {
  ArticleFacts facts;
  facts.entities = {entity(EntityLabel::kFirm, "brightfen", {"BF"}),
                    entity(EntityLabel::kFirm, "Brightfen", {"Brightfen Labs"})};
  const Sightings found = sightings_of(facts);
  REQUIRE(found.all.size() == 1);
  CHECK(found.of_entity == std::vector<std::uint32_t>{0, 0});
  CHECK(found.all[0].name == "Brightfen");
  CHECK(found.all[0].aliases == Texts{"BF", "Brightfen Labs", "brightfen"});
  CHECK(found.all[0].mentions == 2);
}

TEST_CASE("sightings_of: hostile names give bounded keys without control characters") {
  ArticleFacts facts;
  facts.entities = {entity(EntityLabel::kFirm, std::string(100000, 'x')),
                    entity(EntityLabel::kFirm, std::string("a\0b", 3)),
                    entity(EntityLabel::kFirm, "")};
  for (const Sighting& sighting : sightings_of(facts).all) {
    CHECK(sighting.key.size() <= 200);
    CHECK(sighting.key.find('\0') == std::string::npos);
  }
}

TEST_CASE("twin_of: one name under the other label of its kind") {
  CHECK(twin_of("n:Firm:a") == "n:Organization:a");
  CHECK(twin_of("n:Organization:a") == "n:Firm:a");
  CHECK(twin_of("n:Product:a") == "n:Model:a");
  CHECK_FALSE(twin_of("n:Person:a"));
  CHECK(twin_of("g:Model:a") == "g:Product:a");
  CHECK_FALSE(twin_of("g:Person:a"));
}

}  // namespace yeon::ingest::store
