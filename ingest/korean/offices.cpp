#include "korean/offices.h"

#include "analysis/points.h"
#include "korean/details.h"
#include "korean/modality.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::uint32_t kNone = Scene::kNoChunk;

bool is_body(EntityLabel label) {
  return label == EntityLabel::kFirm || label == EntityLabel::kOrganization;
}

/// An office with the words that belong to its title.
struct Title {
  Office office;
  bool field = false;  ///< limited to a field: 사업 담당, 미래전략본부장
  std::string text;
  std::uint32_t begin = 0;  ///< chunks
  std::uint32_t end = 0;
};

/// Reads the offices of one sentence.
class OfficeReader {
 public:
  OfficeReader(const Scene& scene, std::vector<RelationDraft>& drafts)
      : scene_(scene), drafts_(drafts) {}

  void run() {
    for (std::uint32_t i = 0; i < chunks().size(); ++i) {
      if (chunks()[i].kind == ChunkKind::kNoun && office_at(i)) phrase(i);
    }
    for (const Clause& clause : scene_.parse.clauses) {
      const Chunk& predicate = chunks()[clause.predicate];
      if (predicate.kind != ChunkKind::kVerb) continue;
      if (scene_.lexicon.taking_verb.contains(predicate.lemma)) event(clause, false);
      if (scene_.lexicon.leaving_verb.contains(predicate.lemma)) event(clause, true);
      if (scene_.lexicon.past_post_verb.contains(predicate.lemma)) past_post(clause);
    }
  }

 private:
  const std::vector<Chunk>& chunks() const { return scene_.chunks; }

  std::optional<Office> office_at(std::uint32_t i) const {
    if (const auto office = scene_.lexicon.office(chunks()[i].stem)) return office;
    const auto tail = scene_.lexicon.office_tail(chunks()[i].stem);
    if (tail.length >= 2 && chunks()[i].stem.back() == U'장') return tail.office;
    return std::nullopt;
  }

  bool is_bare(std::uint32_t i) const {
    const Chunk& chunk = chunks()[i];
    return (chunk.kind == ChunkKind::kNoun || chunk.kind == ChunkKind::kMention ||
            chunk.kind == ChunkKind::kModifier) &&
           chunk.grammatical_case() == Case::kNone && !chunk.listed;
  }

  std::string text(TextSpan span) const { return std::string(scene_.text(span)); }

  // The title: the office, what stands before it as part of the rank (공동, AI 담당), the
  // abbreviation in brackets behind, and a second office after 겸.
  Title title_at(std::uint32_t i, std::uint32_t first) const {
    Title title;
    title.office = *office_at(i);
    title.field = !scene_.lexicon.office(chunks()[i].stem);
    title.begin = i;
    if (i > first && chunks()[i - 1].stem == U"담당") {
      title.field = true;
      title.begin = first;
    } else {
      while (title.begin > first && is_rank_word(title.begin - 1)) --title.begin;
    }
    title.end = i + 1;
    std::uint32_t stop = stem_span(i).end;
    for (std::uint32_t at = i + 1; at < chunks().size(); ++at) {
      const Chunk& chunk = chunks()[at];
      const bool bracket = chunk.kind == ChunkKind::kBracket || chunk.in_brackets;
      if (bracket && chunk.span.start == chunks()[at - 1].span.end && !is_note(at)) {
        stop = chunk.span.end;
        title.end = at + 1;
        continue;
      }
      if (chunk.stem == U"겸" && at + 1 < chunks().size()) {
        const std::uint32_t second = second_office(at + 1);
        if (second == kNone) break;
        stop = stem_span(second).end;
        title.end = second + 1;
        at = second;
        continue;
      }
      break;
    }
    title.text = text({stem_span(title.begin).start, stop});
    return title;
  }

