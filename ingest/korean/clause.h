#pragma once

#include <cstdint>
#include <vector>

#include "korean/chunk.h"

namespace yeon::ingest::korean {

/// A predicate and the phrases that belong to it. All indices are of chunks.
struct Clause {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t predicate = 0;           ///< a verb, or a noun with copula
  std::uint32_t first = 0;               ///< first chunk of the clause
  std::vector<std::uint32_t> arguments;  ///< nominal chunks with a particle, left to right
  std::uint32_t head = kNone;            ///< attributive: the noun it modifies
  std::uint32_t previous = kNone;  ///< clause (index) joined by -고, -며 before it: shares subjects
};

/// The clauses of a sentence, by their predicates from left to right.
///
/// Method: one pass with a stack of phrases that wait for their predicate. A modifying or quoted
/// clause takes the phrases next to it up to a topic or a second phrase of the same case; any other
/// takes all that wait. Topics stay for the clauses to come.
struct Parse {
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> clause_of;  ///< chunk -> clause it is argument or predicate of; kNone

  const Clause* clause_at(std::uint32_t chunk) const {
    const std::uint32_t c = clause_of[chunk];
    return c == Clause::kNone ? nullptr : &clauses[c];
  }
};

Parse parse_clauses(const std::vector<Chunk>& chunks);

/// The noun phrase that ends at `chunk`: the first chunk of it (modifiers without particle, of
/// genitive, numbers). Not past a comma, verb or argument.
std::uint32_t phrase_start(const std::vector<Chunk>& chunks, std::uint32_t chunk);

}  // namespace yeon::ingest::korean
