// Which articles speak of the same things; the rules are resolve.h's, this is how a graph keeps
// them.
#include "store/identity.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "store/news_fixture.h"
#include "yeon/ingest/digest.h"

namespace yeon::ingest::store {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("identity: an alias joins articles, their claims and mentions") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01")
                  .firm("아라")
                  .firm("새롬칩")
                  .says("아라", Predicate::kSuppliesTo, "새롬칩"));
  tell(*news, Story("2.txt", "2025-01-02")
                  .firm("아라전자")
                  .firm("새롬칩")
                  .says("아라전자", Predicate::kSuppliesTo, "새롬칩"));
  CHECK(entities_of(news->snapshot()).size() == 3);
  tell(*news, Story("3.txt", "2025-01-03").firm("아라전자", {"아라"}));
  CHECK(entities_of(news->snapshot()) == Lines{"Firm 새롬칩", "Firm 아라전자 (아라)"});
  CHECK(ties_of(news->snapshot()) == Lines{"아라전자 SUPPLIES_TO 새롬칩 asserted x2"});
}

TEST_CASE("identity: when the article that joined two is retracted, they part again") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01")
                  .firm("아라")
                  .firm("새롬칩")
                  .says("아라", Predicate::kSuppliesTo, "새롬칩"));
  tell(*news, Story("2.txt", "2025-01-02")
                  .firm("아라전자")
                  .firm("새롬칩")
                  .says("아라전자", Predicate::kSuppliesTo, "새롬칩"));
  const std::string before = digest(news->snapshot()).value();
  const Stored joining = tell(*news, Story("3.txt", "2025-01-03").firm("아라전자", {"아라"}));
  REQUIRE(retract_article(*news, joining.article));
  CHECK(digest(news->snapshot()).value() == before);
}

TEST_CASE("identity: an alias that turns out to be ambiguous parts what it joined") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01").firm("Oakmere Bank", {"Oakmere"}));
  tell(*news, Story("2.txt", "2025-01-02").firm("Oakmere"));
  CHECK(entities_of(news->snapshot()).size() == 1);
  tell(*news, Story("3.txt", "2025-01-03").firm("Oakmere Chips", {"Oakmere"}));
  CHECK(entities_of(news->snapshot()) ==
        Lines{"Firm Oakmere", "Firm Oakmere Bank (Oakmere)", "Firm Oakmere Chips (Oakmere)"});
}

TEST_CASE("identity: the gazetteer's key joins spellings of all languages") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01").firm("Brightfen").canonical("brightfen"));
  tell(*news, Story("2.txt", "2025-01-02").firm("브라이트펜").canonical("brightfen"));
  tell(*news, Story("3.txt", "2025-01-03").firm("브라이트펜"));
  CHECK(entities_of(news->snapshot()) == Lines{"Firm 브라이트펜 (Brightfen)"});
}

TEST_CASE("identity: two people of one name are told apart by employer") {
  auto news = empty_news();
  const auto leads = [](const char* path, const char* firm) {
    return Story(path, "2025-01-01")
        .person("정하늘")
        .executive()
        .firm(firm)
        .says("정하늘", Predicate::kLeads, firm);
  };
  tell(*news, leads("1.txt", "아라전자"));
  tell(*news, Story("2.txt", "2025-01-02").person("정하늘"));
  CHECK(entities_of(news->snapshot()).size() == 2);  // one Person, one Firm
  tell(*news, leads("3.txt", "새롬칩"));
  // Which of the two the second article means is not known: a person of its own.
  CHECK(ties_of(news->snapshot()) ==
        Lines{"정하늘 LEADS 새롬칩 asserted x1", "정하늘 LEADS 아라전자 asserted x1"});
  CHECK(count_of(news->snapshot(), "Person") == 3);
  // An article that knows both posts makes them one.
  tell(*news, Story("4.txt", "2025-01-04")
                  .person("정하늘")
                  .firm("아라전자")
                  .firm("새롬칩")
                  .says("정하늘", Predicate::kLeads, "새롬칩")
                  .says("정하늘", Predicate::kWorksFor, "아라전자", Modality::kEnded));
  CHECK(count_of(news->snapshot(), "Person") == 1);
  CHECK(count_of(news->snapshot(), "Executive") == 1);
}

TEST_CASE("identity: the label most articles give is the node's") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01").thing(EntityLabel::kFirm, "한빛재단"));
  tell(*news, Story("2.txt", "2025-01-02").thing(EntityLabel::kOrganization, "한빛재단"));
  CHECK(entities_of(news->snapshot()) == Lines{"Firm 한빛재단"});
  const Stored third =
      tell(*news, Story("3.txt", "2025-01-03").thing(EntityLabel::kOrganization, "한빛재단"));
  CHECK(entities_of(news->snapshot()) == Lines{"Organization 한빛재단"});
  REQUIRE(retract_article(*news, third.article));
  CHECK(entities_of(news->snapshot()) == Lines{"Firm 한빛재단"});
}