  bool is_rank_word(std::uint32_t i) const {
    const std::u32string& stem = chunks()[i].stem;
    if (!is_bare(i) || chunks()[i].is_mention() || !scene_.lexicon.office_prefix.contains(stem))
      return false;
    return stem != U"전" && stem != U"현" && stem != U"신임" && stem != U"초대" &&
           stem != U"차기" && stem != U"전임" && stem != U"前" && stem != U"現" &&
           stem != U"창립" && stem != U"글로벌";
  }

  // The office's own word without particles.
  TextSpan stem_span(std::uint32_t i) const {
    const std::u32string& stem = chunks()[i].stem;
    const auto length = static_cast<std::uint32_t>(stem.size());
    const TextSpan span = chunks()[i].span;
    // 나래 연구원장: the name 나래 연구원 before it takes part of the word.
    for (std::uint32_t back = 1; back < length && back <= span.start; ++back) {
      const TextSpan whole{span.start - back, span.start - back + length};
      if (scene_.document.slice_points(whole) != stem) continue;
      // 나래연구원장 in one word: only the office is the title.
      const bool holds_name = i > 0 && chunks()[i - 1].span.start >= whole.start;
      const std::uint32_t tail = scene_.lexicon.office_tail(stem).length;
      return holds_name && tail > 0 ? TextSpan{whole.end - tail, whole.end} : whole;
    }
    return {span.start, std::min(span.end, span.start + length)};
  }

  // (오른쪽), (사진=...) are notes; (CEO), (CFO) abbreviations.
  bool is_note(std::uint32_t at) const {
    if (chunks()[at].kind == ChunkKind::kBracket) {
      return at + 1 < chunks().size() && chunks()[at + 1].in_brackets && is_note(at + 1);
    }
    return !scene_.lexicon.generic_latin.contains(chunks()[at].stem) &&
           !scene_.lexicon.office(chunks()[at].stem);
  }

  std::uint32_t second_office(std::uint32_t from) const {
    for (std::uint32_t at = from; at < chunks().size() && at < from + 3; ++at) {
      if (chunks()[at].kind != ChunkKind::kNoun) return kNone;
      if (office_at(at)) return at;
      if (chunks()[at].grammatical_case() != Case::kNone) return kNone;
    }
    return kNone;
  }

  void phrase(std::uint32_t i) {
    std::uint32_t first = i;
    while (first > 0 && i - first < 9 && is_bare(first - 1)) --first;
    std::uint32_t person = kNone;
    std::uint32_t body = kNone;
    bool former = false;
    for (std::uint32_t at = first; at < i; ++at) {
      const Chunk& chunk = chunks()[at];
      if (chunk.is_mention() && chunk.label == EntityLabel::kPerson) person = at;
      if (chunk.is_mention() && is_body(chunk.label)) body = at;
      former |= chunk.stem == U"전" || chunk.stem == U"前" || chunk.stem == U"전임";
      if (scene_.lexicon.kin.contains(chunk.stem)) return;
    }
    if (body == kNone) body = owner_before(first);
    const std::uint32_t inner = std::max(person == kNone ? first : person + 1,
                                         body == kNone || body < first ? first : body + 1);
    const Title title = title_at(i, std::min(inner, i));
    if (title.office.relation == OfficeRelation::kNone) return;
    if (person == kNone) person = person_behind(i, title.end);
    if (person == kNone || chunks()[person].entities.empty()) return;
    if (scene_.linking.mentions[chunks()[person].mention].form == MentionForm::kShortTitle &&
        person < i) {
      return;
    }
    std::optional<std::uint32_t> employer;
    bool carried = false;
    if (body != kNone && chunks()[body].entities.size() == 1) {
      employer = chunks()[body].entities.front();
    } else if (title.office.relation != OfficeRelation::kFounder || scene_.discourse.topic) {
      for (const auto& [who, known] : scene_.discourse.employers) {
        if (who == chunks()[person].entities.front()) return;
      }
      employer = employer_by_context(i);
      carried = true;
    }
    if (!employer) return;
    add(chunks()[person].entities.front(), *employer, title,
        former ? Modality::kEnded : Modality::kAsserted, carried ? 0.6 : 0.93,
        carried ? "ko.office.context" : "ko.office.phrase");
  }

