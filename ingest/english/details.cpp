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
    if (!inside(date.span, clause) || date.reporting) continue;
    if (nearest == nullptr || distance(date.span, from) < distance(nearest->span, from))
      nearest = &date;
  }
  if (nearest == nullptr) return;
  const PartialDate read = due ? nearest->due : nearest->past;
  if (ended && draft.predicate != Predicate::kFounded) {
    draft.valid_to = claim.standing.planned || nearest->until ? nearest->due : read;
    // "supplied until 2024", "will leave at the end of July"
    if (nearest->until) draft.valid_to = nearest->past;
    return;
  }
  if (nearest->until && draft.modality == Modality::kAsserted) {
    draft.valid_to = nearest->due;
    return;
  }
  draft.valid_from = read;
}

/// "X invested $50 million and Y $25 million": the sum next to the investor.
const MoneyExpression* own_sum(const ClauseQuantities& quantities, const Article& article,
                               const Claim& claim, const TextSpan& clause) {
  const auto& money = quantities.all().money;
  std::vector<const MoneyExpression*> within;
  for (const MoneyExpression& sum : money) {
    if (inside(sum.span, clause)) within.push_back(&sum);
  }
  if (within.empty()) return nullptr;
  if (within.size() == 1) return within.front();
  const std::uint32_t from = quantities.start_of(claim.trigger);
  static_cast<void>(article);
  return *std::min_element(within.begin(), within.end(), [&](const auto* a, const auto* b) {
    return distance(a->span, from) < distance(b->span, from);
  });
}

void add_deal(const Article& article, const ClauseQuantities& quantities, std::size_t investors,
              Claim& claim) {
  RelationDraft& draft = claim.draft;
  if (draft.deal) return;
  const TextSpan clause = quantities.clause(claim.trigger);
  Deal deal;
  if (takes_share(draft.predicate)) {
    for (const PercentExpression& share : quantities.all().percents) {
      if (inside(share.span, clause) && !deal.stake_percent) deal.stake_percent = share.percent;
    }
  }
  const Syntax& syntax = article.parses[draft.sentence].syntax;
  const bool round = std::any_of(syntax.group(0).begin(), syntax.group(0).end(),
                                 [](std::size_t) { return false; });
  static_cast<void>(round);
  const bool holding =
      draft.predicate == Predicate::kOwnsStakeIn &&
      !any_of(syntax[claim.trigger].lemma,
              {"buy", "acquire", "purchase", "stake", "share", "interest", "percent", "holding"});
  if (takes_sum(draft.predicate) && investors == 1 && !holding) {
    if (const MoneyExpression* sum = own_sum(quantities, article, claim, clause)) {
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

void read_event_anaphors(const Article& article, const FrameSet& frames, std::size_t sentence,
                         ClaimBook& book) {
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
