#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

struct ExtractorOptions {
  std::filesystem::path data;        ///< gazetteers and rules (ingest/data, or share/yeon)
  std::filesystem::path dictionary;  ///< compiled mecab-ko-dic; empty: particle stripping only
};

/// Reads facts out of articles by gazetteers, morphemes and declarative rules; no network.
///
/// Deterministic: the same bytes and data files give the same facts.
/// Threads: extract() may be called from several threads at once.
class Extractor {
 public:
  /// Loads and checks the data files. Errors name file and line.
  static Result<std::unique_ptr<Extractor>> create(const ExtractorOptions& options);
  ~Extractor();

  /// `bytes` is the file as it is, in any encoding; `source_path` is what the user named it.
  /// Errors: InvalidInput for what is no text (binary, empty, undecodable).
  Result<ArticleFacts> extract(std::string_view bytes, std::string_view source_path) const;

  /// Whether Korean morphemes come from MeCab, or from particle stripping.
  bool has_morphology() const noexcept;

 private:
  class Impl;
  explicit Extractor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace yeon::ingest
