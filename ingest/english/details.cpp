#include "english/details.h"

namespace yeon::ingest::english {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool takes_dates(Predicate predicate) { return predicate != Predicate::kCompetesWith; }

bool takes_share(Predicate predicate) {
  switch (predicate) {
    case Predicate::kAcquired:
    case Predicate::kMayAcquire:
    case Predicate::kOwnsStakeIn:
    case Predicate::kMayInvestIn:
      return true;
    default:
      return false;
  }
}

bool takes_sum(Predicate predicate) {
  switch (predicate) {
    case Predicate::kAcquired:
    case Predicate::kMayAcquire:
    case Predicate::kInvestsIn:
    case Predicate::kMayInvestIn:
    case Predicate::kOwnsStakeIn:
    case Predicate::kSuppliesTo:
      return true;
    default:
      return false;
  }
}

/// The quantities of a sentence by chunk.
class ClauseQuantities {
 public:
  ClauseQuantities(const Article& article, std::size_t sentence)
      : parse_(article.parses[sentence]),
        quantities_(find_quantities(article.document, article.document.sentences[sentence])) {}

  const Quantities& all() const { return quantities_; }
  bool has_dates() const { return !quantities_.dates.empty(); }

  /// The stretch of text of the trigger's clause; a relative clause behind its phrase is part of
  /// it.
  TextSpan clause(std::size_t trigger) const {
    const Syntax& syntax = parse_.syntax;
    auto [first, last] = syntax.clause(trigger);
    // "an agreement that runs until 2030", "talks, which began in May"
    if (syntax[trigger].is(ChunkKind::kNominal) && last < syntax.size() &&
        syntax.is(last, ChunkKind::kRelative)) {
      last = syntax.clause(std::min(last + 1, syntax.size() - 1)).second;
    }
    return {start_of(first), end_of(last - 1)};
  }

  std::uint32_t start_of(std::size_t chunk) const {
    return parse_.words[parse_.syntax[chunk].first].span.start;
  }
  std::uint32_t end_of(std::size_t chunk) const {
    return parse_.words[parse_.syntax[chunk].last - 1].span.end;
  }

  /// The verb that a stretch of text hangs on: the nearest before it, else the first behind.
  std::optional<std::size_t> verb_of(const TextSpan& span) const {
    const Syntax& syntax = parse_.syntax;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < syntax.size(); ++i) {
      if (!syntax.is(i, ChunkKind::kVerb)) continue;
      if (syntax[i].participle && is_naming_verb(syntax[i].lemma)) continue;
      if (start_of(i) > span.start && found) break;
      found = i;
    }
    // "Last year the firm bought": behind a comma or at the start the date leads the next verb.
    std::size_t at = 0;
    while (at < syntax.size() && start_of(at) <= span.start) ++at;
    if (found && *found < at && at > 0 && found != std::nullopt) {
      for (std::size_t i = *found; i < at; ++i) {
        if (!syntax.is(i, ChunkKind::kThat)) continue;
        for (std::size_t next = at; next < syntax.size(); ++next) {
          if (syntax.is(next, ChunkKind::kVerb)) return next;
        }
      }
    }
    return found;
  }

  const Syntax& syntax() const { return parse_.syntax; }

 private:
  const Parse& parse_;
  Quantities quantities_;
};

bool inside(const TextSpan& span, const TextSpan& clause) {
  return span.start >= clause.start && span.end <= clause.end;
}

std::uint32_t distance(const TextSpan& span, std::uint32_t from) {
  return span.start >= from ? span.start - from : (from - span.start) + 40;  // rather what follows
}

/// The verbs that carry a claim: its own or the one above its noun, and those above these.
std::vector<std::size_t> carriers(const Syntax& syntax, std::size_t trigger) {
  std::vector<std::size_t> verbs;
  std::optional<std::size_t> at = trigger;
  for (int depth = 0; at && depth < 6; ++depth) {
    if (!syntax[*at].is(ChunkKind::kVerb)) {
      at = syntax.governing_verb(*at);
      if (!at) break;
    }
    if (std::find(verbs.begin(), verbs.end(), *at) != verbs.end()) break;
    verbs.push_back(*at);
    at = syntax.governor(*at);
    if (at && !syntax[*at].is(ChunkKind::kVerb)) continue;
  }
  return verbs;
}

