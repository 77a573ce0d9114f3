#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "english/chunks.h"

namespace yeon::ingest::english {

/// Who does what to whom among the chunks of one sentence: shallow, by position and signs.
///
/// Indices are chunks. Subjects are found leftwards from the verb over appositions, relative
/// clauses and prepositional phrases; arguments rightwards up to the next verb; infinitives and
/// gerunds take the subject of the verb they hang on.
class Syntax {
 public:
  explicit Syntax(std::vector<Chunk> chunks);

  std::size_t size() const noexcept { return chunks_.size(); }
  const Chunk& operator[](std::size_t i) const { return chunks_[i]; }
  bool is(std::size_t i, ChunkKind kind) const {
    return i < chunks_.size() && chunks_[i].kind == kind;
  }
  bool is_word(std::size_t i, ChunkKind kind, std::string_view lemma) const {
    return is(i, kind) && chunks_[i].lemma == lemma;
  }

  /// The head of the verb's surface subject.
  std::optional<std::size_t> subject(std::size_t verb) const;
  /// The head of its object; none behind a passive.
  std::optional<std::size_t> object(std::size_t verb) const;

  struct Argument {
    std::string preposition;
    std::size_t nominal = 0;  ///< head of the phrase behind it
    std::size_t at = 0;       ///< the preposition
  };
  /// Prepositional phrases behind a verb or noun, in order, up to the next verb or clause.
  std::vector<Argument> arguments(std::size_t trigger) const;

  /// A nominal and those listed with it: "A, B and C". In order.
  std::vector<std::size_t> group(std::size_t nominal) const;
  /// The nominal that owns this one ("Oakmere's").
  std::optional<std::size_t> owner(std::size_t nominal) const;
  /// From an owner on to what is owned: the head of the whole phrase.
  std::size_t head(std::size_t nominal) const;

  /// The verb whose object or prepositional argument a nominal is; the verb it is subject of where
  /// there is none.
  std::optional<std::size_t> governing_verb(std::size_t nominal) const;
  /// The verb that a nominal is the subject of.
  std::optional<std::size_t> verb_of_subject(std::size_t nominal) const;
  /// The preposition directly before a nominal with its owners.
  std::optional<std::size_t> preposition_before(std::size_t nominal) const;

  /// The noun set behind a comma as another word for `nominal`: "X, chief executive of Y,".
  std::optional<std::size_t> apposition(std::size_t nominal) const;
  /// The reverse: what an appositive stands for.
  std::optional<std::size_t> apposed_to(std::size_t nominal) const;

  /// What an infinitive, gerund, participle or content clause hangs on: a verb, noun or adjective.
  std::optional<std::size_t> governor(std::size_t verb) const;

  /// The stretch of chunks that belongs to the clause of a chunk: [first, second).
  std::pair<std::size_t, std::size_t> clause(std::size_t chunk) const;

 private:
  std::optional<std::size_t> find_subject(std::size_t verb) const;
  std::optional<std::size_t> nominal_ending_before(std::size_t end) const;
  std::optional<std::size_t> jump_over_insertion(std::size_t comma) const;
  std::optional<std::size_t> shared_subject(std::size_t verb) const;
  std::optional<std::size_t> insertion_start(std::size_t close) const;
  std::size_t first_of_owners(std::size_t nominal) const;
  bool is_clause_edge(std::size_t i) const;

  std::vector<Chunk> chunks_;

  // Subjects by chunk, all found by the constructor, so that what hangs on what in a circle (in
  // broken sentences) ends there: a subject that is being looked for counts as none.
  enum class Search : std::uint8_t { kOpen, kRunning, kDone };
  mutable std::vector<Search> searches_;
  mutable std::vector<std::optional<std::size_t>> subjects_;
  mutable int depth_ = 0;
};

}  // namespace yeon::ingest::english
