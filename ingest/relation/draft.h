#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What one rule read in one sentence, before the article's statements are settled against each
/// other. Entities are indices into Linking::entities.
struct RelationDraft {
  std::uint32_t subject = 0;
  Predicate predicate = Predicate::kPartnersWith;
  std::uint32_t object = 0;
  Modality modality = Modality::kAsserted;
  double confidence = 0.5;
  std::string title;
  std::optional<PartialDate> valid_from;
  std::optional<PartialDate> valid_to;
  std::optional<Deal> deal;
  std::string_view rule;       ///< id; owned by the rule set
  std::uint32_t sentence = 0;  ///< index into Document::sentences (from 0)
  bool from_title = false;     ///< read in the headline: counts only where nothing else says it
  std::vector<std::uint32_t> more_sentences;  ///< other sentences that say the same
};

/// Folds an article's drafts: one relation per (subject, predicate, object), symmetric types in one
/// order only. The latest settled statement wins over earlier stages; a denial beats a rumour; a
/// MAY_ form goes where its settled form is read; LEADS beats WORKS_FOR of the same pair. Dates and
/// deals missing in the winner are taken from the others. Order of the result: by evidence.
std::vector<RelationDraft> settle(std::vector<RelationDraft> drafts);

}  // namespace yeon::ingest