  // '가람의 새 대표 ...': a genitive right before the phrase.
  std::uint32_t owner_before(std::uint32_t first) const {
    if (first == 0) return kNone;
    const Chunk& chunk = chunks()[first - 1];
    const bool owner =
        chunk.is_mention() && is_body(chunk.label) && chunk.grammatical_case() == Case::kGenitive;
    return owner ? first - 1 : kNone;
  }

  // '새롬칩 창업자인 정하늘 회장': the office as a modifier of the person.
  std::uint32_t person_behind(std::uint32_t i, std::uint32_t end) const {
    const Chunk& office = chunks()[i];
    const bool modifies = office.grammatical_case() == Case::kCopula &&
                          (office.particle.attributive || text(office.span).ends_with("자"));
    if (!modifies && !(office.grammatical_case() == Case::kNone && end == i + 1)) return kNone;
    for (std::uint32_t at = end; at < chunks().size() && at < end + 3; ++at) {
      if (chunks()[at].is_mention()) return chunks()[at].label == EntityLabel::kPerson ? at : kNone;
      if (!modifies || !is_bare(at)) return kNone;
    }
    return kNone;
  }

  std::optional<std::uint32_t> employer_by_context(std::uint32_t i) const {
    for (std::uint32_t at = i; at-- > 0;) {
      const Chunk& chunk = chunks()[at];
      if (chunk.is_mention() && is_body(chunk.label) && chunk.grammatical_case() == Case::kTopic &&
          chunk.entities.size() == 1 && !chunk.in_speech) {
        return chunk.entities.front();
      }
    }
    return scene_.discourse.topic;
  }

  RelationDraft base(std::uint32_t person, std::uint32_t body, Predicate predicate,
                     Modality modality, double confidence, std::string_view rule) const {
    RelationDraft draft;
    draft.subject = person;
    draft.predicate = predicate;
    draft.object = body;
    draft.modality = modality;
    draft.confidence = confidence;
    draft.rule = rule;
    draft.sentence = scene_.sentence;
    draft.from_title = scene_.is_title;
    return draft;
  }

  void add(std::uint32_t person, std::uint32_t body, const Title& title, Modality modality,
           double confidence, std::string_view rule) {
    if (title.office.relation == OfficeRelation::kFounder) {
      drafts_.push_back(
          base(person, body, Predicate::kFounded, Modality::kAsserted, confidence, rule));
      return;
    }
    drafts_.push_back(base(person, body, predicate_of(title, body), modality, confidence, rule));
    drafts_.back().title = title.text;
  }

  Predicate predicate_of(const Title& title, std::uint32_t body) const {
    const bool own = title.field && !title.text.empty() && leads_named_body(title, body);
    const bool leads = title.office.relation == OfficeRelation::kLeads && (!title.field || own);
    return leads ? Predicate::kLeads : Predicate::kWorksFor;
  }

  // 연구원장 of a body that ends in 연구원 heads it.
  bool leads_named_body(const Title& title, std::uint32_t body) const {
    const std::string_view field = std::string_view(title.text).substr(0, title.text.size() - 3);
    return std::any_of(scene_.linking.entities[body].spellings.begin(),
                       scene_.linking.entities[body].spellings.end(),
                       [&](const std::string& name) { return name.ends_with(field); });
  }

