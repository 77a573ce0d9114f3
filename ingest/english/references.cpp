#include "english/references.h"

#include "analysis/data_file.h"

namespace yeon::ingest::english {
namespace {

constexpr std::uint32_t kNone = ThingBuilder::kNone;
constexpr std::size_t kReach = 4;  // sentences back

bool is_number_word(const std::vector<std::string>& nouns, std::size_t& count) {
  constexpr std::pair<std::string_view, std::size_t> kWords[] = {
      {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}};
  for (const std::string& noun : nouns) {
    for (const auto& [word, value] : kWords) {
      if (noun == word) {
        count = value;
        return true;
      }
    }
  }
  return false;
}

}  // namespace

/// What an anaphor may mean.
struct References::Wanted {
  std::optional<EntityLabel> label;  // none: a firm or body
  bool product = false;              // a model or product, whichever
  std::string noun;                  // the kind said: university
  bool noun_must_fit = false;
  Meant excluded;
};

References::References(const Lexicon& lexicon, const Article& article)
    : lexicon_(lexicon), article_(article) {
  std::size_t most = 1;
  for (std::uint32_t t = 0; t < article.things.size(); ++t) {
    const Thing& thing = article.things[t];
    if (thing.ignored || !thing.is(EntityLabel::kFirm) || thing.names.size() <= most) continue;
    most = thing.names.size();
    main_thing_ = t;
  }
  collect_descriptions();
}

void References::collect_descriptions() {
  descriptions_.resize(article_.things.size());
  for (std::size_t t = 0; t < article_.things.size(); ++t) {
    for (const std::string& spelling : article_.things[t].spellings) {
      for (const std::string_view word : split_words(spelling)) {
        std::string lower(word);
        for (char& c : lower) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        if (lexicon_.kind(lower)) descriptions_[t].insert(lower);
      }
    }
  }
  for (const Parse& parse : article_.parses) {
    const Syntax& syntax = parse.syntax;
    for (std::size_t i = 0; i < syntax.size(); ++i) {
      if (!syntax.is(i, ChunkKind::kNominal) || !syntax[i].is_name()) continue;
      const std::uint32_t thing = article_.thing(syntax[i].name);
      if (thing == kNone) continue;
      for (const std::string& noun : syntax[i].nouns) {
        if (lexicon_.kind(noun)) descriptions_[thing].insert(noun);
      }
      if (const auto apposed = syntax.apposition(i); apposed && !syntax[*apposed].is_name()) {
        descriptions_[thing].insert(syntax[*apposed].lemma);
      }
    }
  }
}

bool References::fits(std::uint32_t thing, const Wanted& wanted) const {
  if (thing == kNone ||
      std::find(wanted.excluded.begin(), wanted.excluded.end(), thing) != wanted.excluded.end())
    return false;
  const auto label = article_.things[thing].label();
  if (wanted.product) {
    if (!article_.is_product(thing)) return false;
  } else if (wanted.label) {
    if (label && label != wanted.label) return false;
    if (!label && *wanted.label != EntityLabel::kFirm) return false;
  } else if (!article_.is_firm(thing)) {
    return false;
  }
  return !wanted.noun_must_fit || descriptions_[thing].contains(wanted.noun);
}

/// Names that stand as other parties of the same verb: an object pronoun does not mean its subject.
Meant References::beside(std::size_t sentence, std::size_t nominal) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  Meant found;
  if (syntax.verb_of_subject(nominal)) return found;
  const auto verb = syntax.governing_verb(nominal);
  if (!verb || *verb > nominal) return found;
  if (const auto subject = syntax.subject(*verb);
      subject && *subject != nominal && syntax.head(*subject) != nominal) {
    for (const std::size_t member : syntax.group(*subject)) {
      if (syntax[member].is_name())
        add(found, article_.thing(syntax[member].name));
      else if (syntax[member].pronoun && member < nominal)
        add_all(found, resolve(sentence, member));
    }
  }
  // The object beside a prepositional argument.
  if (const auto object = syntax.object(*verb);
      object && *object != nominal && syntax[*object].is_name()) {
    add(found, article_.thing(syntax[*object].name));
  }
  return found;
}