bool is_saying(std::string_view lemma) {
  return any_of(lemma, {"say", "tell", "report", "announce", "add", "deny", "confirm", "state",
                        "disclose", "call", "name"});
}

/// Whether a date of the clause is the claim's: it hangs on one of its verbs, and tells neither
/// when something was said nor when what is to come was agreed.
bool is_own_date(const ClauseQuantities& quantities, const Claim& claim,
                 const DateExpression& date) {
  const Syntax& syntax = quantities.syntax();
  const auto verb = quantities.verb_of(date.span);
  if (!verb) return true;
  const bool office_alone =
      claim.draft.rule == "en.office" && !syntax[claim.trigger].is(ChunkKind::kVerb);
  if (office_alone || claim.draft.rule == "en.develop.owner") return false;
  const auto verbs = carriers(syntax, claim.trigger);
  const bool carried = std::find(verbs.begin(), verbs.end(), *verb) != verbs.end();
  // A relative clause or participle behind the claim's own noun: "a pact announced last year".
  const bool own_relative = syntax[claim.trigger].is(ChunkKind::kNominal) &&
                            *verb > claim.trigger && (*verb <= claim.trigger + 4);
  if (!carried && !own_relative) return false;
  const bool due = claim.draft.modality == Modality::kPlanned;
  const Chunk& own = syntax[*verb];
  if (*verb != claim.trigger && is_saying(own.lemma) && !own_relative) return false;
  const bool agreed = due && carried && *verb != claim.trigger && own.finite &&
                      (own.past || own.perfect) && own.modal.empty();
  return !agreed;
}

void add_date(const ClauseQuantities& quantities, Claim& claim) {
  RelationDraft& draft = claim.draft;
  if (!takes_dates(draft.predicate) || draft.valid_from || draft.valid_to) return;
  const TextSpan clause = quantities.clause(claim.trigger);
  const std::uint32_t from = quantities.start_of(claim.trigger);
  const bool ended = draft.modality == Modality::kEnded;
  const bool due = draft.modality == Modality::kPlanned || draft.modality == Modality::kInTalks ||
                   draft.modality == Modality::kRumored;
  const DateExpression* nearest = nullptr;
  for (const DateExpression& date : quantities.all().dates) {
    if (!inside(date.span, clause) || date.reporting || !is_own_date(quantities, claim, date))
      continue;
    if (nearest == nullptr || distance(date.span, from) < distance(nearest->span, from))
      nearest = &date;
  }
  if (nearest == nullptr) return;
  const auto verb = quantities.verb_of(nearest->span);
  const bool begins =
      verb && any_of(quantities.syntax()[*verb].lemma, {"begin", "start", "commence"});
  const bool opened = begins && *verb != claim.trigger &&
                      (quantities.syntax()[*verb].past || quantities.syntax()[*verb].perfect);
  if (draft.predicate == Predicate::kSues && verb &&
      any_of(quantities.syntax()[*verb].lemma, {"open", "hear", "rule", "win", "lose"}))
    return;
  if (ended && !opened && draft.predicate != Predicate::kFounded) {
    const bool future = quantities.syntax()[claim.trigger].is(ChunkKind::kVerb) &&
                        quantities.syntax()[claim.trigger].modal == "will";
    draft.valid_to = future ? nearest->due : nearest->past;
    return;
  }
  if (nearest->until && !due) {
    // "supplied chips until 2024": over, where the verb is past and so is the day.
    const Chunk& own = quantities.syntax()[claim.trigger];
    const bool lasting =
        draft.predicate != Predicate::kAcquired && draft.predicate != Predicate::kFounded;
    const bool over =
        lasting && own.is(ChunkKind::kVerb) && own.past && nearest->past == nearest->due;
    if (over) draft.modality = Modality::kEnded;
    draft.valid_to = over ? nearest->past : nearest->due;
    return;
  }
  draft.valid_from = due && !opened ? nearest->due : nearest->past;
}

