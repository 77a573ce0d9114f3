#include "english/syntax.h"

namespace yeon::ingest::english {
namespace {
constexpr int kDeepest = 50;  // calls within calls, in sentences nobody wrote

}  // namespace

std::size_t Syntax::first_of_owners(std::size_t nominal) const {
  while (nominal > 0 && is(nominal - 1, ChunkKind::kNominal) && chunks_[nominal - 1].genitive)
    --nominal;
  return nominal;
}

std::optional<std::size_t> Syntax::owner(std::size_t nominal) const {
  if (nominal > 0 && is(nominal - 1, ChunkKind::kNominal) && chunks_[nominal - 1].genitive)
    return nominal - 1;
  return std::nullopt;
}

std::size_t Syntax::head(std::size_t nominal) const {
  while (chunks_[nominal].genitive && is(nominal + 1, ChunkKind::kNominal)) ++nominal;
  return nominal;
}

std::optional<std::size_t> Syntax::preposition_before(std::size_t nominal) const {
  const std::size_t first = first_of_owners(nominal);
  if (first > 0 && is(first - 1, ChunkKind::kPreposition)) return first - 1;
  return std::nullopt;
}

/// The head of the nominal phrase that ends just before `end`, leftwards over its own prepositional
/// phrases: "a report in the paper" gives report.
std::optional<std::size_t> Syntax::nominal_ending_before(std::size_t end) const {
  if (end == 0) return std::nullopt;
  std::size_t at = end - 1;
  if (is(at, ChunkKind::kAdverb) && at > 0) --at;
  if (!is(at, ChunkKind::kNominal)) return std::nullopt;
  while (true) {
    std::size_t first = first_of_owners(at);
    if (first == 0) return at;
    const std::size_t before = first - 1;
    if (is(before, ChunkKind::kPreposition) && before > 0 && is(before - 1, ChunkKind::kNominal) &&
        !chunks_[before - 1].genitive) {
      at = before - 1;
      continue;
    }
    // "people briefed on the work", "technology licensed from X": over a reduced relative.
    if (is(before, ChunkKind::kPreposition) && before > 1 && is(before - 1, ChunkKind::kVerb) &&
        chunks_[before - 1].participle && is(before - 2, ChunkKind::kNominal)) {
      at = before - 2;
      continue;
    }
    if (is(before, ChunkKind::kPreposition) && before > 1 &&
        is(before - 1, ChunkKind::kAdjective) && is(before - 2, ChunkKind::kNominal)) {
      at = before - 2;  // "people familiar with the matter"
      continue;
    }
    if (is(before, ChunkKind::kVerb) && chunks_[before].participle &&
        chunks_[before].lemma == "call" && before > 0 && is(before - 1, ChunkKind::kNominal)) {
      at = before - 1;
      continue;
    }
    if (is(before, ChunkKind::kConjunction) && chunks_[before].lemma != "but" && before > 0 &&
        is(before - 1, ChunkKind::kNominal)) {
      // A list of subjects: its first member stands for it.
      const auto members = group(at);
      if (members.size() > 1 && members.front() < at) {
        at = members.front();
        continue;
      }
    }
    return at;
  }
}

/// "X, which fought Y in court, VERB": from the closing comma to the nominal before the opening
/// one.
std::optional<std::size_t> Syntax::jump_over_insertion(std::size_t comma) const {
  std::size_t edge = comma;
  while (edge > 0 && (!is_clause_edge(edge - 1) || is(edge - 1, ChunkKind::kRelative))) --edge;
  // The outermost pair: a list within ("founded by A, B and C,") has commas of its own.
  for (std::size_t open = edge + 1; open < comma; ++open) {
    if (is(open - 1, ChunkKind::kVerb) && chunks_[open - 1].finite) edge = open;
    if (!is(open, ChunkKind::kComma) || !is(open - 1, ChunkKind::kNominal)) continue;
    bool verb_before = false;
    for (std::size_t i = edge; i < open; ++i)
      verb_before = verb_before || (is(i, ChunkKind::kVerb) && chunks_[i].finite);
    if (verb_before) continue;
    const bool relative =
        is(open + 1, ChunkKind::kRelative) ||
        (is(open + 1, ChunkKind::kPreposition) && is(open + 2, ChunkKind::kRelative));
    const bool reduced = is(open + 1, ChunkKind::kVerb) && !chunks_[open + 1].finite;
    bool has_finite = false;
    for (std::size_t i = open + 1; i < comma; ++i)
      has_finite = has_finite || (is(i, ChunkKind::kVerb) && chunks_[i].finite);
    const bool noun = (is(open + 1, ChunkKind::kNominal) || is(open + 1, ChunkKind::kPreposition) ||
                       is(open + 1, ChunkKind::kAdverb) || is(open + 1, ChunkKind::kAdjective)) &&
                      !has_finite;
    if (!relative && !reduced && !noun) continue;
    return nominal_ending_before(open);
  }
  return std::nullopt;
}

/// "X did this and VERB": the subject of the verb before the conjunction.
std::optional<std::size_t> Syntax::shared_subject(std::size_t verb) const {
  for (std::size_t i = verb; i-- > 0;) {
    if (!is(i, ChunkKind::kVerb)) {
      if (is(i, ChunkKind::kBreak) || is(i, ChunkKind::kStop)) return std::nullopt;
      continue;
    }
    if (chunks_[i].participle) continue;
    // Past a relative clause in between lies the main verb; both share more often the main one, but
    // "which it released and sold" stays within. The nearest finite verb is the better guess.
    if (chunks_[i].finite || chunks_[verb].infinitive || chunks_[verb].gerund || chunks_[verb].bare)
      return subject(i);
  }
  return std::nullopt;
}

Syntax::Syntax(std::vector<Chunk> chunks)
    : chunks_(std::move(chunks)),
      searches_(chunks_.size(), Search::kOpen),
      subjects_(chunks_.size()) {
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (is(i, ChunkKind::kVerb)) static_cast<void>(subject(i));
  }
}

