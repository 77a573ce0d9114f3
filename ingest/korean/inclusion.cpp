#include "korean/inclusion.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::uint32_t kFarthestWhole = 7;  // chunks behind the verb

bool is_including(const Chunk& chunk) {
  return chunk.kind == ChunkKind::kVerb && chunk.form.ending == Ending::kAttributive &&
         (chunk.lemma == U"포함하" || chunk.lemma == U"비롯하");
}

}  // namespace

std::optional<Inclusion> inclusion_at(const Scene& scene, std::uint32_t verb) {
  if (verb == 0 || !is_including(scene.chunks[verb])) return std::nullopt;
  if (scene.chunks[verb - 1].grammatical_case() != Case::kObject) return std::nullopt;
  Inclusion found;
  found.part = scene.name_in_phrase(verb - 1);
  if (found.part == Scene::kNoChunk) return std::nullopt;
  for (std::uint32_t at = verb + 1; at < scene.chunks.size() && at <= verb + kFarthestWhole; ++at) {
    const Chunk& chunk = scene.chunks[at];
    if (chunk.is_mention() && chunk.grammatical_case() == Case::kGenitive) found.owner = at;
    // Attributes of the whole: 다양한, 여러.
    const bool attribute =
        chunk.kind == ChunkKind::kVerb && chunk.form.ending == Ending::kAttributive;
    if (!chunk.is_nominal() && !attribute && chunk.kind != ChunkKind::kModifier) break;
    if (!chunk.is_nominal() || chunk.grammatical_case() == Case::kNone ||
        chunk.grammatical_case() == Case::kGenitive) {
      continue;
    }
    found.whole = at;
    return found;
  }
  return std::nullopt;
}

std::optional<Inclusion> inclusion_in(const Scene& scene, std::uint32_t whole) {
  for (std::uint32_t at = whole; at-- > 0 && whole - at <= kFarthestWhole;) {
    const auto found = inclusion_at(scene, at);
    if (found && found->whole == whole) return found;
  }
  return std::nullopt;
}

}  // namespace yeon::ingest::korean
