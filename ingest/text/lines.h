#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace yeon::ingest {

/// A line of the text without the blanks around it. Blank lines are left out.
struct Line {
  std::size_t begin = 0;  ///< bytes in the text
  std::string_view text;
};

/// The lines of a UTF-8 text. Lifetime: the views borrow from `text`.
std::vector<Line> split_lines(std::string_view text);

/// A stretch of one line, in bytes from the line's start.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Cuts a line into sentences, without the blanks between them.
///
/// Method: ICU's sentence boundaries, of which those are kept that end no abbreviation ("Inc.",
/// "U.S.", "J."), and that stand inside neither quotation marks nor brackets.
/// Cost: linear; lines with a single sentence, as most news has them, never reach ICU.
/// Source: Unicode Standard Annex 29, sentence boundaries.
std::vector<Piece> split_sentences(std::string_view line);

/// Removes blanks (ASCII and U+00A0, U+3000, U+200B, U+FEFF) at both ends.
std::string_view strip(std::string_view text);

}  // namespace yeon::ingest
