#pragma once

#include <filesystem>
#include <memory>

#include "analysis/document.h"
#include "yeon/base/result.h"

namespace yeon::ingest::korean {

/// Cuts Korean sentences into morphemes.
///
/// Threads: analyse() may be called from several threads at once. Token::lemma views into the
/// analyser or into Document::text, so the analyser must outlive the document's tokens.
class Analyser {
 public:
  virtual ~Analyser() = default;

  /// Fills `sentence.tokens` for the part behind its dateline.
  virtual void analyse(const Document& document, Sentence& sentence) const = 0;
};

/// By libmecab with a compiled mecab-ko-dic. Errors: NotFound where `dictionary` is no such
/// folder, InvalidInput where MeCab refuses it.
Result<std::unique_ptr<Analyser>> create_mecab_analyser(const std::filesystem::path& dictionary);

/// Without a dictionary: words are cut before their particles and endings by the closed lists of
/// both. Knows no nouns, so that ordinary words are more often taken for names.
std::unique_ptr<Analyser> create_plain_analyser();

}  // namespace yeon::ingest::korean
