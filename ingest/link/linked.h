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
  std::string name;       ///< the spelling with a ticker, else the most frequent one
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

struct LinkOptions {
  /// What a firm's short form may leave out at the end: 코리아, 지주; " Inc", " Systems".
  std::vector<std::string> droppable_tails;
};

/// Groups mentions of one article by spelling, gazetteer key, bracketed spelling, short form (가람
/// for 가람코리아 where nothing else begins so; 한컴 for 한글과컴퓨터 where that has a ticker) and
/// surname with title. A kShortTitle mention's first word (Korean) or last word (English) is the
/// surname. Anaphors are left to coreference. Never merges things of different labels.
/// Mentions must be in text order.
Linking link(std::vector<Mention> mentions, const LinkOptions& options = {});

}  // namespace yeon::ingest
