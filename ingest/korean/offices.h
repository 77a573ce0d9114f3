#pragma once

#include <vector>

#include "korean/scene.h"
#include "relation/draft.h"

namespace yeon::ingest::korean {

/// Who holds which office where: phrases (정하늘 새롬칩 대표, 새롬칩 창업자인 정하늘) and events of
/// taking and leaving one.
void find_offices(const Scene& scene, std::vector<RelationDraft>& drafts);

}  // namespace yeon::ingest::korean
