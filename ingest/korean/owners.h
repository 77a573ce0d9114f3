#pragma once

#include <vector>

#include "korean/scene.h"
#include "relation/draft.h"

namespace yeon::ingest::korean {

/// Whose a named product or model is: '가람의 칩 <하늘>', '나래 노트북 <다솜>'.
void find_owners(const Scene& scene, std::vector<RelationDraft>& drafts);

}  // namespace yeon::ingest::korean
