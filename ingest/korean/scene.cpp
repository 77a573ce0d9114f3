#include "korean/scene.h"

namespace yeon::ingest::korean {
namespace {

bool is_body(EntityLabel label) {
  return label == EntityLabel::kFirm || label == EntityLabel::kOrganization;
}

bool is_subject_case(const Chunk& chunk) {
  const Case c = chunk.grammatical_case();
  return c == Case::kSubject || c == Case::kTopic || c == Case::kAlso;
}

}  // namespace

std::uint32_t Scene::phrase_end(std::uint32_t i) const {
  std::uint32_t end = i;
  while (chunks[end].is_nominal() && chunks[end].grammatical_case() == Case::kNone &&
         end + 1 < chunks.size() &&
         (chunks[end + 1].is_nominal() || chunks[end + 1].kind == ChunkKind::kBracket ||
          chunks[end + 1].in_brackets)) {
    ++end;
  }
  // Brackets behind the last noun belong to the phrase, but carry no particle.
  while (end > i && !chunks[end].is_nominal()) --end;
  return end;
}

const Clause* Scene::clause_of(std::uint32_t i) const {
  if (const Clause* own = parse.clause_at(i)) return own;
  std::uint32_t end = i;
  for (int steps = 0; steps < 6 && end < chunks.size(); ++steps) {
    end = phrase_end(end);
    if (const Clause* clause = parse.clause_at(end)) return clause;
    const Case c = chunks[end].grammatical_case();
    const bool modifies =
        c == Case::kGenitive || c == Case::kWithGenitive || chunks[end].listed || c == Case::kNone;
    if (!modifies || end + 1 >= chunks.size()) break;
    ++end;
    while (end < chunks.size() &&
           (chunks[end].kind == ChunkKind::kComma || chunks[end].kind == ChunkKind::kBracket ||
            chunks[end].kind == ChunkKind::kAdverb || chunks[end].kind == ChunkKind::kModifier)) {
      ++end;
    }
    if (end < chunks.size() && chunks[end].kind == ChunkKind::kVerb) return parse.clause_at(end);
  }
  return nullptr;
}

std::uint32_t Scene::name_in_phrase(std::uint32_t i) const {
  if (chunks[i].is_mention()) return i;
  const std::uint32_t first = phrase_start(chunks, i);
  for (std::uint32_t at = i; at-- > first;) {
    if (chunks[at].is_mention() && !chunks[at].in_brackets) return at;
  }
  return kNoChunk;
}

std::vector<std::uint32_t> Scene::members(std::uint32_t i) const {
  std::vector<std::uint32_t> all = chunks[i].entities;
  std::uint32_t at = i;
  while (at > 0) {
    std::uint32_t before = at - 1;
    while (before > 0 && !chunks[before].is_mention() && at - before < 4) --before;
    // An owner may stand between two listed things.
    if (chunks[before].is_mention() && !chunks[before].listed && at - before < 4 && before > 0 &&
        chunks[before].grammatical_case() == Case::kGenitive) {
      std::uint32_t beyond = before - 1;
      while (beyond > 0 && !chunks[beyond].is_mention() && before - beyond < 3) --beyond;
      if (chunks[beyond].is_mention() && chunks[beyond].listed) before = beyond;
    }
    if (!chunks[before].is_mention() || !chunks[before].listed) break;
    all.insert(all.end(), chunks[before].entities.begin(), chunks[before].entities.end());
    at = before;
  }
  return all;
}

Scene::Subject Scene::subject_of(std::uint32_t trigger) const {
  const Clause* clause = clause_of(trigger);
  const bool in_speech = chunks[trigger].in_speech;
  bool blocked = false;
  for (int steps = 0; clause != nullptr && steps < 6; ++steps) {
    for (const Case wanted : {Case::kSubject, Case::kTopic, Case::kAlso}) {
      for (const std::uint32_t argument : clause->arguments) {
        const Chunk& chunk = chunks[argument];
        if (chunk.grammatical_case() != wanted || argument == trigger) continue;
        const std::uint32_t name = name_in_phrase(argument);
        if (name != kNoChunk && !chunks[name].entities.empty()) return {members(name), false};
        if (!lexicon.content_noun.contains(chunk.stem) && wanted == Case::kSubject) blocked = true;
      }
    }
    if (blocked) return {};
    clause = clause->previous == Clause::kNone ? nullptr : &parse.clauses[clause->previous];
  }
  // The nearest topic to the left: an embedded clause shares the main clause's.
  for (std::uint32_t at = trigger; at-- > 0;) {
    const Chunk& chunk = chunks[at];
    if (chunk.in_speech != in_speech || !chunk.is_nominal()) continue;
    const bool topic = chunk.grammatical_case() == Case::kTopic;
    const Clause* own = parse.clause_at(at);
    const bool outer = is_subject_case(chunk) && own != nullptr && own->predicate > trigger;
    if (!topic && !outer) continue;
    const std::uint32_t name = name_in_phrase(at);
    if (name != kNoChunk && !chunks[name].entities.empty()) return {members(name), false};
  }
  if (in_speech || !discourse.topic) return {};
  return {{*discourse.topic}, true};
}

void resolve_anaphors(Scene& scene) {
  std::vector<std::uint32_t> here;  // bodies named before in this sentence
  std::optional<std::uint32_t> subject;
  for (Chunk& chunk : scene.chunks) {
    if (!chunk.is_mention()) continue;
    const Mention& mention = scene.linking.mentions[chunk.mention];
    if (mention.form != MentionForm::kAnaphor) {
      for (const std::uint32_t entity : chunk.entities) {
        if (!is_body(scene.label_of(entity))) continue;
        here.push_back(entity);
        if (is_subject_case(chunk)) subject = entity;
      }
      continue;
    }
    if (mention.label == EntityLabel::kPerson) {
      if (scene.discourse.person) chunk.entities = {*scene.discourse.person};
      continue;
    }
    if (mention.count >= 2) {
      // 'A와 B 두 회사' names them itself; else those last brought together.
      std::vector<std::uint32_t> meant = scene.discourse.pair;
      if (here.size() == mention.count) meant = here;
      if (mention.count >= 3 && scene.discourse.bodies.size() >= mention.count) {
        meant.assign(scene.discourse.bodies.end() - mention.count, scene.discourse.bodies.end());
      }
      chunk.entities = meant;
      continue;
    }
    const bool own = mention.name.starts_with("자사");
    if (own) {
      if (subject) {
        chunk.entities = {*subject};
      } else if (scene.discourse.topic) {
        chunk.entities = {*scene.discourse.topic};
      }
      continue;
    }
    // As an object, the other one is meant: 아라는 이 회사에 투자했다.
    if (!is_subject_case(chunk) && subject) {
      const auto& bodies = scene.discourse.bodies;
      for (auto at = bodies.rbegin(); at != bodies.rend(); ++at) {
        if (*at == *subject) continue;
        chunk.entities = {*at};
        break;
      }
    } else if (scene.discourse.topic) {
      chunk.entities = {*scene.discourse.topic};
    }
  }
}

void update_discourse(const Scene& scene,
                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                      Discourse& discourse) {
  std::optional<std::uint32_t> topic;
  bool marked = false;
  std::vector<std::uint32_t> distinct;
  for (const Chunk& chunk : scene.chunks) {
    if (!chunk.is_mention()) continue;
    for (const std::uint32_t entity : chunk.entities) {
      const EntityLabel label = scene.label_of(entity);
      if (label == EntityLabel::kPerson) discourse.person = entity;
      if (!is_body(label)) continue;
      std::erase(discourse.bodies, entity);
      discourse.bodies.push_back(entity);
      if (std::find(distinct.begin(), distinct.end(), entity) == distinct.end()) {
        distinct.push_back(entity);
      }
    }
    if (chunk.entities.size() != 1 || !is_body(scene.label_of(chunk.entities[0]))) continue;
    if (chunk.in_speech || chunk.listed) continue;
    const bool is_topic = chunk.grammatical_case() == Case::kTopic;
    const bool is_subject = is_topic || chunk.grammatical_case() == Case::kSubject ||
                            chunk.grammatical_case() == Case::kAlso;
    if (!is_subject || (marked && !is_topic) || (marked && topic)) continue;
    topic = chunk.entities[0];
    marked = is_topic;
  }
  if (topic) discourse.topic = topic;
  if (!discourse.topic && scene.is_title && !distinct.empty()) discourse.topic = distinct.front();
  if (!pairs.empty()) {
    discourse.pair = {pairs.back().first, pairs.back().second};
  } else if (distinct.size() == 2) {
    discourse.pair = distinct;
  }
}

}  // namespace yeon::ingest::korean
