#include "english/offices.h"

namespace yeon::ingest::english {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_leaving(std::string_view lemma) {
  return any_of(lemma, {"quit", "leave", "resign", "retire", "step_down", "stand_down",
                        "step_aside", "depart", "exit", "oust", "remove", "fire", "dismiss"});
}

bool is_naming(std::string_view lemma) {
  return any_of(lemma, {"name", "appoint", "elect", "hire", "promote", "pick", "choose", "install",
                        "nominate", "recruit", "select", "bring_in", "tap"});
}

}  // namespace

/// An office within a noun phrase.
struct OfficeReader::Found {
  Office office;
  std::string title;
  bool former = false;
  bool next = false;
  bool has_field = false;   // "of design"
  std::uint32_t first = 0;  // word
};

std::string OfficeReader::slice(std::size_t sentence, std::uint32_t first,
                                std::uint32_t last) const {
  const auto& words = article_.parses[sentence].words;
  return std::string(article_.document.slice({words[first].span.start, words[last - 1].span.end}));
}

bool OfficeReader::is_person_like(std::uint32_t thing) const {
  const auto label = article_.things[thing].label();
  return !label || label == EntityLabel::kPerson;
}

std::vector<OfficeReader::Found> OfficeReader::offices_in(std::size_t sentence,
                                                          std::size_t nominal) const {
  const Parse& parse = article_.parses[sentence];
  const Chunk& chunk = parse.syntax[nominal];
  std::vector<Found> found;
  bool former = false;
  bool next = false;
  if (nominal > 0 && parse.syntax.is(nominal - 1, ChunkKind::kAdverb)) {
    former = any_of(parse.syntax[nominal - 1].lemma, {"formerly", "previously", "once"});
  }
  for (std::uint32_t at = chunk.first; at < chunk.last;) {
    const std::string& word = parse.words[at].lower;
    former =
        former || any_of(word, {"former", "ex", "past", "previous", "one-time", "onetime", "late"});
    next = next || any_of(word, {"next", "incoming", "new", "future"});
    // The longest office that begins here.
    std::string joined;
    const Office* best = nullptr;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i < chunk.last && i < at + 5; ++i) {
      if (parse.words[i].name != Word::kNoName) break;
      if (!joined.empty()) joined += '_';
      const std::string singular = joined + lexicon_.noun_lemma(parse.words[i].lower);
      joined += parse.words[i].lower;
      const Office* office = lexicon_.office(joined);
      if (office == nullptr) office = lexicon_.office(singular);
      if (office != nullptr) {
        best = office;
        end = i + 1;
      }
    }
    if (best == nullptr ||
        (word == "head" && end < chunk.last && parse.words[end].tag == Tag::kNoun)) {
      ++at;
      continue;
    }
    found.push_back({*best, slice(sentence, at, end), former, next, false, at});
    if (found.back().title.starts_with("co-") && best->predicate == Predicate::kFounded)
      found.back().title.clear();
    at = end;
  }
  if (found.empty()) return found;
  // "vice president of AI", "head of corporate development": a field, no name.
  const Syntax& syntax = parse.syntax;
  if (syntax.is_word(nominal + 1, ChunkKind::kPreposition, "of") &&
      syntax.is(nominal + 2, ChunkKind::kNominal)) {
    const std::size_t field = syntax.head(nominal + 2);
    const Chunk& complement = syntax[field];
    const bool plain = !complement.is_name() && complement.names.empty() && !complement.pronoun &&
                       field == nominal + 2;
    if (plain && references_.resolve(sentence, field).empty() && complement.determiner.empty()) {
      Found& last = found.back();
      last.has_field = true;
      last.title = slice(sentence, last.first, complement.last);
      if (last.office.predicate == Predicate::kLeads) last.office = {Predicate::kWorksFor, false};
    }
  }
  // "chair and chief executive" is one title.
  std::vector<Found> merged;
  for (Found& one : found) {
    if (!merged.empty() && merged.back().office.predicate != Predicate::kFounded &&
        one.office.predicate != Predicate::kFounded) {
      Found& last = merged.back();
      last.title += " and " + one.title;
      if (one.office.predicate == Predicate::kLeads) last.office.predicate = Predicate::kLeads;
      last.office.executive = last.office.executive || one.office.executive;
      continue;
    }
    merged.push_back(std::move(one));
  }
  return merged;
}

