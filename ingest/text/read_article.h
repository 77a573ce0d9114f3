#pragma once

#include <string_view>

#include "analysis/document.h"
#include "yeon/base/result.h"

namespace yeon::ingest {

/// From the bytes of a file to an article in sentences: decoded, its language told, headline, date,
/// paper and byline read, body, captions and boilerplate told apart, datelines measured. Tokens are
/// left to the languages' analysers.
///
/// Sentences are numbered through the whole file; a line end always ends one.
/// Errors: InvalidInput for what is no text (see decode_text).
/// Cost: linear in the text.
Result<Document> read_article(std::string_view bytes, std::string_view source_path);

}  // namespace yeon::ingest
