#pragma once

#include <vector>

#include "analysis/document.h"
#include "link/linked.h"
#include "relation/draft.h"

namespace yeon::ingest {

/// Makes an article's facts of what was read: settles the drafts, drops entities that are not
/// printed (no mention), gives every relation its evidence.
ArticleFacts assemble(Document document, Linking linking, std::vector<RelationDraft> drafts);

}  // namespace yeon::ingest