std::optional<std::size_t> Syntax::subject(std::size_t verb) const {
  if (searches_[verb] == Search::kDone) return subjects_[verb];
  if (searches_[verb] == Search::kRunning || depth_ > kDeepest) return std::nullopt;
  searches_[verb] = Search::kRunning;
  ++depth_;
  subjects_[verb] = find_subject(verb);
  --depth_;
  searches_[verb] = Search::kDone;
  return subjects_[verb];
}

std::optional<std::size_t> Syntax::find_subject(std::size_t verb) const {
  if (verb == 0) return std::nullopt;
  const Chunk& chunk = chunks_[verb];
  std::size_t before = verb - 1;
  while (before > 0 && is(before, ChunkKind::kAdverb)) --before;
  // "X, a firm spun out of Y, on Monday released": a time before the verb is not who does it.
  while (!chunk.participle && !chunk.gerund && before > 1 && is(before, ChunkKind::kNominal) &&
         chunks_[before].temporal && is(before - 1, ChunkKind::kPreposition)) {
    before -= 2;
  }

  if (chunk.participle) {
    if (is(before, ChunkKind::kComma) && before > 0) {
      const auto noun = nominal_ending_before(before);
      return noun ? noun : std::nullopt;
    }
    if (is(before, ChunkKind::kNominal)) return before;
    if (is(before, ChunkKind::kConjunction)) return shared_subject(verb);
    return std::nullopt;
  }
  // "a firm making chips", "talk had X teaming up": the nominal next to a gerund does it.
  if (chunk.gerund && is(before, ChunkKind::kNominal) && before + 1 == verb &&
      !chunks_[before].temporal && !chunks_[before].number) {
    return before;
  }
  if (chunk.infinitive || chunk.gerund) {
    // The subject of the verb above; "pushed X to stop" has its own.
    const auto above = governor(verb);
    if (!above) {
      // A gerund at the sentence's start, or behind a comma: the main verb's subject.
      for (std::size_t i = 0; i < chunks_.size(); ++i) {
        if (i != verb && is(i, ChunkKind::kVerb) && chunks_[i].finite) return subject(i);
      }
      return std::nullopt;
    }
    std::size_t up = *above;
    if (!is(up, ChunkKind::kVerb)) {
      const auto carrier = governing_verb(up);
      if (!carrier) {
        if (const auto own = owner(up)) return own;
        return std::nullopt;
      }
      up = *carrier;
      if (up >= verb) return std::nullopt;
    }
    const auto object_of_above = object(up);
    constexpr std::string_view kObjectControl[] = {"push",     "urge",   "ask",   "force",  "allow",
                                                   "persuade", "tell",   "let",   "want",   "order",
                                                   "require",  "enable", "press", "invite", "help"};
    const bool controls = std::find(std::begin(kObjectControl), std::end(kObjectControl),
                                    chunks_[up].lemma) != std::end(kObjectControl);
    if (controls && object_of_above && *object_of_above < verb) return object_of_above;
    return subject(up);
  }

  if (is(before, ChunkKind::kRelative)) {
    std::size_t end = before;
    if (end > 0 && is(end - 1, ChunkKind::kPreposition)) --end;
    if (end > 0 && is(end - 1, ChunkKind::kComma)) --end;
    if (end > 0 && is(end - 1, ChunkKind::kNominal)) {
      // The noun next to it; of "models from A that", the first would be as good.
      return end - 1;
    }
    return std::nullopt;
  }
  if (is(before, ChunkKind::kConjunction)) return shared_subject(verb);
  if (is(before, ChunkKind::kComma)) {
    if (before > 0 && is(before - 1, ChunkKind::kVerb)) return shared_subject(verb);
    if (auto noun = jump_over_insertion(before)) return noun;
    if (chunk.bare) return shared_subject(verb);
    return std::nullopt;
  }
  if (is(before, ChunkKind::kNominal)) {
    auto noun = nominal_ending_before(before + 1);
    // The name behind an appositive word: "X, head of Y at Z" was jumped over; here the noun
    // itself.
    return noun;
  }
  // "said Nora Holm": the subject behind.
  return std::nullopt;
}

