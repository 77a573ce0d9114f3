#pragma once

#include "korean/scene.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::korean {

/// How a statement holds, and whether it is of something still open (talked of, rumoured), which
/// chooses the MAY_ form when it is denied or ended.
struct Stance {
  Modality modality = Modality::kAsserted;
  bool open = false;
  std::uint32_t end = 0;  ///< first chunk behind the words that decide it
};

/// Reads the words to the right of the trigger, up to the end of what is said of it: past abstract
/// nouns (방안, 협상, 소문) and verbs of saying, not past a clause of its own. Cues are the lists
/// of lists.txt. Order of decision: denied, ended, rumoured, in talks, planned, asserted.
Stance read_stance(const Scene& scene, std::uint32_t trigger);

}  // namespace yeon::ingest::korean
