#include <doctest/doctest.h>

#include "normalize/found.h"

using namespace yeon::ingest;

namespace {

std::string show(const std::vector<FoundMoney>& sums) {
  std::string out;
  for (const FoundMoney& sum : sums) {
    if (!out.empty()) out += ", ";
    out += fmt::format("{} {}{}", sum.amount, sum.currency, sum.bound ? " bound" : "");
  }
  return out;
}

struct Case {
  std::string_view sentence;
  std::string_view expected;
};

constexpr Case kKorean[] = {
    {"5조 원에 인수했다", "5000000000000 KRW"},
    {"1천200억 원에", "120000000000 KRW"},
    {"3천200억원을", "320000000000 KRW"},
    {"1천500만 달러를 투자했다", "15000000 USD"},
    {"2조4천억원 규모", "2400000000000 KRW"},
    {"1조 2천500억 원", "1250000000000 KRW"},
    {"1.5조원", "1500000000000 KRW"},
    {"약 500만 유로를", "5000000 EUR"},
    {"57억 엔 규모의", "5700000000 JPY"},
    {"3억 위안", "300000000 CNY"},
    {"3만2천200원에 마쳤다", "32200 KRW"},
    {"12,500원", "12500 KRW"},
    {"최대 300억 원", "30000000000 KRW bound"},
    {"100억 원 이상", "10000000000 KRW bound"},
    {"각각 100억 원, 80억 원을", "10000000000 KRW, 8000000000 KRW"},
    {"8천500만 캐나다 달러", "85000000 CAD"},
    {"천억 원을", "100000000000 KRW"},
    {"수천억 원, 3명, 2개사", ""},
    {"40만 대를", ""},
    {"99999999999999999999조 원", ""},
};

constexpr Case kEnglish[] = {
    {"for $1.3 billion in 2023", "1300000000 USD"},
    {"210 million euros", "210000000 EUR"},
    {"a 3 billion euro offer", "3000000000 EUR"},
    {"a $3-billion offer", "3000000000 USD"},
    {"worth 1.6 trillion won", "1600000000000 KRW"},
    {"85 million Canadian dollars", "85000000 CAD"},
    {"C$40m and A$5 million", "40000000 CAD, 5000000 AUD"},
    {"60 million pounds", "60000000 GBP"},
    {"€12bn, £3m or ¥900 million", "12000000000 EUR, 3000000 GBP, 900000000 JPY"},
    {"$500,000 in cash", "500000 USD"},
    {"EUR 45 million", "45000000 EUR"},
    {"up to $500 billion", "500000000000 USD bound"},
    {"more than $5 billion", "5000000000 USD bound"},
    {"about $8 billion", "8000000000 USD"},
    {"40,000 sensors and 8 carriers", ""},
    {"won 3 prizes", ""},
};

}  // namespace

TEST_CASE("Korean sums") {
  for (const Case& one : kKorean) {
    const std::string_view sentence = one.sentence;
    const std::string_view expected = one.expected;
    CAPTURE(sentence);
    CHECK(show(find_korean_money(sentence)) == expected);
  }
}

TEST_CASE("English sums") {
  for (const Case& one : kEnglish) {
    const std::string_view sentence = one.sentence;
    const std::string_view expected = one.expected;
    CAPTURE(sentence);
    CHECK(show(find_english_money(sentence)) == expected);
  }
}

TEST_CASE("Shares in per cent, in both languages; points of difference are none") {
  const auto one = [](std::string_view sentence) {
    const auto found = find_percents(sentence);
    return found.empty() ? std::string("none")
                         : fmt::format("{}{}", found[0].percent, found[0].bound ? " bound" : "");
  };
  CHECK(one("지분 12.5%를") == "12.5");
  CHECK(one("a 34 percent stake") == "34");
  CHECK(one("34 per cent") == "34");
  CHECK(one("지분 52퍼센트") == "52");
  CHECK(one("up to 20%") == "20 bound");
  CHECK(one("50% 이상") == "50 bound");
  CHECK(one("rose 2 percentage points") == "none");
  CHECK(one("3%p 올랐다") == "none");
}
