#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "analysis/document.h"
#include "link/linked.h"
#include "mention/gazetteer.h"
#include "relation/draft.h"
#include "yeon/base/result.h"

namespace yeon::ingest::english {

/// What reading one article gives.
struct Reading {
  Linking linking;
  std::vector<RelationDraft> drafts;
};

/// Reads English articles: words, names, their kinds, shallow syntax, coreference, relations.
///
/// Method: names by capitals and cues; chunks and subjects by position; relations by frames of
/// verbs and nouns (data/en/frames.tsv), whose standing is read from the words above them. Things
/// whose kind nothing else tells get it from the relations they would stand in (a first pass of
/// votes). Threads: read() may be called from several threads at once.
class Reader {
 public:
  /// `data` is the folder of the data files; `gazetteer` must outlive the reader.
  static Result<std::unique_ptr<Reader>> create(const std::filesystem::path& data,
                                                const Gazetteer& gazetteer);
  ~Reader();

  Reading read(const Document& document) const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace yeon::ingest::english