/// A verb that puts the office on its subject or object: "named X as", "X serves as", "X quit as".
Meant OfficeReader::person_of_verb(std::size_t sentence, std::size_t nominal,
                                   Standing& standing) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  const auto verb = syntax.governing_verb(nominal);
  if (!verb || *verb > nominal) return {};
  const Chunk& chunk = syntax[*verb];
  const auto preposition = syntax.preposition_before(nominal);
  const bool as = preposition && any_of(syntax[*preposition].lemma, {"as", "to"});
  const bool naming = is_naming(chunk.lemma);
  const auto subject = syntax.subject(*verb);
  const auto object = syntax.object(*verb);
  const auto resolve = [&](std::optional<std::size_t> at) {
    return at ? references_.resolve_group(sentence, *at) : Meant{};
  };
  if (naming && chunk.passive && (as || !preposition)) {
    standing.planned = standing.planned || false;
    return resolve(subject);
  }
  if (naming && !chunk.passive && object) {
    // "named X as its next chief executive", "named X chief executive"
    if (as || *object + 1 == nominal || syntax.is(*object + 1, ChunkKind::kNominal))
      return resolve(object);
    return {};
  }
  if (as && any_of(syntax[*preposition].lemma, {"as"})) {
    if (is_leaving(chunk.lemma)) standing.ended = true;
    if (any_of(chunk.lemma, {"oust", "remove", "fire", "dismiss"}))
      return chunk.passive ? resolve(subject) : resolve(object);
    if (any_of(chunk.lemma, {"replace", "succeed"}))
      return chunk.passive ? Meant{} : resolve(subject);
    return resolve(subject);
  }
  const bool copula = any_of(chunk.lemma, {"be", "become", "remain"});
  if (copula && object == nominal) return resolve(subject);
  return {};
}

Meant OfficeReader::person(std::size_t sentence, std::size_t nominal, Standing& standing) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  const Chunk& chunk = syntax[nominal];
  const auto only_persons = [&](const Meant& meant) {
    Meant persons;
    for (const std::uint32_t thing : meant) {
      if (is_person_like(thing)) english::add(persons, thing);
    }
    return persons;
  };
  if (chunk.is_name()) return only_persons(references_.resolve_group(sentence, nominal));
  if (Meant meant = only_persons(person_of_verb(sentence, nominal, standing)); !meant.empty())
    return meant;
  // "whose chief executive is X"
  if (const auto verb = syntax.verb_of_subject(nominal)) {
    const auto object = syntax.object(*verb);
    if (object && any_of(syntax[*verb].lemma, {"be", "become", "remain"})) {
      if (Meant meant = only_persons(references_.resolve_group(sentence, *object)); !meant.empty())
        return meant;
    }
  }
  // "X, chief executive of Y," and, over another office, "X, founder and, since May, chairman"
  if (const auto named = syntax.apposed_to(nominal)) {
    if (syntax[*named].is_name() && chunk.plural)
      return only_persons(references_.resolve_group(sentence, *named));
    if (syntax[*named].is_name()) return only_persons({article_.thing(syntax[*named].name)});
  }
  // "its chief executive, X,"
  if (const auto named = syntax.apposition(nominal); named && syntax[*named].is_name()) {
    return only_persons(references_.resolve_group(sentence, *named));
  }
  return {};
}

