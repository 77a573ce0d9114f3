#include <doctest/doctest.h>

#include <filesystem>

#include "yeon/ingest/extractor.h"

// Whole articles of a line or two, through the data files as they are shipped. The names are
// invented, and in no list.

namespace yeon::ingest {
namespace {

constexpr std::string_view kDictionary = YEON_MECAB_DICTIONARY;

bool has_dictionary() {
  return !kDictionary.empty() &&
         std::filesystem::exists(std::filesystem::path(kDictionary) / "sys.dic");
}

const Extractor& extractor(bool morphology) {
  const auto create = [](std::string_view dictionary) {
    auto made = Extractor::create({YEON_INGEST_DATA, dictionary});
    REQUIRE_MESSAGE(made.has_value(), made.error().message);
    return std::move(*made);
  };
  static const std::unique_ptr<Extractor> plain = create("");
  static const std::unique_ptr<Extractor> mecab = has_dictionary() ? create(kDictionary) : nullptr;
  return morphology ? *mecab : *plain;
}

// "subject PREDICATE object modality; ..." of an article with these sentences.
std::string facts(std::string_view body, bool morphology) {
  const std::string article =
      "해밀전자 소식\n\n입력 2025.06.10 09:00\n\n" + std::string(body) + "\n";
  const auto read = extractor(morphology).extract(article, "a.txt");
  REQUIRE(read.has_value());
  std::string shown;
  for (const Relation& relation : read->relations) {
    shown += fmt::format("{} {} {} {}; ", read->entities[relation.subject].name,
                         name(relation.predicate), read->entities[relation.object].name,
                         name(relation.modality));
  }
  return shown;
}

struct Case {
  std::string_view rule;
  std::string_view body;
  std::string_view fact;  ///< must be among those read
};

// These hold with and without a dictionary.
constexpr Case kBothWays[] = {
    {"a pact", "해밀전자[987650]는 두레은행과 업무협약을 맺었다고 10일 밝혔다.",
     "해밀전자 PARTNERS_WITH 두레은행 asserted"},
    {"a purchase agreed", "해밀전자[987650]는 온누리제약을 인수하기로 했다고 밝혔다.",
     "해밀전자 ACQUIRED 온누리제약 planned"},
    {"a purchase talked of", "해밀전자[987650]는 온누리제약을 인수하는 방안을 검토하고 있다.",
     "해밀전자 MAY_ACQUIRE 온누리제약 in_talks"},
    {"a rumour", "업계에서는 해밀전자[987650]가 온누리제약을 인수할 것이라는 관측이 나온다.",
     "해밀전자 MAY_ACQUIRE 온누리제약 rumored"},
    {"a denial", "해밀전자[987650]는 온누리제약을 인수한다는 소문은 사실이 아니라고 부인했다.",
     "해밀전자 MAY_ACQUIRE 온누리제약 denied"},
    {"a supply that ended",
     "해밀전자[987650]는 온누리제약에 부품을 공급해 왔으나 계약은 지난해 10월 종료됐다.",
     "해밀전자 SUPPLIES_TO 온누리제약 ended"},
    {"an office", "민가람 해밀전자 대표는 \"열심히 하겠다\"고 말했다.",
     "민가람 LEADS 해밀전자 asserted"},
    {"a former office", "민가람 전 해밀전자 대표는 말을 아꼈다.", "민가람 LEADS 해밀전자 ended"},
};

}  // namespace

TEST_CASE("Korean: facts of one sentence, with morphemes and without") {
  if (!has_dictionary()) MESSAGE("no Korean dictionary: only particle stripping is tested");
  for (const bool morphology : {true, false}) {
    if (morphology && !has_dictionary()) continue;
    for (const auto& one : kBothWays) {
      const std::string_view rule = one.rule;
      const std::string_view body = one.body;
      const std::string_view fact = one.fact;
      CAPTURE(rule);
      CAPTURE(morphology);
      const std::string read = facts(body, morphology);
      CAPTURE(read);
      CHECK(read.find(fact) != std::string::npos);
    }
  }
}

TEST_CASE("Korean: coreference, lists and modifying clauses") {
  if (!has_dictionary()) {
    MESSAGE("skipped: no Korean dictionary");
    return;
  }
  constexpr Case kCases[] = {
      {"both firms",
       "해밀전자[987650]는 두레은행과 손잡았다.\n양사는 결제 앱 '햇살페이'를 함께 개발한다.",
       "두레은행 DEVELOPS 햇살페이 asserted"},
      {"a list is spread out", "해밀전자[987650]는 두레은행, 나루증권과 각각 협약을 체결했다.",
       "해밀전자 PARTNERS_WITH 나루증권 asserted"},
      {"an elided subject",
       "해밀전자[987650]는 새 사업에 나선다.\n내년에는 로봇 '도토리 2'를 출시할 계획이다.",
       "해밀전자 PLANS_TO_DEVELOP 도토리 2 planned"},
      {"a subsidiary in apposition",
       "해밀전자[987650]의 자회사인 해밀클라우드는 새 서비스를 준비한다.",
       "해밀클라우드 SUBSIDIARY_OF 해밀전자 asserted"},
      {"a founder in a modifying clause", "2019년 민가람 대표가 세운 온누리제약은 신약 개발사다.",
       "민가람 FOUNDED 온누리제약 asserted"},
      {"investors by their particles", "온누리제약은 두레은행으로부터 300억 원을 투자받았다.",
       "두레은행 INVESTS_IN 온누리제약 asserted"},
      {"a model made from another",
       "'모루 2'는 나루소프트의 언어모델 '모루 1'을 미세조정한 모델이다.",
       "모루 2 BASED_ON 모루 1 asserted"},
      {"a part of what is named by its owner",
       "해밀전자[987650]는 '모루 2' 기술을 햇살페이 서비스를 포함한 해밀전자의 여러 사업에 "
       "적용하겠다고 밝혔다.\n해밀전자는 결제 앱 '햇살페이'를 운영한다.",
       "햇살페이 USES 모루 2 planned"},
  };
  for (const auto& one : kCases) {
    const std::string_view rule = one.rule;
    const std::string_view body = one.body;
    const std::string_view fact = one.fact;
    CAPTURE(rule);
    const std::string read = facts(body, true);
    CAPTURE(read);
    CHECK(read.find(fact) != std::string::npos);
  }
}

TEST_CASE("Korean: no fact comes from a text that holds none") {
  for (const bool morphology : {true, false}) {
    if (morphology && !has_dictionary()) continue;
    CHECK(facts("두 팀은 12일 안방에서 맞붙는다.\n후반 20분 투입된 공격수가 승부를 갈랐다.",
                morphology)
              .empty());
    CHECK(facts("내일은 전국이 맑겠다.\n낮 기온은 25도까지 오른다.", morphology).empty());
  }
}

TEST_CASE("Korean: an office takes its whole word, a leading date every clause") {
  if (!has_dictionary()) return;
  const auto read = extractor(true).extract(
      "해밀전자 소식\n\n입력 2025.06.10 09:00\n\n"
      "해밀전자의 자회사인 해밀연구원은 새 모델을 공개했다.\n"
      "민가람 해밀연구원장은 두레은행과 손잡겠다고 말했다.\n"
      "해밀전자[987650]와 두레은행은 협력해 왔다.\n"
      "지난해 9월 두 회사는 새 법인을 함께 신설하고 서비스를 개발하는 5개년 파트너십을 체결했다.\n",
      "a.txt");
  REQUIRE(read.has_value());
  std::string offices;
  std::string since;
  for (const Relation& relation : read->relations) {
    if (relation.predicate == Predicate::kLeads) offices += relation.title;
    if (relation.predicate == Predicate::kPartnersWith && relation.valid_from) {
      since = to_string(*relation.valid_from);
    }
  }
  CHECK(offices == "연구원장");
  CHECK(since == "2024-09");
}

TEST_CASE("Korean: evidence is the very sentence of the article") {
  const auto read = extractor(false).extract(
      "해밀전자 소식\n\n해밀전자[987650]는 두레은행과 업무협약을 맺었다.\n", "a.txt");
  REQUIRE(read.has_value());
  REQUIRE_FALSE(read->relations.empty());
  const Evidence& evidence = read->relations.front().evidence;
  CHECK(evidence.sentence == 2);
  CHECK(evidence.text == "해밀전자[987650]는 두레은행과 업무협약을 맺었다.");
}

}  // namespace yeon::ingest
