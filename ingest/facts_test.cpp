#include "yeon/ingest/facts.h"

#include <doctest/doctest.h>

#include "yeon/ingest/fact_lines.h"

namespace yeon::ingest {

TEST_CASE("Names of labels, predicates and modalities are read back to the same value") {
  for (const auto label : {EntityLabel::kFirm, EntityLabel::kPerson, EntityLabel::kModel,
                           EntityLabel::kProduct, EntityLabel::kOrganization}) {
    CHECK(entity_label(name(label)) == label);
  }
  for (int i = 0; i <= static_cast<int>(Predicate::kSues); ++i) {
    const auto value = static_cast<Predicate>(i);
    CHECK(predicate(name(value)) == value);
  }
  for (int i = 0; i <= static_cast<int>(Modality::kEnded); ++i) {
    const auto value = static_cast<Modality>(i);
    CHECK(modality(name(value)) == value);
  }
  CHECK_FALSE(predicate("LOVES").has_value());
  CHECK_FALSE(entity_label("firm").has_value());
}

TEST_CASE("A partial date is printed as exactly as it is known") {
  CHECK(to_string(PartialDate{2024, 0, 0}) == "2024");
  CHECK(to_string(PartialDate{2024, 9, 0}) == "2024-09");
  CHECK(to_string(PartialDate{2024, 9, 3}) == "2024-09-03");
}

TEST_CASE("Fact lines: one JSON object a line, optional fields only where they are known") {
  ArticleFacts facts;
  facts.source_path = "in/a.txt";
  facts.title = "가람\"전자\"";
  facts.sentence_count = 2;
  facts.entities.resize(2);
  Entity& firm = facts.entities[0];
  firm.name = "가람전자";
  firm.aliases = {"가람"};
  firm.ticker = "999990";
  firm.confidence = 0.9;
  Entity& person = facts.entities[1];
  person.label = EntityLabel::kPerson;
  person.executive = true;
  person.name = "한새봄";
  person.confidence = 0.8;
  Relation leads;
  leads.subject = 1;
  leads.predicate = Predicate::kLeads;
  leads.object = 0;
  leads.confidence = 0.95;
  leads.title = "대표";
  leads.rule = "ko.title";
  leads.evidence = {2, {8, 20}, "한새봄 가람전자 대표"};
  facts.relations.push_back(leads);

  CHECK(
      to_json_lines(facts) ==
      R"({"kind":"article","article":"in/a.txt","language":"ko","title":"가람\"전자\"","sentences":2})"
      "\n"
      R"({"kind":"entity","article":"in/a.txt","id":"e1","label":"Firm","labels":["Firm"],"name":"가람전자","aliases":["가람"],"ticker":"999990","confidence":0.9})"
      "\n"
      R"({"kind":"entity","article":"in/a.txt","id":"e2","label":"Person","labels":["Person","Executive"],"name":"한새봄","aliases":[],"confidence":0.8})"
      "\n"
      R"({"kind":"relation","article":"in/a.txt","subject":"e2","predicate":"LEADS","object":"e1","modality":"asserted","confidence":0.95,"title":"대표","rule":"ko.title","evidence":{"sentence":2,"start":8,"end":20,"text":"한새봄 가람전자 대표"}})"
      "\n");
}

TEST_CASE("Fact lines: dates and deals are written as exactly as they are known") {
  ArticleFacts facts;
  facts.source_path = "b";
  facts.entities.resize(2);
  Relation deal;
  deal.predicate = Predicate::kAcquired;
  deal.object = 1;
  deal.valid_from = PartialDate{2025, 6, 0};
  deal.deal = Deal{51.5, 41'000'000'000, "KRW"};
  facts.relations.push_back(deal);

  const std::string lines = to_json_lines(facts);
  CHECK(lines.find(R"("valid_from":"2025-06")") != std::string::npos);
  CHECK(lines.find(R"("deal":{"stake_percent":51.5,"amount":41000000000,"currency":"KRW"})") !=
        std::string::npos);
  CHECK(lines.find("valid_to") == std::string::npos);
}

}  // namespace yeon::ingest
