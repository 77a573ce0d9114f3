#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/news_fixture.h"
#include "yeon/ingest/digest.h"
#include "yeon/ingest/entities.h"

namespace yeon::ingest::store {
namespace {

using Lines = std::vector<std::string>;
constexpr const char* kNow = "2025-12-01T00:00:00Z";

Story supply(const char* path, const char* firm) {
  return Story(path, "2025-01-01")
      .firm(firm)
      .firm("Fenlabs")
      .says(firm, Predicate::kSuppliesTo, "Fenlabs");
}

}  // namespace

TEST_CASE("merge: two entities become one, for articles still to come too, until it is undone") {
  auto news = empty_news();
  tell(*news, supply("1.txt", "아라전자"));
  tell(*news, supply("2.txt", "Ara Electronics"));
  const std::string before = digest(news->snapshot()).value();
  const auto number = merge_entities(*news, entity_named(news->snapshot(), "아라전자"),
                                     entity_named(news->snapshot(), "Ara Electronics"), kNow);
  REQUIRE(number);
  CHECK(ties_of(news->snapshot()) == Lines{"Ara Electronics SUPPLIES_TO Fenlabs asserted x2"});

  const Stored third = tell(*news, supply("3.txt", "아라전자"));
  CHECK(ties_of(news->snapshot()) == Lines{"아라전자 SUPPLIES_TO Fenlabs asserted x3"});
  REQUIRE(retract_article(*news, third.article));

  REQUIRE(undo_decision(*news, *number));
  CHECK(digest(news->snapshot()).value() == before);
  REQUIRE(undo_decision(*news, *number));
  const auto decisions = entity_decisions(news->snapshot());
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 1);
  CHECK((*decisions)[0].note == "아라전자 = Ara Electronics");
  CHECK((*decisions)[0].undone);
}

TEST_CASE("split: names of an entity become an entity of their own, until it is undone") {
  auto news = empty_news();
  tell(*news, supply("1.txt", "아라"));
  tell(*news, Story("2.txt", "2025-01-02")
                  .firm("아라전자", {"아라"})
                  .firm("Fenlabs")
                  .says("아라전자", Predicate::kSues, "Fenlabs"));
  const std::string before = digest(news->snapshot()).value();
  CHECK(count_of(news->snapshot(), "Firm") == 2);

  const std::vector<std::string> names = {"아라"};
  const auto number = split_entity(*news, entity_named(news->snapshot(), "아라전자"), names, kNow);
  REQUIRE(number);
  CHECK(ties_of(news->snapshot()) ==
        Lines{"아라 SUPPLIES_TO Fenlabs asserted x1", "아라전자 SUES Fenlabs asserted x1"});
  tell(*news, supply("3.txt", "아라"));
  CHECK(count_of(news->snapshot(), "Firm") == 3);
  REQUIRE(undo_decision(*news, *number));
  CHECK(count_of(news->snapshot(), "Firm") == 2);
  REQUIRE(retract_article(*news, article_of_source(news->snapshot(), "3.txt").value().value()));
  CHECK(digest(news->snapshot()).value() == before);
}

TEST_CASE("decisions: refused with a reason") {
  auto news = empty_news();
  const Stored article = tell(*news, supply("1.txt", "아라전자"));
  const NodeId firm = entity_named(news->snapshot(), "아라전자");
  const auto type_of = [](const auto& result) {
    REQUIRE_FALSE(result);
    return result.error().type;
  };
  CHECK(type_of(merge_entities(*news, firm, firm, kNow)) == ErrorType::kArgumentError);
  CHECK(type_of(merge_entities(*news, firm, article.node, kNow)) == ErrorType::kNotFound);
  CHECK(type_of(split_entity(*news, firm, std::vector<std::string>{"새롬칩"}, kNow)) ==
        ErrorType::kArgumentError);
  CHECK(type_of(split_entity(*news, firm, std::vector<std::string>{"아라전자"}, kNow)) ==
        ErrorType::kArgumentError);
  CHECK(type_of(undo_decision(*news, 7)) == ErrorType::kNotFound);
  CHECK(entity_decisions(news->snapshot())->empty());
}

}  // namespace yeon::ingest::store