/// "X invested $50 million and Y $25 million": each has the sum that follows its name; one sum for
/// several is nobody's.
const MoneyExpression* own_sum(const ClauseQuantities& quantities, const Article& article,
                               const Claim& claim, std::size_t investors) {
  const TextSpan clause = quantities.clause(claim.trigger);
  std::vector<const MoneyExpression*> within;
  for (const MoneyExpression& sum : quantities.all().money) {
    if (inside(sum.span, clause)) within.push_back(&sum);
  }
  if (within.size() < investors || within.empty()) return nullptr;
  std::uint32_t from = quantities.start_of(claim.trigger);
  if (investors > 1) {
    for (const std::uint32_t name : article.things[claim.draft.subject].names) {
      if (article.names[name].sentence == claim.draft.sentence) from = article.names[name].span.end;
    }
  }
  return *std::min_element(within.begin(), within.end(), [&](const auto* a, const auto* b) {
    return distance(a->span, from) < distance(b->span, from);
  });
}

void add_deal(const Article& article, const ClauseQuantities& quantities, std::size_t investors,
              Claim& claim) {
  RelationDraft& draft = claim.draft;
  if (draft.deal) return;
  const TextSpan clause = quantities.clause(claim.trigger);
  const Syntax& syntax = quantities.syntax();
  Deal deal;
  if (takes_share(draft.predicate)) {
    for (const PercentExpression& share : quantities.all().percents) {
      if (inside(share.span, clause) && !deal.stake_percent) deal.stake_percent = share.percent;
    }
  }
  // A price goes with a holding only where the holding is bought.
  bool priced = takes_sum(draft.predicate);
  if (draft.predicate == Predicate::kOwnsStakeIn) {
    const auto verb = syntax[claim.trigger].is(ChunkKind::kVerb)
                          ? std::optional(claim.trigger)
                          : syntax.governing_verb(claim.trigger);
    priced =
        verb &&
        any_of(syntax[*verb].lemma, {"buy", "acquire", "purchase", "take", "pick_up", "snap_up"}) &&
        draft.modality != Modality::kEnded;
  }
  if (priced) {
    if (const MoneyExpression* sum = own_sum(quantities, article, claim, investors)) {
      deal.amount = sum->amount;
      deal.currency = sum->currency;
    }
  }
  if (deal.stake_percent || deal.amount) draft.deal = std::move(deal);
}

}  // namespace

void add_details(const Article& article, std::size_t sentence, ClaimBook& book) {
  const ClauseQuantities quantities(article, sentence);
  if (quantities.all().dates.empty() && quantities.all().money.empty() &&
      quantities.all().percents.empty())
    return;
  for (Claim& claim : book.claims()) {
    if (claim.draft.sentence != sentence) continue;
    add_date(quantities, claim);
    const auto investors = static_cast<std::size_t>(
        std::count_if(book.claims().begin(), book.claims().end(), [&](const Claim& other) {
          return other.draft.sentence == sentence &&
                 other.draft.predicate == claim.draft.predicate && other.trigger == claim.trigger &&
                 other.draft.object == claim.draft.object;
        }));
    add_deal(article, quantities, investors, claim);
  }
}

namespace {

/// Which relations an event noun may speak of.
bool speaks_of(std::string_view noun, Predicate predicate) {
  switch (predicate) {
    case Predicate::kMayAcquire:
    case Predicate::kMayPartnerWith:
    case Predicate::kMayInvestIn:
      return any_of(noun, {"talk", "negotiation", "discussion", "offer", "bid", "deal", "approach",
                           "proposal"});
    case Predicate::kAcquired:
      return any_of(noun, {"deal", "purchase", "acquisition", "takeover", "transaction", "merger",
                           "sale", "tie-up"});
    case Predicate::kOwnsStakeIn:
    case Predicate::kInvestsIn:
      return any_of(noun, {"deal", "sale", "transaction", "investment", "purchase"});
    case Predicate::kSuppliesTo:
      return any_of(noun, {"delivery", "shipment", "supply", "contract", "deal", "order"});
    case Predicate::kPartnersWith:
      return any_of(noun, {"partnership", "alliance", "agreement", "pact", "venture",
                           "collaboration", "contract", "deal"});
    case Predicate::kSues:
      return any_of(noun, {"lawsuit", "suit", "case", "complaint"});
    default:
      return false;
  }
}

}  // namespace

