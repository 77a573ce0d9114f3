#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/document.h"
#include "english/lexicon.h"
#include "english/words.h"
#include "mention/gazetteer.h"

namespace yeon::ingest::english {

/// One occurrence of a proper name.
struct Name {
  std::uint32_t sentence = 0;  ///< index into Document::sentences
  std::uint32_t first = 0;     ///< words of the sentence as tokenized: [first, last)
  std::uint32_t last = 0;
  TextSpan span;
  std::string text;
  std::uint32_t thing = 0;  ///< set by linking
};

/// The words of every sentence of the article that may hold facts; others are empty.
using ArticleWords = std::vector<std::vector<Word>>;

/// Finds the capitalised stretches that name something.
///
/// Cut off: places and nationalities before a name, kinds and offices ("AI start-up", "CEO"), an
/// ordinary word at the start of a sentence. Kept: versions ("Lark 2 mini"), "of" and "and" within
/// institutions, "AI" and legal forms at the end. A word that only a sentence's start capitalises
/// is a name when it is one elsewhere in the article, is listed, or is no ordinary word.
/// Headlines In Title Case yield only names that the body has.
class NameFinder {
 public:
  NameFinder(const Lexicon& lexicon, const Gazetteer& gazetteer)
      : lexicon_(lexicon), gazetteer_(gazetteer) {}

  std::vector<Name> find(const Document& document, const ArticleWords& words) const;

 private:
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
};

}  // namespace yeon::ingest::english
