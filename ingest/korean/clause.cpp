#include "korean/clause.h"

namespace yeon::ingest::korean {
namespace {

bool is_predicate(const Chunk& chunk) {
  return chunk.kind == ChunkKind::kVerb ||
         (chunk.is_nominal() && chunk.grammatical_case() == Case::kCopula);
}

bool is_argument(const Chunk& chunk) {
  if (!chunk.is_nominal() || chunk.listed) return false;
  const Case c = chunk.grammatical_case();
  return c != Case::kNone && c != Case::kGenitive && c != Case::kWithGenitive &&
         c != Case::kCopula && c != Case::kNamed;
}

// One phrase of each of these cases to a clause.
bool is_core(Case c) { return c == Case::kSubject || c == Case::kObject || c == Case::kDative; }

// 'X를 바탕으로', 'X를 상대로': the object is the noun's, not the verb's.
bool is_compound_object(const std::vector<Chunk>& chunks, std::uint32_t i) {
  return chunks[i].grammatical_case() == Case::kObject && i + 1 < chunks.size() &&
         chunks[i + 1].grammatical_case() == Case::kMeans && chunks[i + 1].kind == ChunkKind::kNoun;
}

bool is_embedded(const Chunk& chunk) {
  if (chunk.kind == ChunkKind::kVerb) {
    return chunk.form.ending == Ending::kAttributive || chunk.form.ending == Ending::kQuoteNoun ||
           chunk.form.ending == Ending::kQuote || chunk.form.ending == Ending::kNominal;
  }
  return chunk.particle.attributive;
}

class ClauseParser {
 public:
  explicit ClauseParser(const std::vector<Chunk>& chunks) : chunks_(chunks) {
    parse_.clause_of.assign(chunks.size(), Clause::kNone);
  }

  Parse run() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      const Chunk& chunk = chunks_[i];
      if (chunk.kind == ChunkKind::kOpenSpeech) {
        // What is said has its own phrases; those outside wait for the verb of saying.
        outside_.push_back(std::move(waiting_));
        waiting_.clear();
        joined_ = Clause::kNone;
      } else if (chunk.kind == ChunkKind::kCloseSpeech) {
        if (!outside_.empty()) {
          waiting_ = std::move(outside_.back());
          outside_.pop_back();
        }
        joined_ = Clause::kNone;
      } else if (is_predicate(chunk)) {
        predicate(i);
      } else if (is_argument(chunk)) {
        waiting_.push_back(i);
      }
    }
    return std::move(parse_);
  }

 private:
  void predicate(std::uint32_t i) {
    Clause clause;
    clause.predicate = i;
    clause.previous = joined_;
    const bool embedded = is_embedded(chunks_[i]);
    clause.head = embedded ? head_behind(i) : Clause::kNone;
    take_arguments(clause, embedded);
    clause.first = clause.arguments.empty() ? i : phrase_start(chunks_, clause.arguments.front());
    const auto index = static_cast<std::uint32_t>(parse_.clauses.size());
    parse_.clause_of[i] = index;
    for (const std::uint32_t argument : clause.arguments) parse_.clause_of[argument] = index;
    joined_ = joins_next(chunks_[i]) ? index : Clause::kNone;
    parse_.clauses.push_back(std::move(clause));
  }

