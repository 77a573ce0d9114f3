#pragma once

#include <optional>

#include "korean/scene.h"

namespace yeon::ingest::korean {

/// 'A를 포함한 B의 C에': a thing named as part of a larger whole. All are chunks.
struct Inclusion {
  std::uint32_t part = 0;                 ///< A, the name
  std::uint32_t owner = Scene::kNoChunk;  ///< B, a name in the genitive before the whole
  std::uint32_t whole = 0;                ///< C, the noun that carries the role
};

/// The inclusion whose verb (포함한, 비롯한) is chunk `verb`.
std::optional<Inclusion> inclusion_at(const Scene& scene, std::uint32_t verb);

/// The inclusion whose whole is chunk `whole`.
std::optional<Inclusion> inclusion_in(const Scene& scene, std::uint32_t whole);

}  // namespace yeon::ingest::korean
