#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "english/article.h"
#include "english/frames.h"
#include "english/modality.h"
#include "english/references.h"
#include "relation/draft.h"

namespace yeon::ingest::english {

/// A draft with where in the sentence it was read, for dates and sums.
struct Claim {
  RelationDraft draft;
  std::size_t trigger = 0;  ///< chunk
  Standing standing;
  bool weak = false;  ///< gives way to any other relation of the pair
};

/// What the readers of single sentences share: the article, what is told so far, where to put more.
///
/// In the first pass things without a kind are given one by votes: a claim that would fit votes for
/// the labels it needs. In the second only claims that fit are kept.
class ClaimBook {
 public:
  ClaimBook(Article& article, References& references, bool voting)
      : article_(article), references_(references), voting_(voting) {}

  /// Adds the claim if both sides may stand in such a relation. The predicate is turned into its
  /// MAY_ or PLANS_ form where the standing asks for it.
  void add(Claim claim);

  std::vector<Claim>& claims() { return claims_; }
  const std::vector<Claim>& claims() const { return claims_; }

 private:
  void speak_for_firm(RelationDraft& draft) const;
  bool fits_or_votes(std::uint32_t thing, std::uint8_t labels, EntityLabel likeliest,
                     double weight);

  Article& article_;
  References& references_;
  bool voting_;
  std::vector<Claim> claims_;
};

/// Which labels may stand on a side of a relation, as bits (1 << EntityLabel), and which is
/// likeliest.
struct Signature {
  std::uint8_t subject = 0;
  std::uint8_t object = 0;
  EntityLabel likely_subject = EntityLabel::kFirm;
  EntityLabel likely_object = EntityLabel::kFirm;
};
Signature signature(Predicate predicate) noexcept;

}  // namespace yeon::ingest::english