std::optional<std::uint32_t> References::from_subject(std::size_t sentence, std::size_t nominal,
                                                      const Wanted& wanted) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  for (const std::size_t member : syntax.group(nominal)) {
    const Chunk& chunk = syntax[member];
    const std::uint32_t thing = chunk.is_name() ? article_.thing(chunk.name) : kNone;
    if (fits(thing, wanted)) return thing;
    // A product with its common noun, or a phrase that means something.
    if (!chunk.is_name() && member != nominal) continue;
    if (!chunk.is_name()) {
      for (const std::uint32_t meant : resolve(sentence, member)) {
        if (fits(meant, wanted)) return meant;
      }
      for (const std::uint32_t name : chunk.names) {
        if (fits(article_.thing(name), wanted)) return article_.thing(name);
      }
      if (const auto owner = syntax.owner(member);
          owner && syntax[*owner].is_name() && fits(article_.thing(syntax[*owner].name), wanted)) {
        return article_.thing(syntax[*owner].name);
      }
    }
    // "Nora Holm, chief executive of Oakmere, said the company": the body within the apposition.
    if (thing != kNone && article_.things[thing].is(EntityLabel::kPerson)) {
      for (std::size_t i = member + 1; i < syntax.size() && i < member + 9; ++i) {
        if (syntax.is(i, ChunkKind::kVerb)) break;
        if (!syntax.is(i, ChunkKind::kNominal)) continue;
        const auto& nouns = syntax[i].nouns;
        if (std::find(nouns.begin(), nouns.end(), "former") != nouns.end()) break;
        if (syntax[i].is_name() && fits(article_.thing(syntax[i].name), wanted))
          return article_.thing(syntax[i].name);
        for (const std::uint32_t name : syntax[i].names) {
          if (fits(article_.thing(name), wanted)) return article_.thing(name);
        }
      }
      for (const std::uint32_t name : chunk.names) {
        if (fits(article_.thing(name), wanted)) return article_.thing(name);
      }
      if (const auto firm = employer(thing); firm && fits(*firm, wanted)) return firm;
    }
  }
  return std::nullopt;
}

/// The thing that the sentence speaks of first: the subject of its main clause, else of another.
std::optional<std::uint32_t> References::subject_of_sentence(std::size_t sentence,
                                                             std::size_t before,
                                                             const Wanted& wanted,
                                                             bool main_only) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  bool embedded = false;
  for (std::size_t i = 0; i < syntax.size() && i < before; ++i) {
    if (syntax.is(i, ChunkKind::kThat) || syntax.is(i, ChunkKind::kRelative) ||
        syntax.is(i, ChunkKind::kSubordinator))
      embedded = true;
    if (syntax.is(i, ChunkKind::kComma) || syntax.is(i, ChunkKind::kBreak)) embedded = false;
    if (!syntax.is(i, ChunkKind::kVerb) || !syntax[i].finite || (embedded && main_only)) continue;
    const auto subject = syntax.subject(i);
    if (!subject || *subject >= before) continue;
    if (const auto thing = from_subject(sentence, *subject, wanted)) return thing;
  }
  // "X is" at the end of what stands before: the verb lies behind the anaphor.
  for (std::size_t i = before; i < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kVerb) || !syntax[i].finite) continue;
    const auto subject = syntax.subject(i);
    if (!subject || *subject >= before) continue;
    return from_subject(sentence, *subject, wanted);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> References::mentioned(std::size_t sentence, std::size_t before,
                                                   const Wanted& wanted, bool backwards) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  std::optional<std::uint32_t> found;
  for (std::size_t i = 0; i < before; ++i) {
    if (!syntax.is(i, ChunkKind::kNominal)) continue;
    // "a former Oakmere engineer" speaks of no Oakmere to come back to.
    if (std::find(syntax[i].nouns.begin(), syntax[i].nouns.end(), "former") !=
        syntax[i].nouns.end())
      continue;
    for (const std::uint32_t name : syntax[i].names) {
      if (fits(article_.thing(name), wanted)) found = article_.thing(name);
      if (found && !backwards) return found;
    }
    if (syntax[i].is_name() && fits(article_.thing(syntax[i].name), wanted))
      found = article_.thing(syntax[i].name);
    if (found && !backwards) return found;
  }
  return found;
}

