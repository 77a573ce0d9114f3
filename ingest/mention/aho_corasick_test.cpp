#include "mention/aho_corasick.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <tuple>

namespace yeon::ingest {
namespace {

using Hits = std::set<std::tuple<std::uint32_t, std::uint32_t>>;

Hits search(const std::vector<std::u32string>& patterns, std::u32string_view text) {
  Hits hits;
  AhoCorasick::build(patterns).find(
      text, [&](AhoCorasick::Hit hit) { hits.emplace(hit.pattern, hit.end); });
  return hits;
}

}  // namespace

TEST_CASE("AhoCorasick: overlapping patterns and patterns within patterns are all found") {
  const std::vector<std::u32string> patterns = {U"가람", U"가람전자", U"전자", U"자"};
  CHECK(search(patterns, U"가람전자") == Hits{{0, 2}, {1, 4}, {2, 4}, {3, 4}});
}

TEST_CASE("AhoCorasick: nothing is found in an empty text, nor by no patterns") {
  CHECK(search({U"가"}, U"").empty());
  CHECK(search({}, U"가나다").empty());
  CHECK_FALSE(AhoCorasick().exact(U"가").has_value());
}

TEST_CASE("AhoCorasick: exact() knows whole patterns only") {
  const std::vector<std::u32string> patterns = {U"가람", U"가람전자"};
  const auto automaton = AhoCorasick::build(patterns);
  CHECK(automaton.exact(U"가람") == 0U);
  CHECK(automaton.exact(U"가람전자") == 1U);
  CHECK_FALSE(automaton.exact(U"가람전").has_value());
  CHECK_FALSE(automaton.exact(U"람").has_value());
}

TEST_CASE("AhoCorasick: finds what a naive search finds, on random texts of a small alphabet") {
  std::mt19937 random(7);
  const auto word = [&](std::size_t most) {
    std::u32string text(1 + random() % most, U'a');
    for (char32_t& c : text) c = static_cast<char32_t>(U'가' + random() % 3);
    return text;
  };
  for (int round = 0; round < 50; ++round) {
    std::set<std::u32string> distinct;
    for (int i = 0; i < 12; ++i) distinct.insert(word(5));
    const std::vector<std::u32string> patterns(distinct.begin(), distinct.end());
    const std::u32string text = word(60);
    Hits expected;
    for (std::uint32_t p = 0; p < patterns.size(); ++p) {
      for (std::size_t at = text.find(patterns[p]); at != std::u32string::npos;
           at = text.find(patterns[p], at + 1)) {
        expected.emplace(p, static_cast<std::uint32_t>(at + patterns[p].size()));
      }
    }
    CHECK(search(patterns, text) == expected);
  }
}

}  // namespace yeon::ingest