namespace {

bool is_hearsay(std::string_view noun) {
  return any_of(noun, {"report", "rumour", "rumor", "speculation", "claim", "suggestion",
                       "allegation", "story", "talk"});
}

/// "said the rumour was baseless", "no truth in the report", "denied the report": what was told
/// before is denied.
bool denies_hearsay(const FrameSet& frames, const Syntax& syntax, std::size_t noun) {
  const Chunk& chunk = syntax[noun];
  // "denied that any negotiations were taking place"
  const bool talks = any_of(
      chunk.lemma, {"talk", "negotiation", "discussion", "contact", "offer", "deal", "approach"});
  const bool parties = syntax.is(noun + 1, ChunkKind::kPreposition);
  if (talks && !parties && noun > 1 && syntax.is(noun - 1, ChunkKind::kThat) &&
      syntax.is(noun - 2, ChunkKind::kVerb) &&
      frames.verb_operation(syntax[noun - 2].lemma) == Operation::kDenied &&
      !syntax[noun - 2].negated) {
    return true;
  }
  if (!any_of(chunk.determiner, {"the", "those", "these", "this", "that", "such"}) ||
      !is_hearsay(chunk.lemma))
    return false;
  if (const auto verb = syntax.verb_of_subject(noun)) {
    const std::size_t next = *verb + 1;
    if (syntax.is(next, ChunkKind::kAdjective) &&
        frames.adjective_operation(syntax[next].lemma) == Operation::kDenied)
      return true;
    if (syntax[*verb].passive && frames.verb_operation(syntax[*verb].lemma) == Operation::kDenied)
      return !syntax[*verb].negated;
    return syntax.is(next, ChunkKind::kAdjective) && syntax[next].lemma == "true" &&
           syntax[*verb].negated;
  }
  if (const auto preposition = syntax.preposition_before(noun)) {
    return *preposition > 0 && syntax.is(*preposition - 1, ChunkKind::kNominal) &&
           syntax[*preposition - 1].determiner == "no" &&
           any_of(syntax[*preposition - 1].lemma, {"truth", "basis", "substance"});
  }
  const auto verb = syntax.governing_verb(noun);
  return verb && *verb < noun && syntax.object(*verb) == noun &&
         frames.verb_operation(syntax[*verb].lemma) == Operation::kDenied && !syntax[*verb].negated;
}

void deny_told(const Article& article, const FrameSet& frames, std::size_t sentence,
               ClaimBook& book) {
  const Syntax& syntax = article.parses[sentence].syntax;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kNominal) || !denies_hearsay(frames, syntax, i)) continue;
    std::size_t told = 0;  // the last sentence with something that could be denied
    const auto deniable = [&](const Claim& claim) {
      const bool open =
          claim.draft.modality == Modality::kRumored || claim.draft.modality == Modality::kInTalks;
      return open && claim.draft.sentence < sentence && claim.draft.sentence + 2 >= sentence;
    };
    for (const Claim& claim : book.claims()) {
      if (deniable(claim)) told = std::max<std::size_t>(told, claim.draft.sentence + 1);
    }
    for (Claim& claim : book.claims()) {
      if (deniable(claim) && claim.draft.sentence + 1 == told)
        claim.draft.modality = Modality::kDenied;
    }
  }
}

}  // namespace

