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
    all.insert(all.begin(), chunks[before].entities.begin(), chunks[before].entities.end());
    at = before;
  }
  return all;
}

std::optional<std::uint32_t> Scene::maker_of(std::uint32_t thing) const {
  for (auto at = discourse.makers.rbegin(); at != discourse.makers.rend(); ++at) {
    if (at->first == thing) return at->second;
  }
  return std::nullopt;
}

namespace {

/// Searches the subject of one trigger.
class SubjectSearch {
 public:
  SubjectSearch(const Scene& scene, std::uint32_t trigger, std::uint8_t labels)
      : scene_(scene), trigger_(trigger), labels_(labels) {}

  Scene::Subject run() {
    if (scene_.chunks[trigger_].is_nominal()) content_clause();
    if (best_ == Scene::kNoChunk) own_clause();
    if (best_ != Scene::kNoChunk) return {scene_.members(best_), false};
    if (blocked_) return {};
    earlier_clauses();
    outer_topic();
    if (best_ != Scene::kNoChunk) return {scene_.members(best_), false};
    if (scene_.chunks[trigger_].in_speech) return speaker();
    if (!scene_.discourse.topic) return {};
    return {{*scene_.discourse.topic}, true};
  }

 private:
  bool fits(std::uint32_t name) const {
    if (name == Scene::kNoChunk || scene_.chunks[name].entities.empty()) return false;
    const auto label = scene_.label_of(scene_.chunks[name].entities.front());
    return (labels_ >> static_cast<unsigned>(label) & 1U) != 0;
  }

  // The name a phrase is about, if it can be who does it.
  std::uint32_t name_at(std::uint32_t argument) const {
    const std::uint32_t name = scene_.name_in_phrase(argument);
    if (fits(name)) return name;
    // '정하늘 새롬칩 대표가': any fitting name of the phrase.
    const std::uint32_t first = phrase_start(scene_.chunks, argument);
    for (std::uint32_t at = argument; at-- > first;) {
      if (scene_.chunks[at].is_mention() && fits(at)) return at;
    }
    return Scene::kNoChunk;
  }

  std::uint32_t in_clause(const Clause& clause) {
    for (const Case wanted : {Case::kSubject, Case::kTopic, Case::kAlso}) {
      for (const std::uint32_t argument : clause.arguments) {
        const Chunk& chunk = scene_.chunks[argument];
        if (chunk.grammatical_case() != wanted || argument == trigger_) continue;
        const std::uint32_t name = name_at(argument);
        if (name != Scene::kNoChunk) return name;
        if (wanted == Case::kSubject && !chunk.is_mention() &&
            !scene_.lexicon.content_noun.contains(chunk.stem)) {
          blocked_ = true;
        }
      }
      if (blocked_) return Scene::kNoChunk;
    }
    return Scene::kNoChunk;
  }

  // '[가람이 나래에 낸] 소송': who does it stands in the clause that tells the noun's content.
  void content_clause() {
    for (const Clause& clause : scene_.parse.clauses) {
      if (clause.head == Clause::kNone || clause.predicate >= trigger_ || clause.head < trigger_)
        continue;
      for (const std::uint32_t argument : clause.arguments) {
        if (scene_.chunks[argument].grammatical_case() != Case::kSubject) continue;
        const std::uint32_t name = name_at(argument);
        if (name != Scene::kNoChunk) best_ = name;
      }
    }
  }

  void own_clause() {
    const Clause* clause = scene_.clause_of(trigger_);
    if (clause != nullptr) best_ = in_clause(*clause);
  }

  void earlier_clauses() {
    const Clause* clause = scene_.clause_of(trigger_);
    for (int steps = 0; clause != nullptr && clause->previous != Clause::kNone && steps < 5;
         ++steps) {
      clause = &scene_.parse.clauses[clause->previous];
      const std::uint32_t name = in_clause(*clause);
      blocked_ = false;
      if (name == Scene::kNoChunk) continue;
      best_ = name;
      return;
    }
  }

  // The nearest topic to the left, which an embedded clause shares with the main one.
  void outer_topic() {
    const std::uint32_t stop = best_ == Scene::kNoChunk ? 0 : best_;
    for (std::uint32_t at = trigger_; at-- > stop;) {
      const Chunk& chunk = scene_.chunks[at];
      if (chunk.in_speech != scene_.chunks[trigger_].in_speech || !chunk.is_nominal()) continue;
      const Clause* own = scene_.parse.clause_at(at);
      const bool outer = is_subject_case(chunk) && own != nullptr && own->predicate > trigger_;
      if (chunk.grammatical_case() != Case::kTopic && !outer) continue;
      const std::uint32_t name = name_at(at);
      if (name == Scene::kNoChunk) continue;
      best_ = name;
      return;
    }
  }

