#pragma once

#include "analysis/quantity.h"
#include "english/article.h"
#include "english/claims.h"
#include "english/references.h"

namespace yeon::ingest::english {

/// Gives claims of one sentence the dates, sums and shares of their clause, by the rules of
/// docs/ontology.md, section 6: the day of saying dates nothing, what is due reads the later end of
/// a half-year, a round's total is nobody's amount.
void add_details(const Article& article, std::size_t sentence, ClaimBook& book);

/// What later sentences say of an event told before: "The talks began in December", "Deliveries are
/// to begin in July", "those talks were abandoned". Claims of this sentence do not count.
void read_event_anaphors(const Article& article, const FrameSet& frames,
                         const References& references, std::size_t sentence, ClaimBook& book);

}  // namespace yeon::ingest::english
