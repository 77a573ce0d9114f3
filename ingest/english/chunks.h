#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "english/lexicon.h"
#include "english/words.h"

namespace yeon::ingest::english {

enum class ChunkKind : std::uint8_t {
  kNominal,
  kVerb,
  kPreposition,
  kAdjective,  ///< outside a nominal: "is close to"
  kAdverb,
  kConjunction,
  kComma,
  kRelative,
  kThat,
  kSubordinator,
  kBreak,
  kStop,
};

/// A base phrase: a noun phrase without what follows its head, a verb group, or a single word.
struct Chunk {
  ChunkKind kind = ChunkKind::kBreak;
  std::uint32_t first = 0;  ///< words of the sentence as tagged: [first, last)
  std::uint32_t last = 0;
  std::string lemma;  ///< head noun, main verb (with its particle: take_over), or the word

  // kNominal
  std::uint32_t name = Word::kNoName;  ///< the head, where it is a name
  std::vector<std::uint32_t> names;    ///< names before the head
  std::vector<std::string> nouns;      ///< lemmas of words before the head, adjectives too
  std::string determiner;              ///< the, a, its, these, the pronoun itself; may be empty
  bool genitive = false;               ///< owns the nominal that follows ('s)
  bool pronoun = false;
  bool plural = false;
  bool temporal = false;  ///< last year, Monday
  bool number = false;    ///< a sum, a share or a count without a noun

  // kVerb
  std::vector<std::string> adverbs;
  std::string modal;
  bool passive = false;
  bool negated = false;
  bool infinitive = false;
  bool gerund = false;
  bool participle = false;  ///< reduced relative: "made by", "founded in"
  bool finite = false;
  bool past = false;
  bool perfect = false;
  bool bare = false;  ///< base form without to or modal: shares those of the verb before "and"

  bool is(ChunkKind wanted) const noexcept { return kind == wanted; }
  bool is_name() const noexcept { return name != Word::kNoName; }
};

/// called, named, dubbed, nicknamed: verbs before a name.
inline bool is_naming_verb(std::string_view lemma) {
  return lemma == "call" || lemma == "name" || lemma == "dub" || lemma == "code-name" ||
         lemma == "codename" || lemma == "nickname";
}

/// Cuts tagged words into chunks. `phrasals` holds verbs with particles, joined by "_".
std::vector<Chunk> cut_chunks(const Lexicon& lexicon, const StringSet& phrasals,
                              const std::vector<Word>& words);

}  // namespace yeon::ingest::english