  // What a firm says without a subject, it says of itself.
  Scene::Subject speaker() const {
    for (std::uint32_t at = trigger_; at-- > 0;) {
      const Chunk& chunk = scene_.chunks[at];
      if (chunk.in_speech || chunk.grammatical_case() != Case::kTopic) continue;
      if (chunk.is_mention() && fits(at)) return {scene_.members(at), false};
      return {};
    }
    return {};
  }

  const Scene& scene_;
  std::uint32_t trigger_;
  std::uint8_t labels_;
  std::uint32_t best_ = Scene::kNoChunk;
  bool blocked_ = false;
};

}  // namespace

Scene::Subject Scene::subject_of(std::uint32_t trigger, std::uint8_t labels) const {
  return SubjectSearch(*this, trigger, labels).run();
}

void resolve_anaphors(Scene& scene) {
  std::vector<std::uint32_t> here;  // bodies named before in this sentence
  std::optional<std::uint32_t> subject;
  for (Chunk& chunk : scene.chunks) {
    // '이를 ... 탑재한다': the thing last named.
    if (chunk.kind == ChunkKind::kNoun && chunk.stem == U"이" && scene.discourse.thing &&
        chunk.grammatical_case() == Case::kObject) {
      const Mention& thing = scene.linking.mentions[*scene.discourse.thing];
      chunk.kind = ChunkKind::kMention;
      chunk.mention = *scene.discourse.thing;
      chunk.label = thing.label;
      chunk.entities = {thing.entity};
      continue;
    }
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
      if (mention.count >= 3 && here.size() != mention.count) {
        meant = scene.discourse.distinct;
        if (meant.size() != mention.count) meant.clear();
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
        if (*at == *subject || scene.label_of(*at) != mention.label) continue;
        chunk.entities = {*at};
        break;
      }
    } else if (scene.discourse.topic) {
      chunk.entities = {*scene.discourse.topic};
    }
  }
}

namespace {

// '가람의 매출은', '가람 초대 대표에는', '정하늘 가람 대표는': the firm whose matter it is.
std::optional<std::uint32_t> topic_of_phrase(const Scene& scene) {
  for (std::uint32_t i = 0; i < scene.chunks.size(); ++i) {
    const Chunk& chunk = scene.chunks[i];
    if (chunk.in_speech || !chunk.is_nominal() || chunk.is_mention()) continue;
    const bool topical = chunk.particle.topic || chunk.grammatical_case() == Case::kSubject;
    if (!topical || chunk.grammatical_case() == Case::kWith ||
        chunk.grammatical_case() == Case::kLocative)
      continue;
    const std::uint32_t name = scene.name_in_phrase(i);
    if (name == Scene::kNoChunk || scene.chunks[name].entities.size() != 1) continue;
    const std::uint32_t entity = scene.chunks[name].entities.front();
    if (scene.label_of(entity) == EntityLabel::kFirm) return entity;
  }
  return std::nullopt;
}

}  // namespace

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
      if (label == EntityLabel::kProduct || label == EntityLabel::kModel) {
        discourse.thing = chunk.mention;
      }
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
    // '가람이 나래를 살 것이라는 말이 돈다' does not make 가람 the topic: its clause is not the
    // main one.
    if (is_subject && !is_topic) {
      const auto at = static_cast<std::uint32_t>(&chunk - scene.chunks.data());
      const Clause* clause = scene.parse.clause_at(at);
      if (clause != nullptr && clause->head != Clause::kNone) continue;
    }
    if (!is_subject || (marked && !is_topic) || (marked && topic)) continue;
    topic = chunk.entities[0];
    marked = is_topic;
  }
  if (!topic) topic = topic_of_phrase(scene);
  if (topic) discourse.topic = topic;
  if (!discourse.topic && scene.is_title && !distinct.empty()) discourse.topic = distinct.front();
  if (!pairs.empty()) {
    discourse.pair = {pairs.back().first, pairs.back().second};
  } else if (distinct.size() == 2 && topic && !scene.is_title) {
    discourse.pair = distinct;
  }
  discourse.distinct = distinct;
}

}  // namespace yeon::ingest::korean