Meant OfficeReader::body(std::size_t sentence, std::size_t nominal, const Meant& persons) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  const Chunk& chunk = syntax[nominal];
  const auto only_bodies = [&](const Meant& meant) {
    Meant bodies;
    for (const std::uint32_t thing : meant) {
      if (article_.is_firm(thing) &&
          std::find(persons.begin(), persons.end(), thing) == persons.end())
        english::add(bodies, thing);
    }
    return bodies;
  };
  for (const auto& argument : syntax.arguments(nominal)) {
    if (!any_of(argument.preposition, {"of", "at", "for", "with"})) continue;
    if (Meant meant = only_bodies(references_.resolve_group(sentence, argument.nominal));
        !meant.empty())
      return meant;
  }
  if (Meant meant = only_bodies(references_.resolve_owner(sentence, nominal)); !meant.empty())
    return meant;
  Meant modifiers;
  for (const std::uint32_t name : chunk.names) english::add(modifiers, article_.thing(name));
  if (Meant meant = only_bodies(modifiers); !meant.empty()) return meant;
  // "will join Y as chief adviser", "Y named X chief executive"
  if (const auto verb = syntax.governing_verb(nominal); verb && *verb < nominal) {
    const Chunk& governor = syntax[*verb];
    const auto object = syntax.object(*verb);
    if (any_of(governor.lemma, {"join", "rejoin", "leave", "quit"}) && object) {
      if (Meant meant = only_bodies(references_.resolve(sentence, *object)); !meant.empty())
        return meant;
    }
    const auto subject = syntax.subject(*verb);
    if (is_naming(governor.lemma) && !governor.passive && subject) {
      if (Meant meant = only_bodies(references_.resolve(sentence, *subject)); !meant.empty())
        return meant;
    }
    // "Y was started by X, who quit as chief executive": the clause's own firm.
    for (const std::uint32_t one : persons) {
      if (const auto firm = references_.employer(one)) return {*firm};
    }
  }
  // An office told before without its holder: "names a new chief executive ... as chief executive".
  const auto offices = offices_in(sentence, nominal);
  for (auto claim = book_.claims().rbegin(); claim != book_.claims().rend() && !offices.empty();
       ++claim) {
    if (claim->draft.title == offices.back().title && claim->draft.sentence + 3 >= sentence &&
        !claim->draft.title.empty())
      return only_bodies({claim->draft.object});
  }
  if (syntax.apposed_to(nominal)) return {};
  if (chunk.is_name()) {
    // "Chief executive Nora Holm said Oakmere": of the firm she speaks of, else of the text's firm.
    if (offices.empty() || !offices.back().office.executive) return {};
    for (std::size_t i = nominal + 1; i < syntax.size(); ++i) {
      const bool firm = syntax.is(i, ChunkKind::kNominal) && syntax[i].is_name() &&
                        article_.thing(syntax[i].name) != ThingBuilder::kNone &&
                        article_.things[article_.thing(syntax[i].name)].is(EntityLabel::kFirm);
      if (firm && syntax.verb_of_subject(i)) return only_bodies({article_.thing(syntax[i].name)});
    }
    if (const auto main = references_.main_firm()) return only_bodies({*main});
  }
  const auto topic = references_.topic(sentence, nominal);
  return topic ? only_bodies({*topic}) : Meant{};
}

void OfficeReader::read_office(std::size_t sentence, std::size_t nominal) {
  const std::vector<Found> offices = offices_in(sentence, nominal);
  if (offices.empty()) return;
  const Syntax& syntax = article_.parses[sentence].syntax;
  Standing standing;
  const Meant persons = person(sentence, nominal, standing);
  if (persons.empty()) return;
  const Meant bodies = body(sentence, nominal, persons);

  // A verb's own future or end speaks of the office only where the verb carries it.
  const auto verb = syntax.governing_verb(nominal);
  const bool carried =
      verb && *verb < nominal && !syntax[nominal].is_name() && !syntax.apposed_to(nominal);
  const auto preposition = syntax.preposition_before(nominal);
  const bool as_phrase = preposition && syntax[*preposition].lemma == "as";
  if (carried || as_phrase) {
    const bool ended = standing.ended;
    const bool stays =
        any_of(syntax[*verb].lemma, {"stay", "remain", "continue", "keep", "stay_on"});
    const Standing of_verb = stays ? Standing{} : ModalityReader(frames_, syntax).read(*verb);
    standing = of_verb;
    standing.ended = standing.ended || ended;
    // Who quits has quit; "will step down" is an end too.
    if (standing.ended) standing.planned = false;
  }
  for (const Found& office : offices) {
    for (const std::uint32_t who : persons) {
      if (voting_) article_.things[who].vote(EntityLabel::kPerson, 1.5);
      for (const std::uint32_t where : bodies) {
        Claim claim;
        claim.standing = standing;
        if (office.former) claim.standing.ended = true;
        const bool named = verb && *verb < nominal && is_naming(syntax[*verb].lemma) &&
                           office.next && !standing.ended;
        if (named) claim.standing.planned = true;
        claim.draft.subject = who;
        claim.draft.predicate = office.office.predicate;
        claim.draft.object = where;
        claim.draft.modality = claim.standing.modality();
        // A past post at a firm is work there, whatever the rank was.
        if (office.former && office.office.predicate == Predicate::kLeads)
          claim.draft.predicate = Predicate::kWorksFor;
        if (office.office.predicate == Predicate::kFounded)
          claim.draft.modality = Modality::kAsserted;
        if (office.office.predicate != Predicate::kFounded) claim.draft.title = office.title;
        claim.draft.confidence = 0.85;
        claim.draft.rule = "en.office";
        claim.draft.sentence = static_cast<std::uint32_t>(sentence);
        claim.draft.from_title = article_.is_title(sentence);
        claim.trigger = carried || as_phrase ? *verb : nominal;
        const bool firm = article_.things[where].label() != EntityLabel::kOrganization;
        if (firm && office.office.executive && !office.has_field)
          article_.things[who].executive = true;
        book_.add(std::move(claim));
      }
    }
  }
}