std::optional<std::uint32_t> References::find(std::size_t sentence, std::size_t nominal,
                                              const Wanted& wanted) const {
  if (auto thing = subject_of_sentence(sentence, nominal, wanted, false)) return thing;
  if (auto thing = mentioned(sentence, nominal, wanted, true)) return thing;
  const std::size_t reach = std::min(sentence, wanted.noun_must_fit ? sentence : kReach);
  // Subjects of the sentences before, nearest first; the main firm counts wherever it is named.
  for (std::size_t back = 1; back <= reach; ++back) {
    const std::size_t s = sentence - back;
    if (article_.is_title(s)) continue;
    const std::size_t end = article_.parses[s].syntax.size();
    const bool may_be_main = main_thing_ != kNone && fits(main_thing_, wanted);
    if (auto thing = subject_of_sentence(s, end, wanted, true)) {
      // A guest in the subject's place does not take the text over.
      const bool guest =
          may_be_main && *thing != main_thing_ &&
          article_.things[*thing].names.size() * 3 <= article_.things[main_thing_].names.size();
      if (!guest) return thing;
    }
    if (!may_be_main) continue;
    Wanted main = wanted;
    for (std::uint32_t t = 0; t < article_.things.size(); ++t) {
      if (t != main_thing_) main.excluded.push_back(t);
    }
    if (mentioned(s, end, main, false)) return main_thing_;
  }
  for (std::size_t back = 1; back <= reach; ++back) {
    const std::size_t s = sentence - back;
    if (article_.is_title(s)) continue;
    if (auto thing = mentioned(s, article_.parses[s].syntax.size(), wanted, false)) return thing;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> References::topic(std::size_t sentence, std::size_t before) const {
  Wanted wanted;
  wanted.label = EntityLabel::kFirm;
  return find(sentence, before, wanted);
}

Meant References::resolve_pronoun(std::size_t sentence, std::size_t nominal, bool goods) const {
  const Chunk& chunk = article_.parses[sentence].syntax[nominal];
  const Syntax& syntax = article_.parses[sentence].syntax;
  const std::string& word = chunk.lemma;
  Wanted wanted;
  if (word == "itself" || word == "themselves" || word == "himself" || word == "herself") {
    // Behind a name it only stresses it: "whether Oakmere itself".
    if (nominal > 0 && syntax.is(nominal - 1, ChunkKind::kNominal))
      return resolve(sentence, nominal - 1);
    if (const auto verb = syntax.governing_verb(nominal); verb && *verb < nominal) {
      if (const auto subject = syntax.subject(*verb); subject && *subject != nominal)
        return resolve_group(sentence, *subject);
    }
    return {};
  }
  if (word == "he" || word == "she" || word == "him" || word == "her")
    wanted.label = EntityLabel::kPerson;
  else if (word == "they" || word == "them" || word == "both")
    return several(sentence, nominal, 2);
  else if (word != "it")
    return {};
  wanted.product = goods;
  wanted.excluded = beside(sentence, nominal);
  // An object pronoun means the other party rather than a far subject: "which fought Y, competes
  // with it".
  if (!wanted.excluded.empty()) {
    for (std::size_t i = nominal; i-- > 0;) {
      if (!syntax.is(i, ChunkKind::kNominal) || !syntax[i].is_name()) continue;
      if (fits(article_.thing(syntax[i].name), wanted)) return {article_.thing(syntax[i].name)};
    }
  }
  const auto found = find(sentence, nominal, wanted);
  return found ? Meant{*found} : Meant{};
}

Meant References::several(std::size_t sentence, std::size_t nominal, std::size_t count) const {
  // The pair of the last relation, or rather the last that holds this sentence's subject.
  Wanted firm;
  const auto subject = subject_of_sentence(sentence, nominal, firm, false);
  if (count == 2) {
    for (auto pair = pairs_.rbegin(); pair != pairs_.rend(); ++pair) {
      if (pair->sentence + kReach < sentence) break;
      if (!subject || pair->a == *subject || pair->b == *subject) return {pair->a, pair->b};
    }
  }
  // Else the bodies last named, this sentence first.
  for (std::size_t back = 0; back <= sentence && back <= kReach; ++back) {
    const std::size_t s = sentence - back;
    const Syntax& syntax = article_.parses[s].syntax;
    Meant found;
    for (std::size_t i = 0; i < (back == 0 ? nominal : syntax.size()); ++i) {
      if (!syntax.is(i, ChunkKind::kNominal) || !syntax[i].is_name()) continue;
      const std::uint32_t thing = article_.thing(syntax[i].name);
      if (thing != kNone && article_.is_firm(thing) && article_.things[thing].label())
        add(found, thing);
    }
    if (found.size() < count) continue;
    if (found.size() > count) found.resize(count);
    return found;
  }
  return {};
}

Meant References::resolve_definite(std::size_t sentence, std::size_t nominal) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  const Chunk& chunk = syntax[nominal];
  const bool definite = chunk.determiner == "the" || chunk.determiner == "this" ||
                        chunk.determiner == "both" || chunk.determiner == "these" ||
                        chunk.determiner == "that" || chunk.determiner == "those";
  if (!definite) return {};
  std::size_t count = chunk.plural || chunk.determiner == "both" ? 2 : 1;
  is_number_word(chunk.nouns, count);
  const std::string lemma = chunk.lemma == "two" || chunk.lemma == "three" ||
                                    chunk.lemma == "pair" || chunk.lemma == "number"
                                ? "company"
                                : chunk.lemma;
  if (chunk.lemma == "pair" || chunk.lemma == "number") count = 2;
  const auto kind = lexicon_.kind(lemma);
  const bool group_word = lemma == "partner" || lemma == "side" || lemma == "party";
  if (!kind && !group_word) return {};
  if (count > 1) {
    const bool firms = group_word || kind == Kind::kFirm || kind == Kind::kOrganization;
    return firms ? several(sentence, nominal, count) : Meant{};
  }
  Wanted wanted;
  wanted.noun = lemma;
  wanted.excluded = beside(sentence, nominal);
  switch (kind.value_or(Kind::kFirm)) {
    case Kind::kOrganization:
      wanted.label = EntityLabel::kOrganization;
      break;
    case Kind::kModel:
      wanted.label = EntityLabel::kModel;
      break;
    case Kind::kProduct:
      wanted.product = true;
      break;
    case Kind::kPerson:
    case Kind::kMedia:
      return {};
    case Kind::kFirm:
      wanted.label = EntityLabel::kFirm;
      break;
  }
  // A name in the phrase ("the Fen maker") brings a new description: rather the other firm of the
  // sentence than its subject.
  if (!chunk.names.empty() && kind == Kind::kFirm) {
    for (const std::uint32_t name : chunk.names) add(wanted.excluded, article_.thing(name));
    for (std::size_t i = nominal; i-- > 0;) {
      if (!syntax.is(i, ChunkKind::kNominal) || !syntax[i].is_name()) continue;
      if (fits(article_.thing(syntax[i].name), wanted)) return {article_.thing(syntax[i].name)};
    }
  }
  // First something that was called so.
  wanted.noun_must_fit = true;
  const bool plain = lemma == "company" || lemma == "firm" || lemma == "group";
  if (!plain) {
    if (const auto found = find(sentence, nominal, wanted)) return {*found};
    if (kind == Kind::kOrganization) return {};
    // "the start-up": rather the last other firm than the subject, which was not called so.
    wanted.noun_must_fit = false;
    if (kind == Kind::kFirm) {
      for (std::size_t i = nominal; i-- > 0;) {
        if (!syntax.is(i, ChunkKind::kNominal) || !syntax[i].is_name()) continue;
        const std::uint32_t thing = article_.thing(syntax[i].name);
        if (fits(thing, wanted) && descriptions_[thing].empty()) return {thing};
      }
    }
  }
  wanted.noun_must_fit = false;
  const auto found = find(sentence, nominal, wanted);
  return found ? Meant{*found} : Meant{};
}

Meant References::resolve(std::size_t sentence, std::size_t nominal, bool goods) const {
  if (depth_ > kDeepest) return {};
  ++depth_;
  Meant meant = resolve_phrase(sentence, nominal, goods);
  --depth_;
  return meant;
}

Meant References::resolve_phrase(std::size_t sentence, std::size_t nominal, bool goods) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  const Chunk& chunk = syntax[nominal];
  Meant meant;
  if (chunk.is_name()) {
    add(meant, article_.thing(chunk.name));
    return meant;
  }
  if (chunk.number) {
    // "the two"
    if (chunk.determiner == "the" && chunk.lemma == "number") return several(sentence, nominal, 2);
    return {};
  }
  if (chunk.pronoun) return resolve_pronoun(sentence, nominal, goods);
  // "Oakmere's Fen chatbot", "the Fen 2 series": the product, not its kind.
  if (!chunk.names.empty()) {
    const std::uint32_t last = article_.thing(chunk.names.back());
    const auto kind = lexicon_.kind(chunk.lemma);
    const bool product_kind = kind == Kind::kProduct || kind == Kind::kModel ||
                              chunk.lemma == "software" || chunk.lemma == "family" ||
                              chunk.lemma == "network" || chunk.lemma == "technology";
    if (last != kNone && article_.is_product(last) && kind != Kind::kFirm &&
        kind != Kind::kPerson) {
      add(meant, last);
      return meant;
    }
    if (last != kNone && product_kind && !article_.things[last].label()) {
      add(meant, last);
      return meant;
    }
    // "its Fenlabs unit", "the Fen business"
    const bool part = chunk.lemma == "unit" || chunk.lemma == "subsidiary" ||
                      chunk.lemma == "division" || chunk.lemma == "arm" ||
                      chunk.lemma == "affiliate" || chunk.lemma == "business" ||
                      chunk.lemma == "brand" || chunk.lemma == "chain";
    const bool owned = chunk.determiner == "its" || chunk.determiner == "their" ||
                       syntax.owner(nominal).has_value();
    if (last != kNone && part && owned && article_.is_firm(last)) {
      add(meant, last);
      return meant;
    }
  }
  if (meant = named_beside(sentence, nominal); !meant.empty()) return meant;
  if (meant = examples(sentence, nominal); !meant.empty()) return meant;
  // "X, the Oakmere co-founder who", "X, a chatbot made by": an appositive means what it stands
  // behind.
  if (const auto named = syntax.apposed_to(nominal);
      named && syntax[*named].is_name() && !chunk.determiner.empty()) {
    const std::size_t next = nominal + 1;
    const bool relative = syntax.is(next, ChunkKind::kRelative) ||
                          (syntax.is(next, ChunkKind::kVerb) && syntax[next].participle);
    const bool phrase = syntax.is(next, ChunkKind::kPreposition) &&
                        (chunk.determiner == "a" || chunk.determiner == "an") &&
                        lexicon_.kind(chunk.lemma).has_value();
    if (relative || phrase) {
      add(meant, article_.thing(syntax[*named].name));
      return meant;
    }
  }
  if (meant = resolve_definite(sentence, nominal); !meant.empty()) return meant;
  return named_later(sentence, nominal);
}

