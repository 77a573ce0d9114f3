#pragma once

#include "yeon/graph/snapshot.h"
#include "yeon/storage/batch.h"
#include "yeon/storage/ordered_key.h"

namespace yeon::graph {

inline storage::Family family_of(Space space) noexcept {
  switch (space) {
    case Space::kText:
      return storage::Family::kText;
    case Space::kLedger:
      return storage::Family::kLedger;
    case Space::kJobs:
      return storage::Family::kJobs;
  }
  return storage::Family::kText;
}

}  // namespace yeon::graph
