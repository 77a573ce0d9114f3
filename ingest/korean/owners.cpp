#include "korean/owners.h"

#include "korean/inclusion.h"

namespace yeon::ingest::korean {
namespace {

bool is_thing(EntityLabel label) {
  return label == EntityLabel::kProduct || label == EntityLabel::kModel;
}

// The firm or body whose genitive, or bare name, leads the phrase of the thing at `i`.
std::uint32_t owner_of(const Scene& scene, std::uint32_t i) {
  bool direct = true;  // nothing but list members so far
  for (std::uint32_t at = i; at-- > 0 && i - at < 9;) {
    const Chunk& chunk = scene.chunks[at];
    if (chunk.in_brackets || chunk.kind == ChunkKind::kBracket) continue;
    if (chunk.is_mention() && !is_thing(chunk.label)) {
      const Case c = chunk.grammatical_case();
      if (chunk.label == EntityLabel::kPerson || chunk.listed) return Scene::kNoChunk;
      if (c == Case::kGenitive) return at;
      // A bare name needs a kind of thing between it and the thing: 나래 노트북 '다솜'.
      return c == Case::kNone && !direct ? at : Scene::kNoChunk;
    }
    if (chunk.is_mention()) {
      if (!chunk.listed) return Scene::kNoChunk;
      continue;
    }
    if (chunk.kind == ChunkKind::kComma || chunk.kind == ChunkKind::kDot) {
      if (at == 0 || !scene.chunks[at - 1].listed) return Scene::kNoChunk;
      continue;
    }
    const bool inside = (chunk.kind == ChunkKind::kNoun || chunk.kind == ChunkKind::kModifier ||
                         chunk.kind == ChunkKind::kNumber) &&
                        chunk.grammatical_case() == Case::kNone;
    const bool attribute =
        chunk.kind == ChunkKind::kVerb && chunk.form.ending == Ending::kAttributive && at + 1 < i;
    if (!inside && !attribute) return Scene::kNoChunk;
    direct = false;
  }
  return Scene::kNoChunk;
}

// '하늘을 포함한 나래의 제품들': the owner of the whole owns the part.
std::uint32_t owner_of_whole(const Scene& scene, std::uint32_t i) {
  for (std::uint32_t verb = i + 1; verb < scene.chunks.size() && verb < i + 4; ++verb) {
    const auto inclusion = inclusion_at(scene, verb);
    if (!inclusion || inclusion->part != i || inclusion->owner == Scene::kNoChunk) continue;
    return is_thing(scene.chunks[inclusion->owner].label) ? Scene::kNoChunk : inclusion->owner;
  }
  return Scene::kNoChunk;
}

}  // namespace

void find_owners(const Scene& scene, std::vector<RelationDraft>& drafts) {
  for (std::uint32_t i = 0; i < scene.chunks.size(); ++i) {
    const Chunk& thing = scene.chunks[i];
    if (!thing.is_mention() || !is_thing(thing.label) || thing.entities.size() != 1) continue;
    std::uint32_t owner = owner_of(scene, i);
    if (owner == Scene::kNoChunk) owner = owner_of_whole(scene, i);
    if (owner == Scene::kNoChunk || scene.chunks[owner].entities.size() != 1) continue;
    RelationDraft draft;
    draft.subject = scene.chunks[owner].entities.front();
    draft.predicate = Predicate::kDevelops;
    draft.object = thing.entities.front();
    draft.confidence = 0.75;
    draft.rule = "ko.owner";
    draft.sentence = scene.sentence;
    draft.from_title = scene.is_title;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace yeon::ingest::korean
