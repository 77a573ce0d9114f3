#pragma once

#include <vector>

#include "korean/frames.h"
#include "korean/scene.h"
#include "relation/draft.h"

namespace yeon::ingest::korean {

/// All relations that frames read in a sentence.
void match_frames(const Scene& scene, const FrameSet& frames, std::vector<RelationDraft>& drafts);

/// Adjusts predicate and modality to each other: a planned DEVELOPS is PLANS_TO_DEVELOP, what is
/// only talked of takes the MAY_ form. nullopt: the two do not go together.
struct Stated {
  Predicate predicate;
  Modality modality;
};
std::optional<Stated> fit_modality(const Frame& frame, Modality modality, bool open);

}  // namespace yeon::ingest::korean
