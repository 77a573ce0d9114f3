#include "normalize/words.h"

#include <charconv>

namespace yeon::ingest {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
// Bytes of multi-byte letters belong to words; curly signs are cut off below.
bool is_word_byte(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Signs of several bytes that stand alone: curly quotes and dashes (E2 80 xx), € (E2 82 AC),
/// £ ¥ (C2 A3, C2 A5), ￦ and ₩.
std::size_t sign_length(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x82)) return 3;
  if (byte(0) == 0xC2) return 2;
  return 0;
}

std::size_t number_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    const bool joins =
        (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !joins) break;
    ++at;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_word_byte(text[at]) && sign_length(text, at) == 0) ++at;
  return at;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::vector<Word> english_words(std::string_view sentence) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < sentence.size();) {
    if (sentence[at] == ' ' || sentence[at] == '\t') {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    if (const std::size_t sign = sign_length(sentence, at))
      end = std::min(at + sign, sentence.size());
    else if (is_digit(sentence[at]))
      end = number_end(sentence, at);
    else if (is_word_byte(sentence[at]))
      end = word_end(sentence, at);
    words.push_back({at, end, lower_ascii(sentence.substr(at, end - at))});
    at = end;
  }
  return words;
}

std::optional<std::int32_t> whole_number(std::string_view digits) {
  std::int32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || digits.size() > 9 || error != std::errc() || stop != end)
    return std::nullopt;
  return value;
}

}  // namespace yeon::ingest