Meant References::resolve_group(std::size_t sentence, std::size_t nominal, bool goods) const {
  Meant meant;
  for (const std::size_t member : article_.parses[sentence].syntax.group(nominal)) {
    add_all(meant, resolve(sentence, member, goods));
  }
  return meant;
}

Meant References::resolve_owner(std::size_t sentence, std::size_t nominal) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  if (const auto owner = syntax.owner(nominal)) return resolve_group(sentence, *owner);
  if (nominal > 0 && syntax.is_word(nominal - 1, ChunkKind::kRelative, "whose")) {
    std::size_t end = nominal - 1;
    if (end > 0 && syntax.is(end - 1, ChunkKind::kComma)) --end;
    return end > 0 && syntax.is(end - 1, ChunkKind::kNominal) ? resolve(sentence, end - 1)
                                                              : Meant{};
  }
  const std::string& word = syntax[nominal].determiner;
  Wanted wanted;
  if (word == "his" || word == "her") {
    wanted.label = EntityLabel::kPerson;
  } else if (word == "their") {
    // The plural subject of the clause, else the last pair.
    if (const auto verb = syntax.governing_verb(nominal)) {
      if (const auto subject = syntax.subject(*verb); subject && *subject < nominal) {
        const Meant all = resolve_group(sentence, *subject);
        if (all.size() > 1) return all;
      }
    }
    return several(sentence, nominal, 2);
  } else if (word != "its") {
    return {};
  }
  // "Oakmere, its main rival": not its own. "hired its chief executive": not the hirer's.
  if (const auto named = syntax.apposed_to(nominal); named && syntax[*named].is_name()) {
    add(wanted.excluded, article_.thing(syntax[*named].name));
  }
  if (const auto verb = syntax.governing_verb(nominal); verb && *verb < nominal) {
    const std::string& act = syntax[*verb].lemma;
    if (act == "hire" || act == "poach" || act == "recruit" || act == "acquire" || act == "buy") {
      if (syntax[nominal].determiner == "its" &&
          lexicon_.office(syntax[nominal].lemma) != nullptr) {
        wanted.excluded = beside(sentence, nominal);
        const auto found = mentioned(sentence, nominal, wanted, true);
        return found ? Meant{*found} : Meant{};
      }
    }
  }
  // "its" of an object or phrase means the clause's own subject first.
  if (const auto verb = syntax.governing_verb(nominal); verb && *verb < nominal && word == "its") {
    if (const auto subject = syntax.subject(*verb); subject && *subject < nominal) {
      for (const std::uint32_t thing : resolve(sentence, *subject)) {
        if (fits(thing, wanted) || article_.is_product(thing)) return {thing};
      }
      if (auto thing = from_subject(sentence, *subject, wanted)) return {*thing};
    }
  }
  const auto found = find(sentence, nominal, wanted);
  return found ? Meant{*found} : Meant{};
}

void References::note_pair(std::size_t sentence, std::uint32_t a, std::uint32_t b) {
  pairs_.push_back({sentence, a, b});
}

void References::note_employer(std::uint32_t person, std::uint32_t firm) {
  employers_.emplace_back(person, firm);
}

std::optional<std::uint32_t> References::employer(std::uint32_t person) const {
  for (auto at = employers_.rbegin(); at != employers_.rend(); ++at) {
    if (at->first == person) return at->second;
  }
  return std::nullopt;
}

}  // namespace yeon::ingest::english