std::optional<std::size_t> Syntax::object(std::size_t verb) const {
  if (chunks_[verb].passive) return std::nullopt;
  std::size_t at = verb + 1;
  while (is(at, ChunkKind::kAdverb)) ++at;
  // "was itself a target"
  const bool stresses = is(at, ChunkKind::kNominal) &&
                        (chunks_[at].lemma == "itself" || chunks_[at].lemma == "themselves");
  if (stresses && is(at + 1, ChunkKind::kNominal)) ++at;
  if (!is(at, ChunkKind::kNominal)) return std::nullopt;
  const std::size_t noun = head(at);
  // "broke down last year", "signed Monday": a time is no object.
  if (chunks_[noun].temporal && !is(noun + 1, ChunkKind::kNominal)) return std::nullopt;
  return noun;
}

bool Syntax::is_clause_edge(std::size_t i) const {
  return is(i, ChunkKind::kThat) || is(i, ChunkKind::kRelative) ||
         is(i, ChunkKind::kSubordinator) || is(i, ChunkKind::kBreak) || is(i, ChunkKind::kStop);
}

std::vector<Syntax::Argument> Syntax::arguments(std::size_t trigger) const {
  std::vector<Argument> found;
  for (std::size_t i = trigger + 1; i < chunks_.size(); ++i) {
    if (is_clause_edge(i)) break;
    if (is(i, ChunkKind::kVerb)) {
      // "a subsidiary of X called Y": a reduced relative without an end of its own is passed by.
      if (chunks_[i].passive && (chunks_[i].lemma == "call" || chunks_[i].lemma == "name"))
        continue;
      break;
    }
    if (is(i, ChunkKind::kConjunction) &&
        (is(i + 1, ChunkKind::kVerb) ||
         (is(i + 1, ChunkKind::kNominal) && is(head(i + 1) + 1, ChunkKind::kVerb) &&
          chunks_[head(i + 1) + 1].finite)))
      break;
    if (!is(i, ChunkKind::kPreposition) || !is(i + 1, ChunkKind::kNominal)) continue;
    found.push_back({chunks_[i].lemma, head(i + 1), i});
  }
  return found;
}

