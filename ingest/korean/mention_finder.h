#pragma once

#include <vector>

#include "analysis/document.h"
#include "korean/lexicon.h"
#include "korean/word.h"
#include "mention/gazetteer.h"
#include "mention/mention.h"

namespace yeon::ingest::korean {

/// The words of every sentence of an article, by index into Document::sentences; empty for
/// bylines and boilerplate.
using ArticleWords = std::vector<std::vector<Word>>;

ArticleWords cut_article(const Document& document);

/// All names of the article, and its anaphors (양사, 이 회사, 정 대표), in text order, without
/// overlaps.
///
/// Method: evidence for each spelling is summed over the whole article (lists, tickers, quotes,
/// kind words, offices, suffixes, dealings), then every accepted spelling is looked for again.
///
/// Words that begin with a listed name are cut behind it.
std::vector<Mention> find_mentions(const Document& document, ArticleWords& words,
                                   const Lexicon& lexicon, const Gazetteer& gazetteer);

}  // namespace yeon::ingest::korean