namespace {

/// "She will take over on Feb 1": the day belongs to the office told before.
void date_offices(const Article& article, const References& references, std::size_t sentence,
                  ClaimBook& book) {
  const Syntax& syntax = article.parses[sentence].syntax;
  const ClauseQuantities quantities(article, sentence);
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kVerb) ||
        !any_of(syntax[i].lemma, {"take_over", "start", "begin", "take_up", "assume"}))
      continue;
    const auto subject = syntax.subject(i);
    if (!subject || !quantities.has_dates()) continue;
    for (const std::uint32_t person : references.resolve(sentence, *subject)) {
      Claim* office = nullptr;
      for (Claim& claim : book.claims()) {
        const bool post = claim.draft.predicate == Predicate::kLeads ||
                          claim.draft.predicate == Predicate::kWorksFor;
        if (post && claim.draft.subject == person && claim.draft.modality == Modality::kPlanned &&
            !claim.draft.valid_from)
          office = &claim;
      }
      if (office == nullptr) continue;
      for (const DateExpression& date : quantities.all().dates) {
        if (!inside(date.span, quantities.clause(i)) || date.reporting) continue;
        office->draft.valid_from = date.due;
        break;
      }
    }
  }
}

}  // namespace

void read_event_anaphors(const Article& article, const FrameSet& frames,
                         const References& references, std::size_t sentence, ClaimBook& book) {
  date_offices(article, references, sentence, book);
  deny_told(article, frames, sentence, book);
  const Syntax& syntax = article.parses[sentence].syntax;
  const ClauseQuantities quantities(article, sentence);
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    const Chunk& chunk = syntax[i];
    if (!chunk.is(ChunkKind::kNominal) || chunk.is_name() || chunk.pronoun) continue;
    const bool definite = any_of(chunk.determiner, {"the", "those", "these", "this", "that"}) ||
                          (i == 0 && chunk.plural && chunk.determiner.empty());
    if (!definite) continue;
    auto verb = syntax.verb_of_subject(i);
    if (!verb) {
      // "later withdrew the suit": the object of what ends it, without parties of its own.
      const auto above = syntax.governing_verb(i);
      const bool ends = above && *above < i && syntax.object(*above) == i &&
                        frames.verb_operation(syntax[*above].lemma) == Operation::kEnded;
      const auto preposition = syntax.is(i + 1, ChunkKind::kPreposition);
      if (ends && !preposition) verb = above;
    }
    if (!verb) continue;
    // The last claim of the kind, of this sentence before the noun or of the two before it.
    Claim* told = nullptr;
    for (Claim& claim : book.claims()) {
      const bool near = claim.draft.sentence + 2 >= sentence && claim.draft.sentence <= sentence;
      const bool before = claim.draft.sentence < sentence || claim.trigger < i;
      if (near && before && !claim.draft.from_title &&
          speaks_of(chunk.lemma, claim.draft.predicate))
        told = &claim;
    }
    if (told == nullptr) continue;
    // What the infinitive says counts: "is due to close", "are to begin".
    std::size_t last = *verb;
    while (syntax.is(last + 1, ChunkKind::kVerb) ||
           (syntax.is(last + 1, ChunkKind::kAdjective) && syntax.is(last + 2, ChunkKind::kVerb)))
      ++last;
    const std::string& act = syntax[last].lemma;
    const auto operation = frames.verb_operation(act);
    const bool over = operation == Operation::kEnded && !syntax[last].negated;
    const bool begins = any_of(act, {"begin", "start", "commence"});
    const bool closes = any_of(act, {"close", "complete", "finish", "finalise", "finalize"});
    if (over) {
      told->draft.modality = Modality::kEnded;
      told->standing.ended = true;
    }
    if (!over && !begins && !closes) continue;
    const TextSpan clause = quantities.clause(*verb);
    for (const DateExpression& date : quantities.all().dates) {
      if (!inside(date.span, clause) || date.reporting) continue;
      const bool due = syntax[last].infinitive || !syntax[*verb].modal.empty();
      const PartialDate read = due ? date.due : date.past;
      if (over)
        told->draft.valid_to = read;
      else if (!told->draft.valid_from || closes || begins)
        told->draft.valid_from = read;
      break;
    }
  }
}

}  // namespace yeon::ingest::english
