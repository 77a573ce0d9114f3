#include <doctest/doctest.h>

#include "link/linked.h"

namespace yeon::ingest {
namespace {

Mention mention(EntityLabel label, std::string name, std::uint32_t at) {
  Mention result;
  result.label = label;
  result.name = std::move(name);
  result.span = {at, at + 3};
  return result;
}

}  // namespace

TEST_CASE("Linking: one spelling is one thing; labels keep things apart") {
  const auto linking =
      link({mention(EntityLabel::kFirm, "하늬", 0), mention(EntityLabel::kFirm, "하늬", 10),
            mention(EntityLabel::kProduct, "하늬", 20)});
  CHECK(linking.entities.size() == 2);
  CHECK(linking.entities[0].mentions.size() == 2);
}

TEST_CASE("Linking: spellings of one gazetteer key, and those in brackets, are one thing") {
  Mention full = mention(EntityLabel::kFirm, "도래소프트", 0);
  full.also = {"DS"};
  Mention listed = mention(EntityLabel::kFirm, "도래", 20);
  full.canonical = listed.canonical = "Dorae";
  const auto linking = link({full, mention(EntityLabel::kFirm, "DS", 10), listed});
  REQUIRE(linking.entities.size() == 1);
  CHECK(linking.entities[0].spellings.size() == 3);
}

TEST_CASE("Linking: a short form joins the only firm it can stand for, a parent never its child") {
  const LinkOptions options{{"코리아"}};
  CHECK(link({mention(EntityLabel::kFirm, "하늬코리아", 0), mention(EntityLabel::kFirm, "하늬", 9)},
             options)
            .entities.size() == 1);
  CHECK(
      link({mention(EntityLabel::kFirm, "하늬클라우드", 0), mention(EntityLabel::kFirm, "하늬", 9)},
           options)
          .entities.size() == 2);
}

TEST_CASE(
    "Linking: surname and office mean the person of that name, by office where two share it") {
  Mention first = mention(EntityLabel::kPerson, "마루한", 0);
  first.office = "대표";
  Mention second = mention(EntityLabel::kPerson, "마새롬", 10);
  second.office = "교수";
  Mention title = mention(EntityLabel::kPerson, "마 대표", 20);
  title.form = MentionForm::kShortTitle;
  title.office = "대표";
  const auto linking = link({first, second, title});
  CHECK(linking.mentions[2].entity == linking.mentions[0].entity);
  CHECK(linking.entities[0].spellings == std::vector<std::string>{"마루한", "마 대표"});
}

TEST_CASE("Linking: a surname nobody has stays unlinked") {
  Mention title = mention(EntityLabel::kPerson, "고 대표", 0);
  title.form = MentionForm::kShortTitle;
  const auto linking = link({title});
  CHECK(linking.entities.empty());
  CHECK(linking.mentions[0].entity == Mention::kUnlinked);
}

}  // namespace yeon::ingest
