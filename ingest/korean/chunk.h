#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "korean/mention_finder.h"
#include "korean/word.h"
#include "link/linked.h"

namespace yeon::ingest::korean {

enum class ChunkKind : std::uint8_t {
  kMention,
  kNoun,
  kVerb,
  kNumber,
  kAdverb,
  kModifier,
  kComma,
  kDot,
  kOpenSpeech,
  kCloseSpeech,
  kBracket,
  kStop,
};

/// A sentence as rules see it: names whole, words with their particles and endings.
struct Chunk {
  static constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

  ChunkKind kind = ChunkKind::kNoun;
  TextSpan span;
  std::uint32_t mention = kNoMention;  ///< index into Linking::mentions
  EntityLabel label = EntityLabel::kFirm;
  std::vector<std::uint32_t> entities;  ///< what it names; two for 양사; empty: unresolved
  std::u32string stem;                  ///< noun without particles, number as written
  std::u32string lemma;                 ///< verb
  Particle particle;
  VerbForm form;
  bool adjective = false;
  bool may_describe = false;
  bool in_speech = false;
  bool in_brackets = false;
  /// Joined with the next name as one of a list: it has that one's particle and role.
  bool listed = false;

  bool is_mention() const noexcept { return kind == ChunkKind::kMention; }
  bool is_nominal() const noexcept {
    return kind == ChunkKind::kMention || kind == ChunkKind::kNoun || kind == ChunkKind::kNumber;
  }
  Case grammatical_case() const noexcept { return particle.grammatical_case; }
};

/// The chunks of one sentence. Members of lists (가람, 나래와 다솜이) get the last one's particle;
/// 등 and 측 give theirs to the name before. Anaphors have no entities yet.
std::vector<Chunk> make_chunks(const Document& document, std::uint32_t sentence,
                               const std::vector<Word>& words, const Linking& linking);

}  // namespace yeon::ingest::korean
