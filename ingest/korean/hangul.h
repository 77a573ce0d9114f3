#pragma once

#include <cstdint>
#include <string_view>

namespace yeon::ingest::korean {

/// Final consonants by their index in a precomposed syllable; 0 is none.
inline constexpr unsigned kFinalNone = 0;
inline constexpr unsigned kFinalN = 4;    // ㄴ
inline constexpr unsigned kFinalL = 8;    // ㄹ
inline constexpr unsigned kFinalM = 16;   // ㅁ
inline constexpr unsigned kFinalB = 17;   // ㅂ
inline constexpr unsigned kFinalSs = 20;  // ㅆ

constexpr bool is_syllable(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }

/// Index of a syllable's final consonant. Requires is_syllable(c).
constexpr unsigned final_of(char32_t c) noexcept { return static_cast<unsigned>(c - 0xAC00) % 28; }
/// The same syllable with another final consonant.
constexpr char32_t with_final(char32_t c, unsigned final) noexcept {
  return c - static_cast<char32_t>(final_of(c)) + static_cast<char32_t>(final);
}

constexpr bool is_latin(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F);
}
constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_upper(char32_t c) noexcept { return c >= U'A' && c <= U'Z'; }

/// Whether a word ends in a consonant as it is spoken, which chooses between 은/는, 이/가, 을/를,
/// 과/와. Letters and digits by their Korean names (L, M, N, R and 0, 1, 3, 6, 7, 8 do).
constexpr bool ends_in_consonant(char32_t c) noexcept {
  if (is_syllable(c)) return final_of(c) != kFinalNone;
  constexpr std::u32string_view kConsonants = U"lmnrLMNR013678";
  return kConsonants.find(c) != std::u32string_view::npos;
}

/// Whether every code point is a Hangul syllable; false for an empty text.
constexpr bool all_syllables(std::u32string_view text) noexcept {
  for (const char32_t c : text) {
    if (!is_syllable(c)) return false;
  }
  return !text.empty();
}

}  // namespace yeon::ingest::korean
