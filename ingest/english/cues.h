#pragma once

#include "english/lexicon.h"
#include "english/names.h"
#include "english/things.h"
#include "english/words.h"
#include "mention/gazetteer.h"

namespace yeon::ingest::english {

/// Votes for the kind of one name, by its spelling alone: legal form, ending, given name, version,
/// gazetteer.
void vote_by_spelling(const Lexicon& lexicon, const Gazetteer& gazetteer, std::string_view text,
                      Thing& thing);

/// Votes by what stands around one occurrence: a kind before or behind it, an office beside it, an
/// apposition, "called", "such as".
void vote_by_neighbours(const Lexicon& lexicon, const std::vector<Word>& words, const Name& name,
                        Thing& thing);

}  // namespace yeon::ingest::english
