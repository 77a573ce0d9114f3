#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "english/lexicon.h"

namespace yeon::ingest::english {

/// One word of a sentence, later also a whole name.
struct Word {
  static constexpr std::uint32_t kNoName = 0xFFFFFFFF;

  TextSpan span;             ///< code points of the article
  std::string_view surface;  ///< borrows from the document
  std::string lower;         ///< lower case, curly apostrophes straightened
  std::string lemma;
  Tag tag = Tag::kNoun;
  std::uint8_t forms = 0;        ///< VerbForm bits, for verbs
  std::uint32_t name = kNoName;  ///< index of the name that this word is
  bool in_quotes = false;
};

/// The words of a sentence's statement: signs, 's and n't apart; numbers with their sign ("$1.3",
/// "12.5%"), abbreviations with their stop ("Inc.", "U.S.") and hyphenated words whole.
std::vector<Word> tokenize(const Document& document, const Sentence& sentence);

constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace yeon::ingest::english