TEST_CASE("identity: a node deleted by hand is made anew") {
  auto news = empty_news();
  tell(*news, Story("1.txt", "2025-01-01").firm("A").firm("B").says("A", Predicate::kSues, "B"));
  {
    auto transaction = news->begin();
    REQUIRE(transaction);
    const NodeId node = entity_named(news->snapshot(), "A");
    for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
      const auto types = transaction->snapshot().types(group_of(node), direction);
      for (const RelationshipTypeId type : types) {
        const auto adjacency =
            transaction->snapshot().adjacency(group_of(node), type, direction).value();
        for (const RelationshipId id : adjacency.relationships(slot_of(node))) {
          REQUIRE(transaction->delete_relationship(id));
        }
      }
    }
    REQUIRE(transaction->delete_node(node));
    REQUIRE(transaction->commit());
  }
  tell(*news, Story("2.txt", "2025-01-02").firm("A").firm("B").says("A", Predicate::kSues, "B"));
  CHECK(entities_of(news->snapshot()) == Lines{"Firm A", "Firm B"});
  CHECK(ties_of(news->snapshot()) == Lines{"A SUES B asserted x2"});
}

namespace {

/// A corpus full of what makes identity hard: short forms of several firms, tickers and gazetteer
/// keys that some articles give, one name under two labels, people with common names.
class Corpus {
 public:
  explicit Corpus(unsigned seed) : random_(seed) {}

  Story article(int number) {
    Story story(fmt::format("{}.txt", number),
                fmt::format("2025-{:02}-{:02}", 1 + pick(6), 1 + pick(9)));
    story.text(fmt::format("text {} {}", number, random_()));
    std::vector<std::string> firms;
    for (int i = 0, n = 2 + pick(3); i < n; ++i) {
      const std::string name = kFirms[static_cast<std::size_t>(pick(6))];
      if (std::find(firms.begin(), firms.end(), name) != firms.end()) continue;
      firms.push_back(name);
      const auto label = pick(5) == 0 ? EntityLabel::kOrganization : EntityLabel::kFirm;
      story.thing(label, name, aliases(), pick(4) == 0 ? fmt::format("00{}", pick(4)) : "",
                  pick(6) == 0 ? fmt::format("g{}", pick(3)) : "");
    }
    story.person("정하늘");
    if (pick(2) == 0) story.says("정하늘", Predicate::kLeads, firms[0]);
    for (int i = pick(4); i > 0 && firms.size() > 1; --i) {
      story.says(firms[0], kPredicates[pick(3)], firms[1], static_cast<Modality>(pick(6)));
    }
    return story;
  }

  int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::mt19937& random() { return random_; }

 private:
  std::vector<std::string> aliases() {
    std::vector<std::string> result;
    for (int i = pick(3); i > 0; --i) {
      result.push_back(kFirms[static_cast<std::size_t>(pick(6))]);
    }
    return result;
  }

  static constexpr const char* kFirms[] = {"아라전자", "아라",   "Ara Electronics",
                                           "아라은행", "새롬칩", "Brightfen"};
  static constexpr Predicate kPredicates[] = {Predicate::kPartnersWith, Predicate::kMayAcquire,
                                              Predicate::kAcquired};
  std::mt19937 random_;
};

std::string digest_of(const std::vector<Story>& stories) {
  auto news = empty_news();
  for (const Story& story : stories) tell(*news, story);
  return digest(news->snapshot()).value();
}

}  // namespace

TEST_CASE("identity: the same articles in any order give the same graph") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Corpus corpus(seed);
    std::vector<Story> stories;
    for (int i = 0; i < 12; ++i) stories.push_back(corpus.article(i));
    const std::string expected = digest_of(stories);
    for (int shuffle = 0; shuffle < 4; ++shuffle) {
      std::shuffle(stories.begin(), stories.end(), corpus.random());
      REQUIRE(digest_of(stories) == expected);
    }
  }
}

TEST_CASE("identity: any batching of articles into transactions gives the same graph") {
  Corpus corpus(99);
  std::vector<Story> stories;
  for (int i = 0; i < 12; ++i) stories.push_back(corpus.article(i));
  const std::string expected = digest_of(stories);
  for (const std::size_t batch : {2U, 5U, 12U}) {
    auto news = empty_news();
    for (std::size_t begin = 0; begin < stories.size(); begin += batch) {
      auto transaction = news->begin();
      REQUIRE(transaction);
      for (std::size_t i = begin; i < std::min(begin + batch, stories.size()); ++i) {
        REQUIRE(store_article(*transaction, stories[i], {}));
      }
      REQUIRE(transaction->commit());
    }
    CHECK(digest(news->snapshot()).value() == expected);
  }
}

TEST_CASE("identity: after corrections and retractions the graph is that of what still stands") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Corpus corpus(1000 + seed);
    auto news = empty_news();
    std::map<int, Story> standing;
    for (int step = 0; step < 30; ++step) {
      const int number = corpus.pick(10);
      const auto source = fmt::format("{}.txt", number);
      if (standing.contains(number) && corpus.pick(3) == 0) {
        const auto id = article_of_source(news->snapshot(), source).value();
        REQUIRE(id);
        REQUIRE(retract_article(*news, *id));
        standing.erase(number);
        continue;
      }
      const Story story = corpus.article(number);
      tell(*news, story);
      standing.insert_or_assign(number, story);
    }
    std::vector<Story> stories;
    for (const auto& [number, story] : standing) stories.push_back(story);
    REQUIRE(digest(news->snapshot()).value() == digest_of(stories));
  }
}

}  // namespace yeon::ingest::store
