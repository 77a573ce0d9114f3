#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mention/mention.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// One thing of the article with all that names it.
struct LinkedEntity {
  EntityLabel label = EntityLabel::kFirm;
  bool executive = false;
  std::string name;       ///< the fullest, or else the most frequent, spelling
  std::string canonical;  ///< the gazetteer's key; may be empty
  std::string ticker;
  std::vector<std::string> spellings;  ///< every spelling, name first
  double confidence = 0;
  std::vector<std::uint32_t> mentions;  ///< indices into Linking::mentions, in text order
};

/// The result of linking: every mention points at its entity (or at none), and back.
struct Linking {
  std::vector<Mention> mentions;  ///< by position in the text
  std::vector<LinkedEntity> entities;
  /// For kAnaphor mentions of several things (양사): mention index -> entities meant; empty for
  /// all other mentions. Same length as mentions.
  std::vector<std::vector<std::uint32_t>> meant;
};

/// Groups mentions of one article by spelling, gazetteer key, ticker, bracketed spelling, short
/// form (가람 for 가람전자 where nothing else begins so) and surname with title. Anaphors are left
/// to coreference. Never merges things of different labels, nor a parent with its subsidiary.
Linking link(std::vector<Mention> mentions);

}  // namespace yeon::ingest