  void event(const Clause& clause, bool leaving) {
    std::uint32_t person = kNone;
    std::uint32_t office = kNone;
    for (const std::uint32_t argument : clause.arguments) {
      const Chunk& chunk = chunks()[argument];
      const std::uint32_t name = person_in_phrase(argument);
      const Case c = chunk.grammatical_case();
      const bool actor =
          c == Case::kSubject || c == Case::kTopic || c == Case::kObject || c == Case::kAlso;
      if (actor && name != kNone && person == kNone) {
        person = name;
        continue;
      }
      if (is_office_argument(argument)) office = argument;
    }
    if (person == kNone && !leaving) return;
    if (person == kNone) person = topic_person(clause.predicate);
    if (person == kNone || chunks()[person].entities.empty()) return;
    if (office == kNone && !leaving) return;
    const std::uint32_t who = chunks()[person].entities.front();
    const auto employer = event_body(clause, office, person, leaving);
    if (!employer) return;
    const Stance stance = read_stance(scene_, clause.predicate);
    Modality modality = leaving ? Modality::kEnded : stance.modality;
    const std::u32string& lemma = chunks()[clause.predicate].lemma;
    if (!leaving && modality == Modality::kAsserted && lemma.starts_with(U"내정"))
      modality = Modality::kPlanned;
    if (modality == Modality::kInTalks) return;
    RelationDraft draft = base(who, *employer, Predicate::kLeads, modality, 0.8,
                               leaving ? "ko.office.leave" : "ko.office.take");
    if (office != kNone) {
      const Title title = event_title(office);
      draft.predicate = predicate_of(title, *employer);
      draft.title = title.text;
    } else if (!office_of_person(person, draft, *employer)) {
      return;
    }
    add_details(scene_, {.trigger = clause.predicate, .end = stance.end}, draft);
    // A present tense with a day to come is a plan.
    if (!leaving && draft.modality == Modality::kAsserted && draft.valid_from &&
        is_future(*draft.valid_from)) {
      draft.modality = Modality::kPlanned;
    }
    drafts_.push_back(std::move(draft));
  }

  // '나래에서 최고재무책임자를 지낸': the person is the topic, or what the clause modifies.
  void past_post(const Clause& clause) {
    std::uint32_t body = kNone;
    std::uint32_t office = kNone;
    for (const std::uint32_t argument : clause.arguments) {
      const Chunk& chunk = chunks()[argument];
      const std::uint32_t name = scene_.name_in_phrase(argument);
      if (chunk.grammatical_case() == Case::kLocative && name != kNone &&
          is_body(chunks()[name].label)) {
        body = name;
      }
      if (chunk.grammatical_case() == Case::kObject && is_office_argument(argument))
        office = argument;
    }
    const std::uint32_t person = topic_person(clause.predicate);
    if (body == kNone || office == kNone || person == kNone) return;
    if (chunks()[person].entities.empty() || chunks()[body].entities.empty()) return;
    const Title title = event_title(office);
    drafts_.push_back(base(chunks()[person].entities.front(), chunks()[body].entities.front(),
                           predicate_of(title, chunks()[body].entities.front()), Modality::kEnded,
                           0.8, "ko.office.past"));
    drafts_.back().title = title.text;
  }

  bool is_future(const PartialDate& date) const {
    if (!scene_.document.published_day) return false;
    const Day& today = *scene_.document.published_day;
    const PartialDate now{today.year, date.month == 0 ? std::uint8_t{0} : today.month,
                          date.day == 0 ? std::uint8_t{0} : today.day};
    return date > now;
  }

  std::uint32_t person_in_phrase(std::uint32_t argument) const {
    const std::uint32_t first = phrase_start(chunks(), argument);
    for (std::uint32_t at = argument + 1; at-- > first;) {
      if (chunks()[at].is_mention() && chunks()[at].label == EntityLabel::kPerson) return at;
    }
    return kNone;
  }

  std::uint32_t topic_person(std::uint32_t before) const {
    for (std::uint32_t at = before; at-- > 0;) {
      if (chunks()[at].grammatical_case() != Case::kTopic) continue;
      return person_in_phrase(at);
    }
    return kNone;
  }

  // 대표이사에, 회장직에서, 대표는; brackets may stand between the office and its particle.
  bool is_office_argument(std::uint32_t i) const { return office_chunk(i) != kNone; }

