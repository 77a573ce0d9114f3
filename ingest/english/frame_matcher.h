#pragma once

#include <cstddef>

#include "english/article.h"
#include "english/claims.h"
#include "english/frames.h"
#include "english/references.h"

namespace yeon::ingest::english {

/// Reads the relations that verbs and nouns of one sentence state, by the frames of frames.tsv.
class FrameMatcher {
 public:
  FrameMatcher(const Lexicon& lexicon, const FrameSet& frames, const Article& article,
               const References& references, ClaimBook& book)
      : lexicon_(lexicon),
        frames_(frames),
        article_(article),
        references_(references),
        book_(book) {}

  void read(std::size_t sentence);

 private:
  /// Where a frame is tried.
  struct Place {
    std::size_t sentence = 0;
    std::size_t trigger = 0;
    const Syntax& syntax;
  };
  void match_verb(const Place& place, const Frame& frame);
  void match_adjective(const Place& place, const Frame& frame);
  void match_noun(const Place& place, const Frame& frame, const std::string& noun);
  void state(const Place& place, const Frame& frame, const std::string& noun);
  Meant fill(const Place& place, const Frame& frame, const std::vector<Slot>& slots) const;
  Meant fill(const Place& place, const Frame& frame, const Slot& slot, bool& unnamed) const;
  /// What stands behind a preposition: things, or something without a name.
  struct Phrase {
    Meant meant;
    bool unnamed = false;
  };
  Phrase phrase(const Place& place, const Frame& frame, const std::string& preposition) const;
  Meant agent(const Place& place) const;
  Meant gapped(const Place& place) const;
  Meant held(const Place& place) const;
  bool may_be_subject(const Frame& frame, std::uint32_t thing) const;
  Meant patient(const Place& place) const;
  Meant modified(const Place& place) const;
  Meant holder(const Place& place) const;
  Meant self(const Place& place) const;
  Meant modifier(const Place& place) const;
  Meant round(const Place& place) const;
  Meant maker_of(const Meant& goods) const;
  Meant subject_of(const Place& place, std::size_t verb) const;
  bool any_firm(const Meant& things) const;
  bool is_equated(const Place& place) const;
  bool allows(const Place& place, const Frame& frame) const;
  bool has_own_maker(std::size_t sentence, std::size_t nominal, const Meant& agents) const;
  void add(const Place& place, const Frame& frame, const Template& relation, std::uint32_t subject,
           std::uint32_t object, const Standing& standing);

  const Lexicon& lexicon_;
  const FrameSet& frames_;
  const Article& article_;
  const References& references_;
  ClaimBook& book_;
};

}  // namespace yeon::ingest::english
