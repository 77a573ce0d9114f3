#pragma once

#include <cstddef>

#include "english/article.h"
#include "english/claims.h"
#include "english/frames.h"
#include "english/references.h"

namespace yeon::ingest::english {

/// Reads who holds which office where: "X, chief executive of Y", "Y's finance chief X", "Y named X
/// as its next chief executive", "former Y engineer X", "X will step down as chairman".
///
/// LEADS, WORKS_FOR and FOUNDED come from data/en/offices.tsv; an office with a field of its own
/// ("head of design") is WORKS_FOR. Marks persons who lead a firm or sit in its top management.
class OfficeReader {
 public:
  OfficeReader(const Lexicon& lexicon, const FrameSet& frames, Article& article,
               const References& references, ClaimBook& book, bool voting)
      : lexicon_(lexicon),
        frames_(frames),
        article_(article),
        references_(references),
        book_(book),
        voting_(voting) {}

  void read(std::size_t sentence);

 private:
  struct Found;
  std::vector<Found> offices_in(std::size_t sentence, std::size_t nominal) const;
  void read_office(std::size_t sentence, std::size_t nominal);
  Meant person(std::size_t sentence, std::size_t nominal, Standing& standing) const;
  Meant person_of_verb(std::size_t sentence, std::size_t nominal, Standing& standing) const;
  Meant body(std::size_t sentence, std::size_t nominal, const Meant& persons) const;
  struct Succession {
    Meant successors;
    Meant predecessors;
  };
  Succession succession_at(std::size_t sentence, std::size_t verb) const;
  void read_successions(std::size_t sentence);
  void pass_office(std::size_t sentence, std::size_t verb, std::uint32_t from, std::uint32_t to,
                   const Standing& standing);
  void read_former_employers(std::size_t sentence);
  bool is_person_like(std::uint32_t thing) const;
  std::string slice(std::size_t sentence, std::uint32_t first, std::uint32_t last) const;

  const Lexicon& lexicon_;
  const FrameSet& frames_;
  Article& article_;
  const References& references_;
  ClaimBook& book_;
  bool voting_;
};

}  // namespace yeon::ingest::english
