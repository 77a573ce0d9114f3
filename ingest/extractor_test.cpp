#include "yeon/ingest/extractor.h"

#include <doctest/doctest.h>

#include "yeon/ingest/fact_lines.h"

namespace yeon::ingest {

TEST_CASE("Extractor: a missing data folder or dictionary is a clear error") {
  const auto no_data = Extractor::create({"/nonexistent/folder", {}});
  REQUIRE_FALSE(no_data.has_value());
  CHECK(no_data.error().type == ErrorType::kNotFound);
  const auto no_dictionary = Extractor::create({YEON_INGEST_DATA, "/nonexistent/folder"});
  REQUIRE_FALSE(no_dictionary.has_value());
  CHECK_FALSE(no_dictionary.error().hint.empty());
}

TEST_CASE("Extractor: what is no text is refused; odd texts are read without a crash") {
  const auto made = Extractor::create({YEON_INGEST_DATA, {}});
  REQUIRE(made.has_value());
  const Extractor& extractor = **made;
  CHECK_FALSE(extractor.has_morphology());
  CHECK_FALSE(extractor.extract("", "empty").has_value());
  CHECK_FALSE(extractor.extract(std::string_view("\0\1\2\0\0\3", 6), "binary").has_value());
  for (const std::string_view odd : {"가",
                                     "'",
                                     "\"",
                                     "[",
                                     "((((",
                                     "가[",
                                     "'가",
                                     "은 는 이 가",
                                     "[123456]",
                                     "·····",
                                     "가람·",
                                     "와 과 와 과",
                                     "대표",
                                     "대표 대표 대표",
                                     "전 전 전 대표는",
                                     "가람(",
                                     "가람()",
                                     "이를 탑재한다",
                                     "양사는",
                                     "의 의 의",
                                     "\"고 말했다."}) {
    CAPTURE(odd);
    CHECK(extractor.extract(odd, "odd").has_value());
  }
}

TEST_CASE("Extractor: the same bytes give the same lines") {
  const auto made = Extractor::create({YEON_INGEST_DATA, {}});
  REQUIRE(made.has_value());
  constexpr std::string_view kText = "해밀전자[987650]는 두레은행과 업무협약을 맺었다.\n";
  const auto once = (*made)->extract(kText, "a.txt");
  const auto twice = (*made)->extract(kText, "a.txt");
  REQUIRE(once.has_value());
  REQUIRE(twice.has_value());
  CHECK(to_json_lines(*once) == to_json_lines(*twice));
}

}  // namespace yeon::ingest