  std::uint32_t office_chunk(std::uint32_t i) const {
    for (std::uint32_t at = i + 1; at-- > 0 && i - at < 5;) {
      const Chunk& chunk = chunks()[at];
      if (chunk.kind == ChunkKind::kBracket || chunk.in_brackets) continue;
      if (chunk.kind != ChunkKind::kNoun) return kNone;
      if (office_at(at)) return at;
      if (chunk.stem.ends_with(U"직") &&
          scene_.lexicon.office(std::u32string_view(chunk.stem).substr(0, chunk.stem.size() - 1))) {
        return at;
      }
      if (!chunk.stem.empty() && at == i && chunk.span.end - chunk.span.start > 3) return kNone;
    }
    return kNone;
  }

  Title event_title(std::uint32_t argument) const {
    const std::uint32_t at = office_chunk(argument);
    Title title;
    std::u32string stem = chunks()[at].stem;
    if (!office_at(at)) {
      stem.pop_back();
      title.office = *scene_.lexicon.office(stem);
      title.text = to_utf8(stem);
      return title;
    }
    std::uint32_t first = at;
    while (first > 0 && is_bare(first - 1) && !chunks()[first - 1].is_mention()) --first;
    return title_at(at, first);
  }

  // The body named with the office, the sentence's topic, or the person's known one.
  std::optional<std::uint32_t> event_body(const Clause& clause, std::uint32_t office,
                                          std::uint32_t person, bool leaving) const {
    if (office != kNone) {
      const std::uint32_t first = phrase_start(chunks(), office_chunk(office));
      for (std::uint32_t at = first; at <= office; ++at) {
        if (chunks()[at].is_mention() && is_body(chunks()[at].label) &&
            chunks()[at].entities.size() == 1) {
          return chunks()[at].entities.front();
        }
      }
    }
    if (leaving) {
      const std::uint32_t first = phrase_start(chunks(), person);
      for (std::uint32_t at = first; at < clause.predicate; ++at) {
        if (chunks()[at].is_mention() && is_body(chunks()[at].label) &&
            chunks()[at].entities.size() == 1) {
          return chunks()[at].entities.front();
        }
      }
      for (std::uint32_t at = 0; at < first; ++at) {
        if (chunks()[at].is_mention() && is_body(chunks()[at].label) &&
            chunks()[at].entities.size() == 1) {
          return chunks()[at].entities.front();
        }
      }
      return scene_.discourse.topic;
    }
    for (std::uint32_t at = clause.predicate; at-- > 0;) {
      if (chunks()[at].is_mention() && is_body(chunks()[at].label) && !chunks()[at].in_speech &&
          chunks()[at].grammatical_case() == Case::kTopic && chunks()[at].entities.size() == 1) {
        return chunks()[at].entities.front();
      }
    }
    // '대표는 정하늘 새롬칩 창업자가 맡는다'.
    for (std::uint32_t at = person + 1; office != kNone && office < person && at < clause.predicate;
         ++at) {
      if (chunks()[at].is_mention() && is_body(chunks()[at].label) &&
          chunks()[at].entities.size() == 1 &&
          chunks()[office].grammatical_case() == Case::kTopic) {
        return chunks()[at].entities.front();
      }
    }
    return employer_by_context(clause.predicate);
  }

  // '류 대표는 물러난다': the office is the one in the person's own phrase.
  bool office_of_person(std::uint32_t person, RelationDraft& draft, std::uint32_t body) const {
    for (std::uint32_t at = person + 1; at < chunks().size() && at < person + 6; ++at) {
      if (chunks()[at].kind == ChunkKind::kNoun && office_at(at)) {
        const Title title = title_at(at, at);
        draft.predicate = predicate_of(title, body);
        draft.title = title.text;
        return title.office.relation == OfficeRelation::kLeads ||
               title.office.relation == OfficeRelation::kWorks;
      }
      if (!is_bare(at) && chunks()[at].kind != ChunkKind::kModifier) return false;
    }
    return false;
  }

  const Scene& scene_;
  std::vector<RelationDraft>& drafts_;
};

}  // namespace

void find_offices(const Scene& scene, std::vector<RelationDraft>& drafts) {
  OfficeReader(scene, drafts).run();
}

}  // namespace yeon::ingest::korean
