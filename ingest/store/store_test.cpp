#include "yeon/ingest/store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/news_fixture.h"
#include "yeon/ingest/digest.h"

namespace yeon::ingest::store {
namespace {

using Lines = std::vector<std::string>;

Story pact(const char* path = "a.txt", const char* published = "2025-03-02") {
  return Story(path, published)
      .firm("아라전자", {"아라"}, "012345")
      .firm("미리내소프트", {"MS"})
      .person("정하늘", {"정 대표"})
      .executive()
      .says("아라전자", Predicate::kPartnersWith, "미리내소프트")
      .from({2024, 9, 0})
      .says("정하늘", Predicate::kLeads, "미리내소프트")
      .title("대표");
}

}  // namespace

TEST_CASE("store: an article gives entities, claims and derived relationships") {
  auto news = empty_news();
  const Stored stored = tell(*news, pact());
  CHECK(stored.outcome == Outcome::kNew);
  const graph::Snapshot snapshot = news->snapshot();
  CHECK(entities_of(snapshot) ==
        Lines{"Firm 미리내소프트 (MS)", "Firm 아라전자 (아라) 012345", "Person:Executive 정하늘"});
  CHECK(ties_of(snapshot) == Lines{"아라전자 PARTNERS_WITH 미리내소프트 asserted from=2024-09 x1",
                                   "정하늘 LEADS 미리내소프트 asserted title=대표 x1"});
  CHECK(count_of(snapshot, "Article") == 1);
  CHECK(count_of(snapshot, "Claim") == 2);
  // 2 CLAIMS, 2 SUBJECT, 2 OBJECT, 3 MENTIONS, 2 derived.
  CHECK(snapshot.count_relationships() == 11);
  CHECK(article_text(snapshot, stored.article).value() == pact().facts().text);
  CHECK(article_of_source(snapshot, "a.txt").value() == stored.article);
}

TEST_CASE("store: the same bytes again change nothing, wherever they lie") {
  auto news = empty_news();
  const Stored first = tell(*news, pact());
  const std::string digest_before = digest(news->snapshot()).value();
  CHECK(tell(*news, pact()).outcome == Outcome::kUnchanged);
  CHECK(digest(news->snapshot()).value() == digest_before);

  Story copy = pact("copy.txt");
  copy.text(pact().facts().text);
  const Stored second = tell(*news, copy);
  CHECK(second.outcome == Outcome::kUnchanged);
  CHECK(second.article == first.article);
  CHECK(count_of(news->snapshot(), "Article") == 1);
  CHECK(count_of(news->snapshot(), "Claim") == 2);
}

TEST_CASE("store: a corrected article replaces what it said before") {
  auto news = empty_news();
  const Stored first = tell(*news, pact());
  const Story corrected = Story("a.txt", "2025-03-02")
                              .text("a correction")
                              .firm("아라전자")
                              .firm("새롬칩")
                              .says("아라전자", Predicate::kSuppliesTo, "새롬칩");
  const Stored second = tell(*news, corrected);
  CHECK(second.outcome == Outcome::kReplaced);
  CHECK(second.article == first.article);
  CHECK(second.node == first.node);
  CHECK(entities_of(news->snapshot()) == Lines{"Firm 새롬칩", "Firm 아라전자"});
  CHECK(ties_of(news->snapshot()) == Lines{"아라전자 SUPPLIES_TO 새롬칩 asserted x1"});

  auto fresh = empty_news();
  tell(*fresh, corrected);
  CHECK(digest(news->snapshot()).value() == digest(fresh->snapshot()).value());
}

TEST_CASE("store: a source that takes over another article's text joins it") {
  auto news = empty_news();
  const Stored a = tell(*news, pact("a.txt"));
  const Stored b = tell(*news, Story("b.txt", "2025-03-02").firm("새롬칩"));
  Story same = pact("b.txt");
  same.text(pact("a.txt").facts().text);
  const Stored joined = tell(*news, same);
  CHECK(joined.outcome == Outcome::kReplaced);
  CHECK(joined.article == a.article);
  CHECK(count_of(news->snapshot(), "Article") == 1);
  CHECK_FALSE(article_text(news->snapshot(), b.article).value());
  // And leaves it again with a text of its own.
  const Stored apart = tell(*news, Story("b.txt", "2025-03-02").text("new").firm("새롬칩"));
  CHECK(apart.outcome == Outcome::kReplaced);
  CHECK(apart.article != a.article);
  CHECK(count_of(news->snapshot(), "Article") == 2);
  CHECK(ties_of(news->snapshot()).size() == 2);
}

TEST_CASE("store: several articles about one pair are one relationship, folded") {
  auto news = empty_news();
  const auto told = [&](const char* path, const char* day, Predicate predicate, Modality modality) {
    tell(*news, Story(path, day)
                    .firm("Oakmere")
                    .firm("Brightfen")
                    .says("Oakmere", predicate, "Brightfen", modality));
  };
  told("1.txt", "2025-01-10", Predicate::kMayAcquire, Modality::kRumored);
  CHECK(ties_of(news->snapshot()) == Lines{"Oakmere MAY_ACQUIRE Brightfen rumored x1"});
  told("2.txt", "2025-02-10", Predicate::kMayAcquire, Modality::kInTalks);
  CHECK(ties_of(news->snapshot()) == Lines{"Oakmere MAY_ACQUIRE Brightfen in_talks x2"});
  told("3.txt", "2025-03-10", Predicate::kAcquired, Modality::kAsserted);
  CHECK(ties_of(news->snapshot()) == Lines{"Oakmere ACQUIRED Brightfen asserted x1",
                                           "Oakmere MAY_ACQUIRE Brightfen ended by=ACQUIRED x2"});
}

TEST_CASE("store: a symmetric tie is one, whichever side is named first") {
  auto news = empty_news();
  tell(*news,
       Story("2.txt", "2025-02-01").firm("B").firm("A").says("B", Predicate::kPartnersWith, "A"));
  CHECK(ties_of(news->snapshot()) == Lines{"B PARTNERS_WITH A asserted x1"});
  // The earliest claim gives the direction.
  tell(*news,
       Story("1.txt", "2025-01-01").firm("A").firm("B").says("A", Predicate::kPartnersWith, "B"));
  CHECK(ties_of(news->snapshot()) == Lines{"A PARTNERS_WITH B asserted x2"});
}

TEST_CASE("store: retracting takes back what the article alone carried, and no more") {
  auto news = empty_news();
  const Story base = Story("1.txt", "2025-01-01")
                         .firm("Oakmere")
                         .firm("Brightfen")
                         .says("Oakmere", Predicate::kMayAcquire, "Brightfen", Modality::kRumored);
  tell(*news, base);
  const std::string before = digest(news->snapshot()).value();
  const Stored second =
      tell(*news, Story("2.txt", "2025-02-01")
                      .firm("Oakmere", {"OM"})
                      .firm("Brightfen")
                      .firm("Fenlabs")
                      .says("Oakmere", Predicate::kMayAcquire, "Brightfen", Modality::kDenied)
                      .says("Fenlabs", Predicate::kSubsidiaryOf, "Brightfen"));
  CHECK(ties_of(news->snapshot()) == Lines{"Fenlabs SUBSIDIARY_OF Brightfen asserted x1",
                                           "Oakmere MAY_ACQUIRE Brightfen denied x2"});
  REQUIRE(retract_article(*news, second.article));
  CHECK(digest(news->snapshot()).value() == before);
  CHECK(ties_of(news->snapshot()) == Lines{"Oakmere MAY_ACQUIRE Brightfen rumored x1"});
  CHECK_FALSE(article_of_source(news->snapshot(), "2.txt").value());

  const Status again = retract_article(*news, second.article);
  REQUIRE_FALSE(again);
  CHECK(again.error().type == ErrorType::kNotFound);
}

TEST_CASE("store: after everything is retracted nothing is left") {
  auto news = empty_news();
  const Stored a = tell(*news, pact("a.txt"));
  const Stored b = tell(*news, pact("b.txt"));
  REQUIRE(retract_article(*news, a.article));
  REQUIRE(retract_article(*news, b.article));
  CHECK(news->snapshot().count_nodes() == 0);
  CHECK(news->snapshot().count_relationships() == 0);
  CHECK(news->snapshot().records(graph::Space::kLedger, "").value().empty());
  CHECK(news->snapshot().records(graph::Space::kText, "").value().empty());
}

TEST_CASE("store: what a transaction stored is gone when it is not committed") {
  auto news = empty_news();
  {
    auto transaction = news->begin();
    REQUIRE(transaction);
    REQUIRE(store_article(*transaction, pact(), {}));
  }
  CHECK(news->snapshot().count_nodes() == 0);
  CHECK(tell(*news, pact()).outcome == Outcome::kNew);
}

TEST_CASE("store: relations to entities that are not there, and odd figures, do no harm") {
  auto news = empty_news();
  Story story =
      Story("a.txt", "").firm("A").firm("B").says("A", Predicate::kSues, "B").deal({}, -5, "KRW");
  ArticleFacts facts = story;
  facts.relations[0].confidence = -1;
  facts.relations.push_back(facts.relations[0]);
  facts.relations[1].object = 99;
  tell(*news, facts);
  CHECK(count_of(news->snapshot(), "Claim") == 1);
  CHECK(ties_of(news->snapshot()) == Lines{"A SUES B asserted amount=-5 in=KRW x1"});
}

TEST_CASE("store: told again, an unchanged text is read by the new rules") {
  auto news = empty_news();
  tell(*news, pact());
  Story reread = pact();
  reread.says("아라전자", Predicate::kSues, "미리내소프트");
  CHECK(tell(*news, reread).outcome == Outcome::kUnchanged);
  const auto stored = store_article(*news, reread, {"", /*again=*/true});
  REQUIRE(stored);
  CHECK(stored->outcome == Outcome::kReplaced);
  CHECK(ties_of(news->snapshot()).size() == 3);
  CHECK(count_of(news->snapshot(), "Article") == 1);
}

}  // namespace yeon::ingest::store
