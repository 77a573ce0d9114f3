#pragma once

#include "korean/scene.h"
#include "relation/draft.h"

namespace yeon::ingest::korean {

/// Which figures of a clause a relation takes.
struct DetailWish {
  std::uint32_t trigger = 0;  ///< chunk
  std::uint32_t end = 0;      ///< first chunk behind what is said of it
  bool dates = true;
  bool money = false;
  bool share = false;
  std::size_t nth = 0;  ///< of several subjects, which one: 각각 30억 원, 45억 원
  std::size_t subjects = 1;
};

/// Fills valid_from, valid_to and deal from the sentence's quantities near the trigger.
void add_details(const Scene& scene, const DetailWish& wish, RelationDraft& draft);

}  // namespace yeon::ingest::korean
