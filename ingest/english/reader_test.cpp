#include "english/reader.h"

#include <doctest/doctest.h>

#include "relation/assemble.h"
#include "text/read_article.h"

using namespace yeon::ingest;

namespace {

struct Tools {
  std::unique_ptr<Gazetteer> gazetteer;
  std::unique_ptr<english::Reader> reader;
};

const Tools& tools() {
  static const Tools kTools = [] {
    const std::filesystem::path data = YEON_INGEST_DATA;
    auto gazetteer = Gazetteer::load(data / "gazetteer");
    REQUIRE(gazetteer);
    Tools made;
    made.gazetteer = std::make_unique<Gazetteer>(*std::move(gazetteer));
    auto reader = english::Reader::create(data, *made.gazetteer);
    REQUIRE(reader);
    made.reader = *std::move(reader);
    return made;
  }();
  return kTools;
}

ArticleFacts facts_of(std::string_view text) {
  auto document = read_article(text, "test.txt");
  REQUIRE(document);
  english::Reading reading = tools().reader->read(*document);
  return assemble(*std::move(document), std::move(reading.linking), std::move(reading.drafts));
}

std::string show(const ArticleFacts& facts, const Relation& relation) {
  std::string out =
      fmt::format("{} {} {} {}", facts.entities[relation.subject].name, name(relation.predicate),
                  facts.entities[relation.object].name, name(relation.modality));
  if (!relation.title.empty()) out += fmt::format(" ({})", relation.title);
  if (relation.valid_from) out += fmt::format(" from {}", to_string(*relation.valid_from));
  if (relation.valid_to) out += fmt::format(" to {}", to_string(*relation.valid_to));
  if (relation.deal && relation.deal->stake_percent)
    out += fmt::format(" {}%", *relation.deal->stake_percent);
  if (relation.deal && relation.deal->amount)
    out += fmt::format(" {} {}", *relation.deal->amount, relation.deal->currency);
  return out;
}

/// All relations, one a line, sorted.
std::string relations_in(std::string_view body) {
  const ArticleFacts facts =
      facts_of(fmt::format("Companies in the news today\n\nUpdated 2025-07-10\n\n{}\n", body));
  std::vector<std::string> lines;
  for (const Relation& relation : facts.relations) lines.push_back(show(facts, relation));
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string entities_in(std::string_view body) {
  const ArticleFacts facts = facts_of(fmt::format("Companies in the news today\n\n{}\n", body));
  std::vector<std::string> lines;
  for (const Entity& entity : facts.entities) {
    std::string line = fmt::format("{}:{}", name(entity.label), entity.name);
    if (entity.executive) line += "!";
    for (const std::string& alias : entity.aliases) line += "/" + alias;
    lines.push_back(std::move(line));
  }
  return fmt::format("{}", fmt::join(lines, " "));
}

struct Case {
  std::string_view rule;
  std::string_view body;
  std::string_view expected;
};

// Published on 2025-07-10. The names are invented.
constexpr Case kRelations[] = {
    {"a purchase that is agreed is planned, with its price",
     "Software firm Oakmere has agreed to buy chip designer Brightfen for $2.5 billion.",
     "Oakmere ACQUIRED Brightfen planned 2500000000 USD"},
    {"a purchase that has closed, in the passive, with its year",
     "Brightfen was acquired by insurer Oakmere in 2021.",
     "Oakmere ACQUIRED Brightfen asserted from 2021"},
    {"a nominal purchase under a verb of completion",
     "Bank Oakmere completed its purchase of lender Brightfen in March.",
     "Oakmere ACQUIRED Brightfen asserted from 2025-03"},
    {"what is weighed is in talks, and not bought",
     "Carmaker Oakmere is weighing a bid for parts maker Brightfen.",
     "Oakmere MAY_ACQUIRE Brightfen in_talks"},
    {"hearsay without a party behind it is a rumour",
     "Carmaker Oakmere is reportedly preparing an offer for parts maker Brightfen.",
     "Oakmere MAY_ACQUIRE Brightfen rumored"},
    {"a denial beats what it denies",
     "Carmaker Oakmere denied that it was in talks to buy parts maker Brightfen.",
     "Oakmere MAY_ACQUIRE Brightfen denied"},
    {"talks that collapsed are ended",
     "Merger talks between chemicals group Oakmere and rival Brightfen have collapsed.",
     "Brightfen COMPETES_WITH Oakmere asserted\nOakmere MAY_ACQUIRE Brightfen ended"},
    {"a list is spread out",
     "Chip maker Oakmere supplies sensors to Brightfen, Larkfield and Tarnwood.",
     "Oakmere SUPPLIES_TO Brightfen asserted\nOakmere SUPPLIES_TO Larkfield asserted\nOakmere "
     "SUPPLIES_TO Tarnwood asserted"},
    {"who stopped supplying supplied until then",
     "Chip maker Oakmere supplied sensors to carmaker Brightfen until 2024.",
     "Oakmere SUPPLIES_TO Brightfen ended to 2024"},
    {"a holding with its share", "Fund Falconridge owns 7.5% of carmaker Brightfen.",
     "Falconridge OWNS_STAKE_IN Brightfen asserted 7.5%"},
    {"a holding that was sold is over, and the buyer has it",
     "Fund Falconridge sold its 12% stake in carmaker Brightfen to insurer Oakmere in May.",
     "Falconridge OWNS_STAKE_IN Brightfen ended to 2025-05 12%\nOakmere OWNS_STAKE_IN Brightfen "
     "asserted from 2025-05 12%"},
    {"each investor has its own sum",
     "Fund Falconridge invested $50 million in start-up Brightfen and bank Larkfield $25 million.",
     "Falconridge INVESTS_IN Brightfen asserted 50000000 USD\nLarkfield INVESTS_IN Brightfen "
     "asserted 25000000 USD"},
    {"a possessive makes a maker; a model is based on another's",
     "Start-up Brightfen's model Lark 2 is based on chip firm Oakmere's model Fen 3.",
     "Brightfen DEVELOPS Lark 2 asserted\nLark 2 BASED_ON Fen 3 asserted\nOakmere DEVELOPS Fen 3 "
     "asserted"},
    {"a product runs on a model",
     "Insurer Oakmere uses FenDesk, a chatbot developed by start-up Brightfen.",
     "Brightfen DEVELOPS FenDesk asserted\nOakmere USES FenDesk asserted"},
    {"what is to be launched is planned, in the last month of its half",
     "Robot maker Oakmere plans to launch a smaller robot called Mole 3 in the second half.",
     "Oakmere PLANS_TO_DEVELOP Mole 3 planned from 2025-12"},
    {"offices in apposition, before the name and behind be",
     "Nora Holm, chief executive of chip maker Oakmere, met Brightfen CEO Jon Marsh.",
     "Jon Marsh LEADS Brightfen asserted (CEO)\nNora Holm LEADS Oakmere asserted (chief "
     "executive)"},
    {"an office that begins and one that ended",
     "Retailer Oakmere named Nora Holm as its next chief executive.\nShe succeeds Jon Marsh, who "
     "will step down at the end of August.",
     "Jon Marsh LEADS Oakmere ended (chief executive) to 2025-08\nNora Holm LEADS Oakmere planned "
     "(chief executive)"},
    {"a former post is work that ended",
     "Nora Holm, a former Brightfen engineer, founded chip maker Oakmere in 2019.",
     "Nora Holm FOUNDED Oakmere asserted from 2019\nNora Holm WORKS_FOR Brightfen ended "
     "(engineer)"},
    {"a field makes an office a post", "Nora Holm is head of design at carmaker Oakmere.",
     "Nora Holm WORKS_FOR Oakmere asserted (head of design)"},
    {"coreference: the company is the one spoken of",
     "Chip maker Oakmere has a new factory.\nThe company has a partnership with carmaker "
     "Brightfen.",
     "Oakmere PARTNERS_WITH Brightfen asserted"},
    {"coreference: the two companies are the last pair",
     "Bank Oakmere invested in start-up Brightfen.\nThe two companies also signed a cooperation "
     "agreement that runs until 2030.",
     "Oakmere INVESTS_IN Brightfen asserted\nOakmere PARTNERS_WITH Brightfen asserted to 2030"},
    {"a child and its parent", "Brightfen is a unit of insurer Oakmere.",
     "Brightfen SUBSIDIARY_OF Oakmere asserted"},
    {"a suit and its end",
     "Chip maker Oakmere sued rival Brightfen in October 2024.\nOakmere dropped the lawsuit last "
     "month.",
     "Brightfen COMPETES_WITH Oakmere asserted\nOakmere SUES Brightfen ended from 2024-10 to "
     "2025-06"},
    {"a rumour denied in the next sentence is denied",
     "Carmaker Oakmere was rumoured to be interested in buying start-up Brightfen.\nA spokesman "
     "said the rumour was baseless.",
     "Oakmere MAY_ACQUIRE Brightfen denied"},
    {"no fact without two named sides",
     "Chip maker Oakmere plans to hire 300 engineers and to open an office abroad.", ""},
};

constexpr Case kEntities[] = {
    {"short forms and abbreviations belong to the full name",
     "Tarnwood Robotics Inc makes robots.\nTarnwood hired staff.\nFen Devices Group (FDG) did not.",
     "Firm:Tarnwood Robotics Inc/Tarnwood Firm:Fen Devices Group/FDG"},
    {"a surname is the person", "Nora Holm, chief executive of bank Oakmere, spoke.\nHolm smiled.",
     "Person:Nora Holm!/Holm Firm:Oakmere"},
    {"places, days and kinds are no names",
     "German carmaker Oakmere said on Tuesday that sales in France rose.", "Firm:Oakmere"},
    {"versions are part of a name",
     "Start-up Brightfen released the model Lark 2.5 and the chip KX4.",
     "Firm:Brightfen Model:Lark 2.5 Product:KX4"},
    {"bodies by their words",
     "The University of Larkfield and the Ministry of Works agreed with insurer Oakmere.",
     "Organization:University of Larkfield Organization:Ministry of Works Firm:Oakmere"},
    {"an ordinary word that a sentence's start capitalises is no name",
     "Shares of insurer Oakmere rose.\nPension funds bought.", "Firm:Oakmere"},
};

}  // namespace

TEST_CASE("English relations") {
  for (const Case& one : kRelations) {
    const std::string_view rule = one.rule;
    const std::string_view body = one.body;
    const std::string_view expected = one.expected;
    CAPTURE(rule);
    CHECK(relations_in(body) == expected);
  }
}

TEST_CASE("English entities") {
  for (const Case& one : kEntities) {
    const std::string_view rule = one.rule;
    const std::string_view body = one.body;
    const std::string_view expected = one.expected;
    CAPTURE(rule);
    CHECK(entities_in(body) == expected);
  }
}

TEST_CASE("English: a report of a game holds no relations, whatever its words") {
  CHECK(relations_in(
            "Ashwick City beat Thornby United in the cup with a late goal.\n"
            "Striker Ivo Marsh, on loan from Thornby, scored the winner in stoppage time.\n"
            "Ashwick manager Sean Poole praised the goalkeeper after the match.\n"
            "The partnership of Marsh and Leo Brand has produced nine goals this season.") == "");
}

TEST_CASE("English: evidence is the sentence, cut out of the text as it is") {
  const ArticleFacts facts = facts_of(
      "A headline\n\nLONDON, June 9 (Fen Wire) - Insurer “Oakmere” bought Brightfen, a café "
      "chain.\n");
  REQUIRE(facts.relations.size() == 1);
  const Evidence& evidence = facts.relations[0].evidence;
  CHECK(evidence.sentence == 2);
  CHECK(evidence.text ==
        "LONDON, June 9 (Fen Wire) - Insurer “Oakmere” bought Brightfen, a café chain.");
  CHECK(evidence.span.end - evidence.span.start == 77);
}

TEST_CASE("English: broken and hostile text is read without harm") {
  for (const std::string_view body :
       {"", "'s", "\"", "(", "Oakmere", "Oakmere ,,,, and and and Brightfen 's 's",
        "to to to be be be", "which which that that bought", "of of of of",
        "\xF0\x9F\x98\x80 Oakmere \xF0\x9F\x98\x80"}) {
    CAPTURE(body);
    CHECK(relations_in(body).find("ACQUIRED") == std::string::npos);
  }
  std::string long_line = "Insurer Oakmere";
  for (int i = 0; i < 2000; ++i) long_line += ", which said that it";
  CHECK(relations_in(long_line).empty());
}

TEST_CASE("English: sentences in any order of words are read without harm") {
  std::vector<std::string> words;
  for (const Case& one : kRelations) {
    for (std::string_view rest = one.body; !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      words.emplace_back(rest.substr(0, blank));
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  std::uint32_t state = 1;  // a small generator of our own: the same shuffles everywhere
  for (int round = 0; round < 40; ++round) {
    for (std::size_t i = words.size() - 1; i > 0; --i) {
      state = state * 1664525U + 1013904223U;
      std::swap(words[i], words[(state >> 8) % (i + 1)]);
    }
    const ArticleFacts facts = facts_of(fmt::format("Words\n\n{}\n", fmt::join(words, " ")));
    for (const Relation& relation : facts.relations) {
      REQUIRE(relation.subject < facts.entities.size());
      REQUIRE(relation.object < facts.entities.size());
    }
  }
}

TEST_CASE("English: without its data files a reader is refused, with the file's name") {
  const auto reader = english::Reader::create("/nowhere", *tools().gazetteer);
  REQUIRE(!reader);
  CHECK(reader.error().message.find("words.tsv") != std::string::npos);
}
