#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What rules are matched over: a sentence as a row of names and words.
struct Unit {
  static constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

  std::uint32_t mention = kNoMention;      ///< index into Linking::mentions
  EntityLabel label = EntityLabel::kFirm;  ///< of the mention
  TextSpan span;
  std::string_view surface;
  std::string_view lemma;     ///< of a word; a mention's surface
  std::string_view particle;  ///< Korean: what sticks to its end (는, 와의); else empty
  PartOfSpeech pos = PartOfSpeech::kUnknown;
  std::uint16_t flags = 0;  ///< TokenFlag of its first token

  bool is_mention() const noexcept { return mention != kNoMention; }
};

}  // namespace yeon::ingest
