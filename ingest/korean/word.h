#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document.h"
#include "korean/ending.h"
#include "korean/particle.h"

namespace yeon::ingest::korean {

enum class WordKind : std::uint8_t {
  kRun,        ///< letters and digits up to a blank or sign
  kOpenQuote,  ///< ‘ 「 and the like: names and titles
  kCloseQuote,
  kOpenSpeech,  ///< “: what somebody says
  kCloseSpeech,
  kOpenBracket,
  kCloseBracket,
  kComma,
  kDot,   ///< · between the members of a list
  kStop,  ///< . ? ! … at a sentence's end
  kOther,
};

/// What a run is, as far as its morphemes tell.
enum class WordClass : std::uint8_t {
  kNominal,   ///< noun with or without particles
  kVerbal,    ///< verb or adjective form, noun + 하다 too
  kNumber,    ///< digits with or without a unit
  kAdverb,    ///< adverbs and conjunctions
  kModifier,  ///< determiners: 이, 그, 한, 두
};

/// How well the dictionary knows a nominal run's stem.
enum class Familiarity : std::uint8_t {
  kCommon,    ///< one ordinary noun
  kCompound,  ///< ordinary nouns run together
  kName,      ///< holds a proper noun, foreign letters, or something unknown
};

/// A run of letters, or a sign, of a sentence.
struct Word {
  TextSpan span;
  WordKind kind = WordKind::kRun;
  WordClass word_class = WordClass::kNominal;
  Familiarity familiarity = Familiarity::kName;
  bool may_describe = false;  ///< kVerbal: 하다 as adjectives have it (다양한)
  bool adjective = false;     ///< kVerbal: it describes, so it takes no object
  bool glued = false;         ///< no blank before it
  bool in_quotes = false;     ///< between name quotes
  bool in_speech = false;     ///< between speech quotes
  bool in_brackets = false;
  std::uint32_t stem_end = 0;  ///< where particles or copula begin; span.end: none
  Particle particle;
  VerbForm form;         ///< kVerbal
  std::u32string lemma;  ///< kVerbal: dictionary stem: 인수하, 맺, 사들이
};

/// The words of a sentence behind its dateline, from its tokens.
std::vector<Word> cut_words(const Document& document, const Sentence& sentence);

}  // namespace yeon::ingest::korean
