#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "analysis/document.h"
#include "korean/word.h"
#include "link/linked.h"
#include "mention/gazetteer.h"
#include "relation/draft.h"
#include "yeon/base/result.h"

namespace yeon::ingest::korean {

struct Discourse;

/// What reading one article gives.
struct Reading {
  Linking linking;
  std::vector<RelationDraft> drafts;
};

/// Reads Korean articles: morphemes, names, linking, coreference, relations.
/// Threads: read() may be called from several threads at once.
class Reader {
 public:
  /// `data` is the folder of the data files; `dictionary` that of mecab-ko-dic, empty for none.
  /// `gazetteer` must outlive the reader.
  static Result<std::unique_ptr<Reader>> create(const std::filesystem::path& data,
                                                const std::filesystem::path& dictionary,
                                                const Gazetteer& gazetteer);
  ~Reader();

  /// Fills the document's tokens, too.
  Reading read(Document& document) const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  void read_sentence(const Document& document, std::uint32_t index, const std::vector<Word>& words,
                     Discourse& discourse, Reading& reading) const;
  /// Who leads a firm or sits in its top management.
  void mark_executives(Reading& reading) const;
  std::unique_ptr<Parts> parts_;
};

}  // namespace yeon::ingest::korean
