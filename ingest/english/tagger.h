#pragma once

#include <vector>

#include "english/lexicon.h"
#include "english/words.h"

namespace yeon::ingest::english {

/// Tags the words of a sentence, names already joined to one word each (tag kName).
///
/// Method: closed classes by list; verbs by their forms and by what stands beside them ("plans" is
/// a verb before "to", a noun behind "the"); the rest by ending. Multi-word prepositions ("such
/// as", "together with") become one word.
void tag_words(const Lexicon& lexicon, std::vector<Word>& words);

}  // namespace yeon::ingest::english
