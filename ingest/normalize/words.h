#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yeon::ingest {

/// A word, a number ("1.35", "40,000") or one sign of an English sentence.
struct Word {
  std::size_t begin = 0;  ///< bytes in the sentence
  std::size_t end = 0;
  std::string lower;  ///< lower case, without a final full stop of an abbreviation
};

/// Splits at blanks and signs; the hyphen separates too ("mid-2025", "5-year").
std::vector<Word> english_words(std::string_view sentence);

/// A whole number written in digits only, such as a day or a year.
std::optional<std::int32_t> whole_number(std::string_view digits);

}  // namespace yeon::ingest
