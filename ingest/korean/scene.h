#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "analysis/quantity.h"
#include "korean/chunk.h"
#include "korean/clause.h"
#include "korean/lexicon.h"
#include "link/linked.h"

namespace yeon::ingest::korean {

/// What the article speaks of, carried from sentence to sentence.
struct Discourse {
  std::optional<std::uint32_t> topic;   ///< the firm or body last made the topic
  std::optional<std::uint32_t> person;  ///< the person last named
  std::vector<std::uint32_t> distinct;  ///< firms and bodies of the sentence before
  std::vector<std::pair<std::uint32_t, std::uint32_t>> employers;  ///< person, body as told so far
  std::vector<std::pair<std::uint32_t, std::uint32_t>> makers;     ///< thing, maker as told so far
  std::optional<std::uint32_t> thing;  ///< mention (index) of the product or model last named
  std::vector<std::uint32_t> pair;     ///< the two firms last brought together
  std::vector<std::uint32_t> bodies;   ///< firms and bodies by last naming, the latest last
};

/// One sentence ready for the relation finders.
struct Scene {
  const Document& document;
  const Lexicon& lexicon;
  const Linking& linking;
  const Discourse& discourse;
  std::uint32_t sentence = 0;
  bool is_title = false;
  std::vector<Chunk> chunks;
  Parse parse;
  Quantities quantities;

  std::string_view text(TextSpan span) const { return document.slice(span); }
  EntityLabel label_of(std::uint32_t entity) const { return linking.entities[entity].label; }

  /// The chunk that closes the phrase `i` stands in: the first nominal from i on with a particle.
  std::uint32_t phrase_end(std::uint32_t i) const;
  /// The clause that chunk `i` (a predicate, an argument, or a modifier of one) belongs to.
  const Clause* clause_of(std::uint32_t i) const;
  /// The name that phrase `i` is about: the chunk itself, or the nearest name that modifies it.
  /// kNoChunk: none.
  std::uint32_t name_in_phrase(std::uint32_t i) const;
  /// A name and the other members of its list, as entities.
  std::vector<std::uint32_t> members(std::uint32_t i) const;
  /// Who does what the predicate of `trigger`'s clause says; chunk, or kNoChunk where only the
  /// article's topic can be meant (`or_topic` then tells) or somebody unnamed is.
  struct Subject {
    std::vector<std::uint32_t> entities;
    bool carried = false;  ///< the article's topic, not named in this sentence
  };
  /// Only names whose label is in `labels` (bit per EntityLabel) can be meant.
  Subject subject_of(std::uint32_t trigger, std::uint8_t labels = 0xFF) const;
  /// Who makes a thing, as the article has told so far.
  std::optional<std::uint32_t> maker_of(std::uint32_t thing) const;

  static constexpr std::uint32_t kNoChunk = 0xFFFFFFFF;
};

/// Resolves the anaphors of a sentence in place. Reads scene.discourse.
void resolve_anaphors(Scene& scene);

/// What the sentence leaves for the next ones; `pairs` are those its relations brought together.
void update_discourse(const Scene& scene,
                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                      Discourse& discourse);

}  // namespace yeon::ingest::korean