std::vector<std::size_t> Syntax::group(std::size_t nominal) const {
  // Separators between members: "," or "and" or both; a list needs one conjunction.
  std::vector<std::size_t> members{nominal};
  bool joined = false;
  std::size_t at = nominal;
  const auto listable = [&](std::size_t i) {
    return chunks_[i].is_name() || !chunks_[i].names.empty();
  };
  while (true) {
    std::size_t next = at + 1;
    bool conjunction = false;
    if (is(next, ChunkKind::kComma)) ++next;
    if (is(next, ChunkKind::kConjunction) && chunks_[next].lemma != "but") {
      conjunction = true;
      ++next;
    }
    // "from A and from B" is read as two arguments.
    if (next == at + 1 || !is(next, ChunkKind::kNominal)) break;
    const std::size_t member = head(next);
    if (!listable(member) && !(conjunction && chunks_[member].determiner == "the")) break;
    // "A invested $5 million in B and C $3 million": C has a sum of its own.
    if (is(member + 1, ChunkKind::kNominal) && chunks_[member + 1].number) break;
    // "A uses B, and C sells D": a new clause, unless the list itself is the subject.
    if (conjunction && is(member + 1, ChunkKind::kVerb) && chunks_[member + 1].finite) {
      bool verb_before = false;
      for (std::size_t i = nominal; i-- > 0 && !is_clause_edge(i);)
        verb_before = verb_before || (is(i, ChunkKind::kVerb) && chunks_[i].finite);
      if (verb_before) break;
    }
    members.push_back(member);
    joined = joined || conjunction;
    at = member;
    if (conjunction && !is(at + 1, ChunkKind::kComma)) break;
  }
  if (!joined) members.assign(1, nominal);
  // Leftwards, for a member asked for that is not the first.
  std::size_t first = first_of_owners(members.front());
  std::vector<std::size_t> left;
  bool left_joined = joined;
  while (first > 0) {
    std::size_t before = first - 1;
    bool conjunction = false;
    if (is(before, ChunkKind::kConjunction) && chunks_[before].lemma != "but") {
      conjunction = true;
      if (before == 0) break;
      --before;
    }
    if (is(before, ChunkKind::kComma) && before > 0)
      --before;
    else if (!conjunction)
      break;
    if (!is(before, ChunkKind::kNominal) || !listable(before) || chunks_[before].genitive) break;
    if (!left_joined && !conjunction) break;
    left.push_back(before);
    left_joined = true;
    first = first_of_owners(before);
  }
  members.insert(members.begin(), left.rbegin(), left.rend());
  return members;
}

