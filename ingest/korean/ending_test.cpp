#include "korean/ending.h"

#include <doctest/doctest.h>

namespace yeon::ingest::korean {
namespace {

struct EndingCase {
  std::u32string_view form;
  Ending ending;
  Tense tense;
};

constexpr EndingCase kCases[] = {
    {U"맺었다", Ending::kFinal, Tense::kPast},
    {U"맺는다", Ending::kFinal, Tense::kPresent},
    {U"인수했다고", Ending::kQuote, Tense::kPast},
    {U"인수한다는", Ending::kQuoteNoun, Tense::kPresent},
    {U"인수하기로", Ending::kDecided, Tense::kPresent},
    {U"인수할", Ending::kAttributive, Tense::kFuture},
    {U"인수한", Ending::kAttributive, Tense::kPast},
    {U"인수하는", Ending::kAttributive, Tense::kPresent},
    {U"맺었고", Ending::kAnd, Tense::kPast},
    {U"했으나", Ending::kBut, Tense::kPast},
    {U"하겠다", Ending::kFinal, Tense::kFuture},
    {U"있다", Ending::kFinal, Tense::kPresent},
};

}  // namespace

TEST_CASE("Verb forms tell how they join what follows, and when") {
  for (const auto& [form, ending, tense] : kCases) {
    const VerbForm read = verb_form(form);
    CHECK(static_cast<int>(read.ending) == static_cast<int>(ending));
    CHECK(static_cast<int>(read.tense) == static_cast<int>(tense));
  }
}

TEST_CASE("Stems are guessed where no dictionary tells them") {
  CHECK(guess_stem(U"맺었다") == U"맺");
  CHECK(guess_stem(U"밝혔다") == U"밝히");
  CHECK(guess_stem(U"왔으나") == U"오");
  CHECK(guess_stem(U"물러났다") == U"물러나");
  CHECK(guess_stem(U"쓰인다") == U"쓰이");
  CHECK(guess_stem(U"있다") == U"있");
}

}  // namespace yeon::ingest::korean
