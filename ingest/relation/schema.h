#pragma once

#include <optional>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// A predicate in a modality that it may carry (docs/ontology.md).
struct StatedForm {
  Predicate predicate = Predicate::kPartnersWith;
  Modality modality = Modality::kAsserted;
  friend bool operator==(const StatedForm&, const StatedForm&) = default;
};

/// The form in which a fact read as (predicate, modality) is said: what is only talked of takes the
/// MAY_ type, what is decided leaves it; a rivalry or founding that is told of is told.
/// nullopt: no form fits (plans to develop something never lie in talks).
std::optional<StatedForm> stated_form(Predicate predicate, Modality modality);

}  // namespace yeon::ingest