  void take_arguments(Clause& clause, bool embedded) {
    bool seen[32] = {};
    while (!waiting_.empty()) {
      const std::uint32_t top = waiting_.back();
      const Chunk& chunk = chunks_[top];
      const Case c = chunk.grammatical_case();
      const bool topic = c == Case::kTopic;
      const bool compound = is_compound_object(chunks_, top);
      // 다양한, 필요한: what does not stand right before is the outer verb's.
      if (embedded && chunks_[clause.predicate].may_describe && clause.arguments.empty() &&
          top + 1 != clause.predicate) {
        break;
      }
      if (embedded && chunks_[clause.predicate].adjective &&
          (c != Case::kSubject || top + 1 != clause.predicate)) {
        break;
      }
      if (embedded && !compound) {
        // '가람도 나래에 낸 소송을 거둬들였다': what comes first of all is the main verb's.
        const bool opening =
            c == Case::kAlso && waiting_.size() == 1 && chunk.is_mention() &&
            !clause.arguments.empty() &&
            (chunk.label == EntityLabel::kFirm || chunk.label == EntityLabel::kOrganization);
        if (opening) break;
        if (topic || (chunk.particle.topic && c != Case::kSubject && c != Case::kWith &&
                      !passes_topic(clause))) {
          break;
        }
        if (is_core(c) && seen[static_cast<int>(c)]) break;
        // The second of two nominatives within is the outer verb's: 가람이 (나래가 세운) 다솜을.
        seen[static_cast<int>(c)] = true;
      }
      clause.arguments.insert(clause.arguments.begin(), top);
      waiting_.pop_back();
      if (embedded && c == Case::kSubject && !passes_topic(clause)) break;
    }
    if (!embedded) {
      // Topics go on to later clauses of the sentence through `previous`.
      return;
    }
  }

  // '...에는 X가 취임할 예정이다': the modified noun only says how it stands.
  bool passes_topic(const Clause& clause) const {
    const VerbForm& form = chunks_[clause.predicate].form;
    if (form.ending == Ending::kQuote) return true;
    return clause.head != Clause::kNone && form.tense == Tense::kFuture &&
           chunks_[clause.head].kind == ChunkKind::kNoun;
  }

  static bool joins_next(const Chunk& chunk) {
    if (chunk.kind != ChunkKind::kVerb)
      return chunk.grammatical_case() == Case::kCopula && !chunk.particle.attributive;
    return chunk.form.ending == Ending::kAnd || chunk.form.ending == Ending::kBut ||
           chunk.form.ending == Ending::kAdverbial || chunk.form.ending == Ending::kNone;
  }

  // The noun an attributive verb modifies: the last of the bare nouns and names behind it.
  std::uint32_t head_behind(std::uint32_t i) const {
    std::uint32_t head = Clause::kNone;
    for (std::uint32_t next = i + 1; next < chunks_.size(); ++next) {
      const Chunk& chunk = chunks_[next];
      if (chunk.kind == ChunkKind::kBracket || chunk.in_brackets) continue;
      if (chunk.kind == ChunkKind::kModifier || chunk.kind == ChunkKind::kAdverb) continue;
      // 개발한 미국의 가람은: a genitive passes the modifier on to what it belongs to only where it
      // is no name itself.
      if (!chunk.is_nominal()) break;
      head = next;
      if (chunk.listed) continue;
      if (chunk.grammatical_case() == Case::kGenitive && !chunk.is_mention()) continue;
      if (chunk.grammatical_case() != Case::kNone) break;
    }
    return head;
  }

  const std::vector<Chunk>& chunks_;
  Parse parse_;
  std::vector<std::uint32_t> waiting_;
  std::vector<std::vector<std::uint32_t>> outside_;
  std::uint32_t joined_ = Clause::kNone;
};

}  // namespace

Parse parse_clauses(const std::vector<Chunk>& chunks) { return ClauseParser(chunks).run(); }

std::uint32_t phrase_start(const std::vector<Chunk>& chunks, std::uint32_t chunk) {
  std::uint32_t first = chunk;
  while (first > 0) {
    const Chunk& before = chunks[first - 1];
    if (before.kind == ChunkKind::kBracket || before.in_brackets) {
      --first;
      continue;
    }
    const bool list_comma = (before.kind == ChunkKind::kComma || before.kind == ChunkKind::kDot) &&
                            first >= 2 && chunks[first - 2].listed;
    if (list_comma) {
      first -= 2;
      continue;
    }
    if (!before.is_nominal() && before.kind != ChunkKind::kModifier) break;
    const Case c = before.grammatical_case();
    if (!before.listed && c != Case::kNone && c != Case::kGenitive && c != Case::kWithGenitive)
      break;
    --first;
  }
  return first;
}

}  // namespace yeon::ingest::korean
