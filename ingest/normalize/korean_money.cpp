// sum     := group+ [ ] currency          group := number [천|백|십]* [만|억|조] with blanks
// between groups A number before a small unit multiplies it, and what follows adds: 1천500만 =
// (1*1000 + 500) * 10^4.
#include <cmath>

#include "normalize/found.h"
#include "normalize/korean_cursor.h"

namespace yeon::ingest {
namespace {

constexpr long double kLargest = 9.0e18L;  // below 2^63

struct Currency {
  std::string_view word;
  std::string_view code;
};
// Longer words first where one begins another.
constexpr Currency kCurrencies[] = {
    {"캐나다 달러", "CAD"},
    {"캐나다달러", "CAD"},
    {"호주 달러", "AUD"},
    {"호주달러", "AUD"},
    {"홍콩 달러", "HKD"},
    {"홍콩달러", "HKD"},
    {"싱가포르 달러", "SGD"},
    {"싱가포르달러", "SGD"},
    {"대만 달러", "TWD"},
    {"대만달러", "TWD"},
    {"뉴질랜드 달러", "NZD"},
    {"미국 달러", "USD"},
    {"미 달러", "USD"},
    {"달러", "USD"},
    {"불", "USD"},
    {"유로", "EUR"},
    {"엔화", "JPY"},
    {"엔", "JPY"},
    {"위안", "CNY"},
    {"파운드", "GBP"},
    {"스위스프랑", "CHF"},
    {"스위스 프랑", "CHF"},
    {"루피", "INR"},
    {"루블", "RUB"},
    {"동", "VND"},
    {"바트", "THB"},
    {"리얄", "SAR"},
    {"디르함", "AED"},
    {"원", "KRW"},
};

/// A decimal number such as 1.35 or 40,000.
std::optional<long double> take_decimal(KoreanCursor& cursor) {
  const std::string_view rest = cursor.rest();
  std::size_t end = 0;
  long double value = 0;
  long double scale = 0;
  const auto digit_at = [&](std::size_t i) {
    return i < rest.size() && rest[i] >= '0' && rest[i] <= '9';
  };
  while (digit_at(end) ||
         ((rest.substr(end).starts_with(",") || rest.substr(end).starts_with(".")) && end > 0 &&
          digit_at(end + 1))) {
    const char c = rest[end++];
    if (c == ',') continue;
    if (c == '.') {
      if (scale > 0) return std::nullopt;
      scale = 1;
      continue;
    }
    value = value * 10 + (c - '0');
    scale *= 10;
    if (value > kLargest) return std::nullopt;
  }
  if (end == 0) return std::nullopt;
  cursor.take(rest.substr(0, end));
  return scale > 0 ? value / scale : value;
}

long double take_small_unit(KoreanCursor& cursor) {
  if (cursor.take("천")) return 1000;
  if (cursor.take("백")) return 100;
  if (cursor.take("십")) return 10;
  return 1;
}

long double take_large_unit(KoreanCursor& cursor) {
  if (cursor.take("조")) return 1e12L;
  if (cursor.take("억")) return 1e8L;
  if (cursor.take("만")) return 1e4L;
  return 1;
}

/// 3천200억, 1조 2천억, 천만. At least one digit or small unit.
std::optional<long double> take_amount(KoreanCursor& cursor) {
  long double total = 0;
  long double section = 0;
  bool any = false;
  while (true) {
    const KoreanCursor before = cursor;
    if (any) cursor.skip_spaces();
    const auto number = take_decimal(cursor);
    const long double small = take_small_unit(cursor);
    if (!number && small == 1) {
      cursor = before;
      break;
    }
    any = true;
    section += number.value_or(1) * small;
    const long double large = take_large_unit(cursor);
    if (large > 1) {
      total += section * large;
      section = 0;
    }
    if (total > kLargest) return std::nullopt;
  }
  if (!any) return std::nullopt;
  return total + section;
}

const Currency* take_currency(KoreanCursor& cursor) {
  const KoreanCursor before = cursor;
  cursor.skip_spaces();
  for (const Currency& currency : kCurrencies) {
    if (cursor.take(currency.word)) return &currency;
  }
  cursor = before;
  return nullptr;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool is_bound(std::string_view before, std::string_view behind) {
  return ends_with_any(before, {"최대 ", "최소 ", "많게는 ", "적어도 "}) ||
         starts_with_any(
             behind, {" 이상", " 이하", " 초과", " 미만", "이 넘는", "을 넘는", "를 넘는", " 넘는",
                      " 넘게", "을 웃도는", "를 웃도는", " 규모 이상"});
}

/// A sum begins at a digit, or at 천, 백 that begin a word (수천억 gives no sum).
bool may_begin(std::string_view sentence, std::size_t at) {
  const char before = at > 0 ? sentence[at - 1] : ' ';
  const char here = sentence[at];
  if (here >= '0' && here <= '9')
    return before != '.' && before != ',' && !(before >= '0' && before <= '9');
  return before == ' ' && starts_with_any(sentence.substr(at), {"천", "백"});
}

}  // namespace

std::vector<FoundMoney> find_korean_money(std::string_view sentence) {
  std::vector<FoundMoney> found;
  for (std::size_t at = 0; at < sentence.size();) {
    if (!may_begin(sentence, at)) {
      ++at;
      continue;
    }
    KoreanCursor cursor(sentence, at);
    const auto amount = take_amount(cursor);
    const Currency* currency = amount ? take_currency(cursor) : nullptr;
    if (currency == nullptr || *amount < 1) {
      ++at;
      continue;
    }
    found.push_back({.begin = at,
                     .end = cursor.at(),
                     .amount = static_cast<std::int64_t>(std::llround(*amount)),
                     .currency = std::string(currency->code),
                     .bound = is_bound(sentence.substr(0, at), cursor.rest())});
    at = cursor.at();
  }
  return found;
}

}  // namespace yeon::ingest
