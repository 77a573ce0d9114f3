#pragma once

#include <vector>

#include "analysis/document.h"
#include "korean/lexicon.h"
#include "korean/word.h"
#include "mention/mention.h"

namespace yeon::ingest::korean {

/// Adds mentions that name by pointing: 양사, 두 회사, 이 회사, 회사 측, 그는, 정 대표. `mentions`
/// are in text order before and after.
void add_anaphors(const Document& document, const std::vector<std::vector<Word>>& words,
                  const Lexicon& lexicon, std::vector<Mention>& mentions);

}  // namespace yeon::ingest::korean
