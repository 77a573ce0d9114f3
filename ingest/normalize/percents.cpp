#include <charconv>

#include "normalize/found.h"

namespace yeon::ingest {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Length of the percent sign or word at the start of `rest`, blanks before it included; 0: none.
std::size_t sign_length(std::string_view rest) {
  for (const std::string_view sign :
       {"%", " %", "％", " percent", "-percent", " per cent", " pct", "퍼센트", " 퍼센트"}) {
    if (!rest.starts_with(sign)) continue;
    // 12%p and 12%포인트 are differences between shares.
    const std::string_view behind = rest.substr(sign.size());
    if (behind.starts_with("p") || behind.starts_with("포인트") || behind.starts_with("age"))
      return 0;
    if (behind.starts_with(" point") || behind.starts_with(" 포인트")) return 0;
    return sign.size();
  }
  return 0;
}

bool is_bound(std::string_view before, std::string_view behind) {
  for (const std::string_view sign : {"up to ", "more than ", "less than ", "over ", "at least ",
                                      "as much as ", "under ", "최대 ", "최소 "}) {
    if (before.ends_with(sign)) return true;
  }
  for (const std::string_view sign :
       {" 이상", " 이하", " 초과", " 미만", "를 넘는", " 넘는", " or more"}) {
    if (behind.starts_with(sign)) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundPercent> find_percents(std::string_view sentence) {
  std::vector<FoundPercent> found;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (!is_digit(sentence[at]) ||
        (at > 0 && (is_digit(sentence[at - 1]) || sentence[at - 1] == '.'))) {
      continue;
    }
    double percent = 0;
    const char* first = sentence.data() + at;
    const auto [stop, error] = std::from_chars(first, sentence.data() + sentence.size(), percent,
                                               std::chars_format::fixed);
    const std::size_t end = at + static_cast<std::size_t>(stop - first);
    const std::size_t sign = error == std::errc() ? sign_length(sentence.substr(end)) : 0;
    if (sign == 0) continue;
    found.push_back({.begin = at,
                     .end = end + sign,
                     .percent = percent,
                     .bound = is_bound(sentence.substr(0, at), sentence.substr(end + sign))});
    at = end + sign - 1;
  }
  return found;
}

}  // namespace yeon::ingest
