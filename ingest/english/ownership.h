#pragma once

#include <cstddef>

#include "english/article.h"
#include "english/claims.h"
#include "english/references.h"

namespace yeon::ingest::english {

/// Reads what noun phrases alone tell: "Oakmere's Fen 2" and "Oakmere models such as Fen"
/// (DEVELOPS), "Oakmere, maker of the Fen" is a frame. One claim per phrase.
void read_ownership(const Lexicon& lexicon, Article& article, const References& references,
                    std::size_t sentence, ClaimBook& book);

}  // namespace yeon::ingest::english
