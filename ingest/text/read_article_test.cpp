#include "text/read_article.h"

#include <doctest/doctest.h>

using namespace yeon::ingest;

namespace {

std::string_view name_of(SentenceKind kind) {
  switch (kind) {
    case SentenceKind::kTitle:
      return "title";
    case SentenceKind::kByline:
      return "byline";
    case SentenceKind::kCaption:
      return "caption";
    case SentenceKind::kBody:
      return "body";
    case SentenceKind::kBoilerplate:
      return "boilerplate";
  }
  return "";
}

std::string kinds(const Document& document) {
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    if (!out.empty()) out += ' ';
    out += name_of(sentence.kind);
  }
  return out;
}

std::string statement(const Document& document, std::size_t index) {
  const Sentence& sentence = document.sentences[index];
  return std::string(document.slice({sentence.content_start, sentence.span.end}));
}

constexpr std::string_view kKorean =
    "경제 기업\n\n아라전자, 새롬칩 품는다\n\n한들통신\n\n입력 2025.04.15 16:05  수정 2025.04.15 "
    "17:10\n\n"
    "정하늘 아라전자 대표 (사진=아라전자 제공)\n\n"
    "(서울=한들통신) 강나루 기자 = 아라전자[012345]는 새롬칩을 인수한다. 대금은 5조 원이다.\n"
    "정 대표는 \"끝났다. 더는 없다\"고 말했다.\nnaru@handeul.example\n(끝)\n"
    "<저작권자(c) 한들통신, 무단 전재-재배포 금지>\n";

constexpr std::string_view kEnglish =
    "Oakmere buys Brightfen\n\nBy Nora Holm, Fen Wire\n\n"
    "LONDON, June 9 (Fen Wire) - Oakmere Inc. said on Monday it had bought Brightfen.\n"
    "It paid $1.3 billion.\n(Reporting by Nora Holm; Editing by Jon Fell)\n";

}  // namespace

TEST_CASE("A Korean wire article: what each line is") {
  const auto document = read_article(kKorean, "a.txt");
  REQUIRE(document);
  CHECK(document->language == Language::kKorean);
  CHECK(
      kinds(*document) ==
      "boilerplate title byline byline caption body body body boilerplate boilerplate boilerplate");
  CHECK(document->title == "아라전자, 새롬칩 품는다");
  CHECK(document->source == "한들통신");
  CHECK(document->published == "2025-04-15T16:05");
  CHECK(document->ignored_names == std::vector<std::string>{"한들통신", "강나루"});
  CHECK(statement(*document, 5) == "아라전자[012345]는 새롬칩을 인수한다.");
  CHECK(statement(*document, 6) == "대금은 5조 원이다.");
}

TEST_CASE("An English wire article: what each line is") {
  const auto document = read_article(kEnglish, "b.txt");
  REQUIRE(document);
  CHECK(document->language == Language::kEnglish);
  CHECK(kinds(*document) == "title byline body body boilerplate");
  CHECK(document->title == "Oakmere buys Brightfen");
  CHECK(document->source == "Fen Wire");
  CHECK(document->ignored_names == std::vector<std::string>{"Fen Wire", "Nora Holm"});
  CHECK(statement(*document, 2) == "Oakmere Inc. said on Monday it had bought Brightfen.");
}

TEST_CASE("A dateline without a year: the weekday tells which") {
  const auto document = read_article(kEnglish, "b.txt");
  REQUIRE(document);
  CHECK(document->published == "2025-06-09");  // a Monday
}

TEST_CASE("A dateline without a year or a weekday leaves the day open") {
  const auto document =
      read_article("Oakmere buys Brightfen\nLONDON, June 9 - It is done.\n", "c.txt");
  REQUIRE(document);
  CHECK(document->published.empty());
  CHECK(!document->published_day);
}

TEST_CASE("Sentences are numbered from 1 and spans count code points") {
  const auto document = read_article("가나\n\n“다라” 마바.\n", "d.txt");
  REQUIRE(document);
  REQUIRE(document->sentences.size() == 2);
  CHECK(document->sentences[1].index == 2);
  CHECK(document->sentences[1].span == TextSpan{4, 12});
  CHECK(document->slice({4, 8}) == "“다라”");
}

TEST_CASE("A packed head line: paper, date and reporter in one") {
  const auto document = read_article(
      "아라전자 새 칩 공개\n\n나루신문 | 입력 2025-03-19 11:00 | 강나루 기자 "
      "naru@handeul.example\n\n"
      "아라전자는 새 칩을 공개했다.\n",
      "e.txt");
  REQUIRE(document);
  CHECK(document->source == "나루신문");
  CHECK(document->published == "2025-03-19T11:00");
  CHECK(kinds(*document) == "title byline body");
}

TEST_CASE("One line alone is body, and has no headline") {
  const auto document = read_article("아라전자는 새롬칩을 인수했다.", "f.txt");
  REQUIRE(document);
  CHECK(document->title.empty());
  CHECK(kinds(*document) == "body");
}

TEST_CASE("What is no text is refused") {
  CHECK(!read_article("", "g.txt"));
  CHECK(!read_article(std::string_view("\0\1\2\3", 4), "g.txt"));
}
