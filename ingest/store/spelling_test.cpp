#include "store/spelling.h"

#include <doctest/doctest.h>

#include <string>

namespace yeon::ingest::store {
namespace {

constexpr auto kFirm = EntityLabel::kFirm;
constexpr auto kModel = EntityLabel::kModel;
constexpr auto kPerson = EntityLabel::kPerson;

}  // namespace

TEST_CASE("normalised: spellings of one name are equal") {
  struct Case {
    const char* a;
    const char* b;
    EntityLabel label;
    bool equal;
  };
  constexpr Case kCases[] = {
      {"Brightfen", "BRIGHTFEN", kFirm, true},
      {"LG 한빛연구원", "LG한빛연구원", kFirm, true},
      {"Lark-4o", "Lark 4o", kModel, true},
      {"Ｌａｒｋ ４", "lark 4", kModel, true},
      {"'윤슬 3'", "윤슬3", kModel, true},
      {"Lark 3-5", "Lark 35", kModel, false},
      {"Lark 3.5", "Lark 35", kModel, false},
      {"Lark 2", "Lark 2 mini", kModel, false},
      {"Brightfen Inc.", "Brightfen", kFirm, true},
      {"Brightfen Co., Ltd.", "Brightfen", kFirm, true},
      {"주식회사 아라전자", "아라전자", kFirm, true},
      {"㈜아라전자", "아라전자(주)", kFirm, true},
      {"Oakmere Holdings", "Oakmere", kFirm, false},
      {"Tesco", "Tes", kFirm, false},
      {"Lark Co", "Lark", kModel, false},
      {"정하늘", "정하눌", kPerson, false},
  };
  for (const Case& row : kCases) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const std::string a = normalised(row.a, row.label);
    CHECK((a == normalised(row.b, row.label)) == row.equal);
    CHECK(normalised(a, row.label) == a);
  }
}

TEST_CASE("normalised: nothing is normalised away altogether") {
  CHECK(normalised("Inc", kFirm) == "inc");
  CHECK(normalised("주식회사", kFirm) == "주식회사");
  CHECK(normalised("--", kFirm) == "--");
  CHECK(normalised("", kFirm).empty());
  CHECK(normalised("a\xFF", kFirm) == "a\xEF\xBF\xBD");
}

TEST_CASE(
    "stands_alone: surnames with titles and single signs mean something only in their article") {
  CHECK(stands_alone("아라", kFirm));
  CHECK(stands_alone("MS", kFirm));
  CHECK_FALSE(stands_alone("K", kFirm));
  CHECK(stands_alone("정하늘", kPerson));
  CHECK(stands_alone("Nora Ferris", kPerson));
  CHECK_FALSE(stands_alone("정 대표", kPerson));
  CHECK_FALSE(stands_alone("Holm", kPerson));
  CHECK_FALSE(stands_alone("하늘", kPerson));
}

TEST_CASE("is_common_name: short Korean names") {
  CHECK(is_common_name("정하늘"));
  CHECK(is_common_name("남궁하늘"));
  CHECK_FALSE(is_common_name("노라 페리스"));
  CHECK_FALSE(is_common_name("Nora Ferris"));
  CHECK_FALSE(is_common_name("정"));
}

}  // namespace yeon::ingest::store
