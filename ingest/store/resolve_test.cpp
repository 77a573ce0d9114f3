#include "store/resolve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace yeon::ingest::store {
namespace {

using Texts = std::vector<std::string>;
using Pairs = std::set<std::pair<std::string, std::string>>;

KeyTies firm(const std::string& name, const Texts& aliases = {}, const Texts& tickers = {}) {
  KeyTies ties{"n:Firm:" + name, {}, {}};
  for (const std::string& alias : aliases) ties.spellings.push_back("n:Firm:" + alias);
  for (const std::string& ticker : tickers) ties.links.push_back("t:" + ticker);
  return ties;
}

/// Groups as "a b | c", names without prefix, sorted.
std::string grouped(const std::vector<KeyTies>& keys, const Pairs& beside = {},
                    const std::vector<Decision>& decisions = {},
                    const std::set<std::string>& crowded = {}) {
  const auto short_name = [&](std::size_t i) {
    return keys[i].key.substr(keys[i].key.find(':') + 1);
  };
  const auto apart = [&](std::size_t i, std::size_t j) {
    return beside.contains({short_name(i), short_name(j)}) ||
           beside.contains({short_name(j), short_name(i)});
  };
  const auto groups = resolve(keys, apart, crowded, decisions);
  std::map<std::size_t, std::set<std::string>> members;
  for (std::size_t i = 0; i < keys.size(); ++i) members[groups[i]].insert(short_name(i));
  std::set<std::string> texts;
  for (const auto& [group, names] : members) {
    std::string text;
    for (const std::string& name : names)
      text += (text.empty() ? "" : " ") + name.substr(name.find(':') + 1);
    texts.insert(text);
  }
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " | ") + text;
  return all;
}

Decision decision(std::uint64_t number, Decision::Kind kind, Texts names) {
  Decision result;
  result.number = number;
  result.kind = kind;
  for (std::string& name : names) result.keys.push_back("n:Firm:" + name);
  return result;
}

constexpr auto kMerge = Decision::Kind::kMerge;
constexpr auto kSplit = Decision::Kind::kSplit;

}  // namespace

TEST_CASE("resolve: a shared ticker joins, unless an article lists the two side by side") {
  const std::vector<KeyTies> keys = {firm("oakmere", {}, {"OAK"}), firm("오크미어", {}, {"OAK"})};
  CHECK(grouped(keys) == "oakmere 오크미어");
  CHECK(grouped(keys, {{"Firm:oakmere", "Firm:오크미어"}}) == "oakmere | 오크미어");
}

TEST_CASE("resolve: an alias joins what is known by it") {
  CHECK(grouped({firm("oakmere electronics", {"oakmere"}), firm("oakmere")}) ==
        "oakmere oakmere electronics");
}

TEST_CASE("resolve: an alias of two things names neither") {
  CHECK(grouped({firm("oakmere bank", {"oakmere"}), firm("oakmere chips", {"oakmere"}),
                 firm("oakmere")}) == "oakmere | oakmere bank | oakmere chips");
}

TEST_CASE("resolve: an alias of two keys that turn out to be one thing names it") {
  CHECK(grouped({firm("a1", {"b1", "z"}), firm("b1", {"z"}), firm("z")}) == "a1 b1 z");
  CHECK(grouped({firm("a1", {"z"}, {"T"}), firm("b1", {"z"}, {"T"}), firm("z")}) == "a1 b1 z");
}

TEST_CASE("resolve: an alias does not join what an article lists beside it, nor another ticker") {
  const std::vector<KeyTies> keys = {firm("ara electronics", {"ara"}), firm("ara")};
  CHECK(grouped(keys, {{"Firm:ara", "Firm:ara electronics"}}) == "ara | ara electronics");
  CHECK(grouped({firm("ara pay", {"ara"}, {"2"}), firm("ara", {}, {"1"})}) == "ara | ara pay");
}

TEST_CASE("resolve: a crowded spelling names nothing") {
  CHECK(grouped({firm("a", {"x"}), firm("x")}, {}, {}, {"n:Firm:x"}) == "a | x");
}

TEST_CASE("resolve: one name as firm and as organisation is one thing, unless listed twice") {
  const std::vector<KeyTies> keys = {{"n:Firm:a", {}, {}}, {"n:Organization:a", {}, {}}};
  const auto groups = [&](bool beside) {
    return resolve(keys, [&](std::size_t, std::size_t) { return beside; }, {}, {});
  };
  CHECK(groups(false) == std::vector<std::size_t>{0, 0});
  CHECK(groups(true) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("resolve: decisions go before what articles say, later ones before earlier ones") {
  const std::vector<KeyTies> keys = {firm("a", {"b"}), firm("b"), firm("c")};
  CHECK(grouped(keys) == "a b | c");
  CHECK(grouped(keys, {}, {decision(1, kSplit, {"b"})}) == "a | b | c");
  CHECK(grouped(keys, {}, {decision(1, kMerge, {"b", "c"})}) == "a b c");
  CHECK(grouped(keys, {}, {decision(1, kSplit, {"b"}), decision(2, kMerge, {"a", "b"})}) ==
        "a b | c");
  CHECK(grouped(keys, {}, {decision(1, kMerge, {"a", "c"}), decision(2, kSplit, {"c"})}) ==
        "a b | c");
  Decision undone = decision(1, kSplit, {"b"});
  undone.undone = true;
  CHECK(grouped(keys, {}, {undone}) == "a b | c");
}

TEST_CASE("resolve: the order of keys does not matter") {
  std::mt19937 random(11);
  const auto pick = [&](std::size_t n) { return random() % n; };
  for (int round = 0; round < 200; ++round) {
    std::vector<KeyTies> keys;
    for (char c = 'a'; c <= 'h'; ++c) {
      KeyTies ties = firm(std::string(1, c));
      for (std::size_t i = pick(3); i > 0; --i) {
        const std::string alias(1, static_cast<char>('a' + pick(8)));
        if (alias[0] != c) ties.spellings.push_back("n:Firm:" + alias);
      }
      if (pick(3) == 0) ties.links.push_back(std::string("t:") + static_cast<char>('0' + pick(3)));
      keys.push_back(ties);
    }
    Pairs beside;
    for (std::size_t i = pick(3); i > 0; --i) {
      beside.insert({std::string("Firm:") + static_cast<char>('a' + pick(4)),
                     std::string("Firm:") + static_cast<char>('e' + pick(4))});
    }
    const std::string expected = grouped(keys, beside);
    for (int shuffle = 0; shuffle < 4; ++shuffle) {
      std::shuffle(keys.begin(), keys.end(), random);
      REQUIRE(grouped(keys, beside) == expected);
    }
  }
}

}  // namespace yeon::ingest::store
