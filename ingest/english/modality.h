#pragma once

#include <cstddef>

#include "english/frames.h"
#include "english/syntax.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::english {

/// How a statement stands after everything that it hangs on has spoken.
struct Standing {
  bool planned = false;
  bool in_talks = false;
  bool rumored = false;
  bool denied = false;
  bool ended = false;
  bool attempted = false;

  /// denied, then ended, rumored, in_talks, planned, else asserted.
  Modality modality() const;
  /// Whether it is of a kind that had not come about: talks, rumours, plans.
  bool is_open() const { return in_talks || rumored || planned || attempted; }
};

/// Reads the standing of what a verb or noun says, from its own form (will, not, reportedly) and
/// from the words above it: "is in talks to buy", "denied that it owned", "talks collapsed".
class ModalityReader {
 public:
  ModalityReader(const FrameSet& frames, const Syntax& syntax) : frames_(frames), syntax_(syntax) {}

  /// `trigger` is the verb or the nominal whose head, or a noun before whose head, tells the event;
  /// `noun` is that noun's lemma.
  Standing read(std::size_t trigger, const std::string& noun = {}) const;

 private:
  void own_form(std::size_t verb, Standing& standing) const;
  void climb(std::size_t verb, Standing& standing, int depth) const;
  void climb_noun(std::size_t nominal, const std::string& event, Standing& standing,
                  int depth) const;
  void apply(Operation operation, const Chunk& word, Standing& standing) const;
  void apply_noun(const Chunk& nominal, Standing& standing) const;
  void adjectives(const Chunk& nominal, Standing& standing) const;
  void clause_about(std::size_t noun, Standing& standing) const;
  void attribution(Standing& standing) const;

  const FrameSet& frames_;
  const Syntax& syntax_;
};

}  // namespace yeon::ingest::english