/// The two of a succession: who comes and who goes.
OfficeReader::Succession OfficeReader::succession_at(std::size_t sentence, std::size_t verb) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  Succession found;
  const auto subject = syntax.subject(verb);
  if (!subject) return found;
  const Meant who = references_.resolve(sentence, *subject);
  const auto behind = [&](std::string_view preposition) {
    for (const auto& argument : syntax.arguments(verb)) {
      if (argument.preposition == preposition)
        return references_.resolve(sentence, argument.nominal);
    }
    return Meant{};
  };
  if (syntax[verb].lemma == "take_over") {
    found = {who, behind("from")};
  } else if (syntax[verb].passive) {
    found = {behind("by"), who};
  } else if (const auto object = syntax.object(verb)) {
    found = {who, references_.resolve(sentence, *object)};
  }
  return found;
}

/// "X was replaced by Y", "Y succeeds X", "Y took over from X": Y has the office that X had.
void OfficeReader::read_successions(std::size_t sentence) {
  const Syntax& syntax = article_.parses[sentence].syntax;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kVerb) ||
        !any_of(syntax[i].lemma, {"replace", "succeed", "take_over"}))
      continue;
    const auto [successors, predecessors] = succession_at(sentence, i);
    if (successors.size() != 1 || predecessors.size() != 1) continue;
    if (!is_person_like(successors[0]) || !is_person_like(predecessors[0])) continue;
    const Standing standing = ModalityReader(frames_, syntax).read(i);
    pass_office(sentence, i, predecessors[0], successors[0], standing);
    Standing over;
    over.ended = true;
    pass_office(sentence, i, successors[0], predecessors[0], over);
  }
}

/// Gives `to` the last office told of `from`, unless it is told to have one there.
void OfficeReader::pass_office(std::size_t sentence, std::size_t verb, std::uint32_t from,
                               std::uint32_t to, const Standing& standing) {
  const Claim* office = nullptr;
  for (const Claim& claim : book_.claims()) {
    const bool post =
        claim.draft.predicate == Predicate::kLeads || claim.draft.predicate == Predicate::kWorksFor;
    if (!post) continue;
    if (claim.draft.subject == to && claim.draft.sentence == sentence) return;
    // Of several the last that is not over.
    const bool over = claim.draft.modality == Modality::kEnded;
    if (claim.draft.subject == from &&
        (office == nullptr || !over || office->draft.modality == Modality::kEnded))
      office = &claim;
  }
  if (office == nullptr) return;
  for (const Claim& claim : book_.claims()) {
    if (claim.draft.subject == to && claim.draft.object == office->draft.object) return;
  }
  Claim claim;
  claim.draft = office->draft;
  claim.draft.subject = to;
  claim.standing = standing;
  claim.draft.modality = standing.modality();
  claim.draft.sentence = static_cast<std::uint32_t>(sentence);
  claim.draft.valid_from.reset();
  claim.draft.valid_to.reset();
  claim.draft.rule = "en.office.succession";
  claim.trigger = verb;
  if (article_.things[from].executive) article_.things[to].executive = true;
  if (voting_) article_.things[to].vote(EntityLabel::kPerson, 2);
  book_.add(std::move(claim));
}

/// "Nora Holm, formerly of Oakmere,"
void OfficeReader::read_former_employers(std::size_t sentence) {
  const Syntax& syntax = article_.parses[sentence].syntax;
  for (std::size_t i = 2; i + 2 < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kAdverb) || !any_of(syntax[i].lemma, {"formerly", "previously"}))
      continue;
    if (!syntax.is(i - 1, ChunkKind::kComma) || !syntax.is(i - 2, ChunkKind::kNominal) ||
        !syntax[i - 2].is_name())
      continue;
    if (!syntax.is(i + 1, ChunkKind::kPreposition) || !syntax.is(i + 2, ChunkKind::kNominal))
      continue;
    for (const std::uint32_t where : references_.resolve_group(sentence, syntax.head(i + 2))) {
      Claim claim;
      claim.draft.subject = article_.thing(syntax[i - 2].name);
      claim.draft.predicate = Predicate::kWorksFor;
      claim.draft.object = where;
      claim.standing.ended = true;
      claim.draft.modality = Modality::kEnded;
      claim.draft.confidence = 0.8;
      claim.draft.rule = "en.office.formerly";
      claim.draft.sentence = static_cast<std::uint32_t>(sentence);
      claim.trigger = i;
      book_.add(std::move(claim));
    }
  }
}

void OfficeReader::read(std::size_t sentence) {
  const Syntax& syntax = article_.parses[sentence].syntax;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    if (syntax.is(i, ChunkKind::kNominal) && !syntax[i].genitive) read_office(sentence, i);
  }
  read_successions(sentence);
  read_former_employers(sentence);
}

}  // namespace yeon::ingest::english
