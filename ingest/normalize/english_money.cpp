// sum := [code] sign number [scale]  |  number [scale] [nation] currency  |  code number [scale]
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "normalize/found.h"
#include "normalize/words.h"

namespace yeon::ingest {
namespace {

struct Pair {
  std::string_view word;
  std::string_view code;
};
constexpr Pair kSigns[] = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"₩", "KRW"}};
constexpr Pair kCurrencies[] = {
    {"dollar", "USD"}, {"euro", "EUR"},     {"pound", "GBP"}, {"yen", "JPY"},   {"won", "KRW"},
    {"yuan", "CNY"},   {"renminbi", "CNY"}, {"rupee", "INR"}, {"franc", "CHF"}, {"real", "BRL"},
    {"reais", "BRL"},  {"peso", "MXN"},     {"rand", "ZAR"},  {"krona", "SEK"}, {"kronor", "SEK"},
    {"krone", "NOK"},  {"kroner", "NOK"},   {"zloty", "PLN"}, {"lira", "TRY"},  {"riyal", "SAR"},
    {"dirham", "AED"}, {"shekel", "ILS"},   {"baht", "THB"},  {"dong", "VND"},  {"rouble", "RUB"},
    {"ruble", "RUB"},  {"ringgit", "MYR"},  {"rupiah", "IDR"}};
constexpr Pair kCodes[] = {{"usd", "USD"}, {"eur", "EUR"}, {"gbp", "GBP"}, {"jpy", "JPY"},
                           {"krw", "KRW"}, {"cny", "CNY"}, {"chf", "CHF"}, {"cad", "CAD"},
                           {"aud", "AUD"}, {"sgd", "SGD"}, {"hkd", "HKD"}, {"inr", "INR"}};
// Before "dollars", "pounds", ...; and the letter before the sign: C$, A$, HK$.
constexpr Pair kNations[] = {{"canadian", "CAD"},  {"australian", "AUD"}, {"singapore", "SGD"},
                             {"taiwan", "TWD"},    {"zealand", "NZD"},    {"danish", "DKK"},
                             {"norwegian", "NOK"}, {"swedish", "SEK"},    {"czech", "CZK"},
                             {"egyptian", "EGP"},  {"argentine", "ARS"},  {"chilean", "CLP"},
                             {"colombian", "COP"}, {"philippine", "PHP"}};
constexpr Pair kLetters[] = {{"c", "CAD"},  {"a", "AUD"},  {"hk", "HKD"}, {"s", "SGD"},
                             {"nz", "NZD"}, {"us", "USD"}, {"r", "BRL"},  {"nt", "TWD"}};

struct Scale {
  std::string_view word;
  long double factor;
};
constexpr Scale kScales[] = {{"thousand", 1e3L}, {"k", 1e3L}, {"million", 1e6L},   {"mln", 1e6L},
                             {"mn", 1e6L},       {"m", 1e6L}, {"billion", 1e9L},   {"bln", 1e9L},
                             {"bn", 1e9L},       {"b", 1e9L}, {"trillion", 1e12L}, {"trn", 1e12L},
                             {"tn", 1e12L}};

template <std::size_t N>
std::string_view lookup(const Pair (&table)[N], std::string_view word) {
  for (const Pair& pair : table) {
    if (pair.word == word) return pair.code;
  }
  return {};
}

std::string_view currency_word(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s') && word != "reais") word.remove_suffix(1);
  return lookup(kCurrencies, word);
}

std::optional<long double> decimal(std::string_view word) {
  if (word.empty() || word[0] < '0' || word[0] > '9') return std::nullopt;
  std::string digits;
  for (const char c : word) {
    if (c != ',') digits += c;
  }
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

class EnglishMoneyParser {
 public:
  explicit EnglishMoneyParser(const std::vector<Word>& words) : words_(words) {}

  /// A sum at word `at`; its end is then the word after it.
  std::optional<FoundMoney> parse(std::size_t at) const {
    std::size_t end = at;
    std::string_view code = leading_currency(end);
    const auto number = decimal(word(end));
    if (!number) return std::nullopt;
    long double amount = *number;
    ++end;
    if (word(end) == "-" && scale_of(end + 1) > 1) ++end;  // 3-billion-euro
    if (const long double scale = scale_of(end); scale > 1) {
      amount *= scale;
      ++end;
    }
    if (code.empty()) code = trailing_currency(end);
    if (code.empty() || amount < 1 || amount > 9.0e18L) return std::nullopt;
    return FoundMoney{.begin = words_[at].begin,
                      .end = words_[end - 1].end,
                      .amount = static_cast<std::int64_t>(std::llround(amount)),
                      .currency = std::string(code),
                      .bound = is_bound(at)};
  }

 private:
  std::string_view word(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].lower) : std::string_view();
  }

  std::string_view leading_currency(std::size_t& at) const {
    if (const auto code = lookup(kCodes, word(at)); !code.empty() && decimal(word(at + 1))) {
      ++at;
      return code;
    }
    if (word(at + 1) == "$" && words_[at + 1].begin == words_[at].end) {
      if (const auto code = lookup(kLetters, word(at)); !code.empty()) {
        at += 2;
        return code;
      }
    }
    const auto code = lookup(kSigns, word(at));
    if (!code.empty()) ++at;
    return code;
  }

  std::string_view trailing_currency(std::size_t& at) const {
    std::size_t end = at;
    if (word(end) == "-") ++end;
    if (word(end) == "u" && word(end + 1) == "." && word(end + 2) == "s" && word(end + 3) == ".")
      end += 4;
    if (word(end) == "us" || word(end) == "swiss" || word(end) == "new") ++end;
    const std::string_view nation = lookup(kNations, word(end));
    if (!nation.empty()) ++end;
    const std::string_view code = currency_word(word(end));
    if (code.empty()) return {};
    at = end + 1;
    return nation.empty() ? code : nation;
  }

  long double scale_of(std::size_t at) const {
    for (const Scale& scale : kScales) {
      if (scale.word == word(at)) return scale.factor;
    }
    return 1;
  }

  bool is_bound(std::size_t at) const {
    const auto back = [&](std::size_t n) { return at >= n ? word(at - n) : std::string_view(); };
    return (back(1) == "to" && back(2) == "up") ||
           (back(1) == "than" && (back(2) == "more" || back(2) == "less")) ||
           (back(1) == "as" && back(2) == "much") || (back(1) == "least" && back(2) == "at") ||
           back(1) == "over" || back(1) == "under" || back(1) == "exceeding";
  }

  const std::vector<Word>& words_;
};

}  // namespace

std::vector<FoundMoney> find_english_money(std::string_view sentence) {
  const std::vector<Word> words = english_words(sentence);
  const EnglishMoneyParser parser(words);
  std::vector<FoundMoney> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto sum = parser.parse(at);
    if (!sum) continue;
    while (at + 1 < words.size() && words[at + 1].begin < sum->end) ++at;
    found.push_back(*std::move(sum));
  }
  return found;
}

}  // namespace yeon::ingest
