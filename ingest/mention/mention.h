#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// Where the knowledge that this is a name came from; the order is that of trust.
enum class MentionSource : std::uint8_t {
  kRecurrence,  ///< another mention in the article has this spelling
  kModel,       ///< a learned model
  kShape,       ///< the look of the word: suffix, capitals, model-name shape
  kGazetteer,
  kPattern,  ///< what stands around it: ticker, kind word, title, quotes behind a product word
};

/// How a mention names its thing.
enum class MentionForm : std::uint8_t {
  kName,        ///< a proper name
  kShortTitle,  ///< surname and title: 정 대표, Mr Holm
  kAnaphor,     ///< 양사, 이 회사, the company; resolved by coreference, never an alias
};

/// A stretch of one sentence that names a thing.
struct Mention {
  EntityLabel label = EntityLabel::kFirm;
  MentionSource source = MentionSource::kGazetteer;
  MentionForm form = MentionForm::kName;
  std::uint32_t sentence = 0;     ///< index into Document::sentences (from 0)
  TextSpan span;                  ///< the name alone, without particles, brackets, quotes
  std::string name;               ///< as written
  std::string canonical;          ///< key shared by all spellings in the gazetteer; empty: unlisted
  std::string ticker;             ///< from the square brackets behind it
  std::vector<std::string> also;  ///< spellings in brackets behind it: (MS)
  /// Where the whole expression ends: behind ticker, bracketed spelling and closing quote. What
  /// comes next is the particle (Korean) or the next word.
  std::uint32_t outer_start = 0;
  std::uint32_t outer_end = 0;
  double confidence = 0.5;
  /// A person's office as written right behind (대표, chief executive); tells namesakes apart.
  std::string office;
  /// kAnaphor: how many things are meant (양사: 2; 이 회사: 1; 3사: 3).
  std::uint8_t count = 1;
  /// Index into Entities once linked; kUnlinked before, or when dropped.
  std::uint32_t entity = kUnlinked;

  static constexpr std::uint32_t kUnlinked = 0xFFFFFFFF;
};

}  // namespace yeon::ingest