/// The comma that opens the insertion which the comma at `close` ends: ", formerly of X,".
std::optional<std::size_t> Syntax::insertion_start(std::size_t close) const {
  for (std::size_t i = close; i-- > 1;) {
    if (is_clause_edge(i) || (is(i, ChunkKind::kVerb) && chunks_[i].finite)) return std::nullopt;
    if (is(i, ChunkKind::kComma)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Syntax::verb_of_subject(std::size_t nominal) const {
  const std::size_t top = head(nominal);
  for (std::size_t i = top + 1; i < chunks_.size(); ++i) {
    if (is(i, ChunkKind::kStop)) break;
    if (!is(i, ChunkKind::kVerb) || !chunks_[i].finite) continue;
    const auto found = subject(i);
    if (found && *found == top) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Syntax::governing_verb(std::size_t nominal) const {
  // "said it would": the subject of the verb behind is no object of the one before.
  const std::size_t next = head(nominal) + 1;
  if (is(next, ChunkKind::kVerb) && chunks_[next].finite && !preposition_before(nominal)) {
    const auto own = subject(next);
    if (own && *own == head(nominal)) return next;
  }
  for (std::size_t i = first_of_owners(nominal); i-- > 0;) {
    if (is_clause_edge(i)) break;
    if (is(i, ChunkKind::kVerb)) return i;
    // Lists and insertions between commas are passed, an introduction is not.
    if (is(i, ChunkKind::kComma) && !is(i + 1, ChunkKind::kNominal) &&
        !is(i + 1, ChunkKind::kConjunction)) {
      const auto open = insertion_start(i);
      if (!open) break;
      i = *open;
    }
  }
  return verb_of_subject(nominal);
}

std::optional<std::size_t> Syntax::apposition(std::size_t nominal) const {
  std::size_t comma = nominal + 1;
  // "the venture arm of Oakmere, Fen Capital,"
  if (!chunks_[nominal].is_name() && is(comma, ChunkKind::kPreposition) &&
      is(comma + 1, ChunkKind::kNominal))
    comma = head(comma + 1) + 1;
  if (!is(comma, ChunkKind::kComma)) return std::nullopt;
  std::size_t at = comma + 1;
  while (is(at, ChunkKind::kAdverb)) ++at;
  if (!is(at, ChunkKind::kNominal)) return std::nullopt;
  const std::size_t noun = head(at);
  if (chunks_[noun].pronoun || chunks_[noun].number) return std::nullopt;
  // A subject of its own clause is no apposition.
  if (is(noun + 1, ChunkKind::kVerb) && chunks_[noun + 1].finite) return std::nullopt;
  return noun;
}

std::optional<std::size_t> Syntax::apposed_to(std::size_t nominal) const {
  const std::size_t first = first_of_owners(nominal);
  std::size_t comma = first;
  if (comma == 0) return std::nullopt;
  --comma;
  while (comma > 0 && is(comma, ChunkKind::kAdverb)) --comma;
  if (!is(comma, ChunkKind::kComma) || comma == 0 || !is(comma - 1, ChunkKind::kNominal))
    return std::nullopt;
  return comma - 1;
}

std::optional<std::size_t> Syntax::governor(std::size_t verb) const {
  const Chunk& chunk = chunks_[verb];
  if (verb == 0) return std::nullopt;
  if (chunk.infinitive || chunk.gerund || chunk.bare) {
    std::size_t i = verb;
    while (i-- > 0) {
      if (is(i, ChunkKind::kVerb)) {
        // "to invest in X and to preload": beside, not under.
        const bool beside = i + 1 < verb && is(verb - 1, ChunkKind::kConjunction) &&
                            chunks_[i].infinitive && chunk.infinitive;
        if (beside ||
            (is(verb - 1, ChunkKind::kConjunction) && chunks_[i].infinitive && chunk.bare))
          return governor(i);
        if (chunks_[i].participle && i + 1 < verb && !is(verb - 1, ChunkKind::kNominal)) continue;
        return i;
      }
      if (is(i, ChunkKind::kAdjective)) return i;
      // "a deal to invest", "the idea of buying": the noun next to it.
      const bool next_to = i + 1 == verb || (i + 2 == verb && is(i + 1, ChunkKind::kPreposition));
      if (is(i, ChunkKind::kNominal) && next_to && !chunks_[i].is_name() && !chunks_[i].pronoun)
        return i;
      if (is_clause_edge(i)) return std::nullopt;
      if (is(i, ChunkKind::kComma) && chunk.gerund) return std::nullopt;
    }
    return std::nullopt;
  }
  if (chunk.participle) return std::nullopt;
  // A content clause: what stands before its subject.
  const auto noun = subject(verb);
  std::size_t start = noun && *noun < verb ? first_of_owners(*noun) : verb;
  // Over an introductory phrase: "said that in June X had".
  if (start == 0) return std::nullopt;
  std::size_t before = start - 1;
  if (is(before, ChunkKind::kThat) || is_word(before, ChunkKind::kSubordinator, "whether")) {
    if (before == 0) return std::nullopt;
    --before;
    while (before > 0 && !is(before, ChunkKind::kVerb) && !is(before, ChunkKind::kNominal) &&
           !is(before, ChunkKind::kAdjective))
      --before;
    if (is(before, ChunkKind::kVerb) || is(before, ChunkKind::kAdjective)) return before;
    if (!is(before, ChunkKind::kNominal)) return std::nullopt;
    // "said on Monday that": a time before that is no head; the verb is.
    if (const auto preposition = preposition_before(before)) {
      if (*preposition > 0 && is(*preposition - 1, ChunkKind::kVerb)) return *preposition - 1;
    }
    return before;
  }
  if (is(before, ChunkKind::kVerb) && chunks_[before].finite) return before;
  // "said on Monday it had": a short time between the verb and the clause.
  if (is(before, ChunkKind::kNominal) && before > 1 && is(before - 1, ChunkKind::kPreposition) &&
      is(before - 2, ChunkKind::kVerb) && chunks_[before - 2].lemma == "say") {
    return before - 2;
  }
  return std::nullopt;
}

std::pair<std::size_t, std::size_t> Syntax::clause(std::size_t chunk) const {
  std::size_t first = chunk;
  while (first > 0 && !is_clause_edge(first - 1)) {
    const bool new_clause = is(first - 1, ChunkKind::kConjunction) && is(first, ChunkKind::kVerb) &&
                            chunks_[first].finite && first != chunk;
    if (new_clause) break;
    --first;
  }
  std::size_t last = chunk + 1;
  while (last < chunks_.size() && !is_clause_edge(last)) {
    const bool conjunction = is(last, ChunkKind::kConjunction);
    const bool own_verb = conjunction && is(last + 1, ChunkKind::kVerb) && chunks_[last + 1].finite;
    const bool own_subject = conjunction && is(last + 1, ChunkKind::kNominal) &&
                             is(head(last + 1) + 1, ChunkKind::kVerb) &&
                             chunks_[head(last + 1) + 1].finite;
    if (own_verb || own_subject) break;
    ++last;
  }
  return {first, last};
}

}  // namespace yeon::ingest::english
