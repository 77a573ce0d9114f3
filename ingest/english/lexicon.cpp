#include "english/lexicon.h"

#include "analysis/data_file.h"

namespace yeon::ingest::english {
namespace {

constexpr std::pair<std::string_view, Tag> kTagNames[] = {{"det", Tag::kDeterminer},
                                                          {"possessive", Tag::kPossessive},
                                                          {"pronoun", Tag::kPronoun},
                                                          {"relative", Tag::kRelative},
                                                          {"modal", Tag::kModal},
                                                          {"preposition", Tag::kPreposition},
                                                          {"conjunction", Tag::kConjunction},
                                                          {"subordinator", Tag::kSubordinator},
                                                          {"not", Tag::kNot},
                                                          {"adverb", Tag::kAdverb},
                                                          {"adjective", Tag::kAdjective},
                                                          {"noun", Tag::kNoun}};

constexpr std::pair<std::string_view, Kind> kKindNames[] = {
    {"firm", Kind::kFirm},     {"organization", Kind::kOrganization},
    {"model", Kind::kModel},   {"product", Kind::kProduct},
    {"person", Kind::kPerson}, {"media", Kind::kMedia}};

template <class T, std::size_t N>
const T* find_name(const std::pair<std::string_view, T> (&table)[N], std::string_view name) {
  for (const auto& [word, value] : table) {
    if (word == name) return &value;
  }
  return nullptr;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string with_s(const std::string& base) {
  const std::string_view view = base;
  if (view.ends_with("y") && view.size() > 1 && !is_vowel(view[view.size() - 2])) {
    return base.substr(0, base.size() - 1) + "ies";
  }
  for (const std::string_view end : {"s", "x", "z", "ch", "sh", "o"}) {
    if (view.ends_with(end)) return base + "es";
  }
  return base + "s";
}

std::string with_ed(const std::string& base) {
  const std::string_view view = base;
  if (view.ends_with("e")) return base + "d";
  if (view.ends_with("y") && !is_vowel(view[view.size() - 2])) {
    return base.substr(0, base.size() - 1) + "ied";
  }
  return base + "ed";
}

std::string with_ing(const std::string& base) {
  const std::string_view view = base;
  if (view.ends_with("ie")) return base.substr(0, base.size() - 2) + "ying";
  if (view.ends_with("e") && !view.ends_with("ee") && !view.ends_with("oe") && view != "be") {
    return base.substr(0, base.size() - 1) + "ing";
  }
  return base + "ing";
}

Status load_set(const std::filesystem::path& file, bool whole_lines, StringSet& set) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  for (const DataLine& line : data_lines(*text)) {
    if (whole_lines) {
      set.emplace(trim(line.text));
      continue;
    }
    for (const std::string_view word : split_words(line.text)) set.emplace(word);
  }
  return {};
}

}  // namespace

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  Lexicon lexicon;
  for (const Status& loaded :
       {lexicon.load_words(folder / "words.tsv"), lexicon.load_verbs(folder / "verbs.txt"),
        lexicon.load_kinds(folder / "kinds.tsv"), lexicon.load_suffixes(folder / "suffixes.tsv"),
        lexicon.load_offices(folder / "offices.tsv"),
        load_set(folder / "common_words.txt", true, lexicon.common_),
        load_set(folder / "given_names.txt", false, lexicon.given_names_),
        load_set(folder / "places.txt", true, lexicon.places_),
        load_set(folder / "not_names.txt", true, lexicon.not_names_)}) {
    if (!loaded) return fail(loaded.error());
  }
  return lexicon;
}

Status Lexicon::load_words(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    const Tag* tag = find_name(kTagNames, columns[0]);
    if (columns.size() != 2 || tag == nullptr) {
      return data_error(file.filename().string(), line.number, "a tag, a tab and words are wanted");
    }
    for (const std::string_view word : split_words(columns[1])) {
      tags_[std::string(word)] |= 1U << static_cast<unsigned>(*tag);
    }
  }
  return {};
}

void Lexicon::add_form(const std::string& form, const std::string& lemma, VerbForm bit) {
  VerbReading& reading = verbs_[form];
  // "found" is the past of find and a verb of its own: the base form is the better guess in news.
  if (reading.lemma.empty() || bit == kBase) reading.lemma = lemma;
  if (reading.lemma == lemma || bit != kBase) reading.forms |= static_cast<std::uint8_t>(bit);
}

void Lexicon::add_regular_forms(const std::string& base, bool doubled) {
  const std::string stem = doubled ? base + base.back() : base;
  add_form(doubled ? stem + "ed" : with_ed(base), base, kPast);
  add_form(doubled ? stem + "ed" : with_ed(base), base, kParticiple);
}

Status Lexicon::load_verbs(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split_words(line.text);
    const std::string base(columns[0]);
    const bool doubled = columns.size() == 2 && columns[1] == "+";
    if (columns.size() != 1 && columns.size() != 3 && !doubled) {
      return data_error(file.filename().string(), line.number,
                        "base, or base +, or base, past and participle are wanted");
    }
    add_form(base, base, kBase);
    add_form(base == "have" ? "has" : with_s(base), base, kThird);
    if (columns.size() == 3) {
      add_form(std::string(columns[1]), base, kPast);
      add_form(std::string(columns[2]), base, kParticiple);
    } else {
      add_regular_forms(base, doubled);
    }
    const bool doubles = doubled || base == "run" || base == "cut" || base == "get" ||
                         base == "put" || base == "win" || base == "sit" || base == "set" ||
                         base == "let" || base == "bid" || base == "quit" || base == "spin" ||
                         base == "split" || base == "shut" || base == "hit" || base == "bet" ||
                         base == "dig" || base == "begin" || base == "swear";
    add_form(doubles && base != "swear" ? base + base.back() + "ing" : with_ing(base), base,
             kGerund);
  }
  for (const std::string_view form : {"is", "'s", "am", "'m"})
    add_form(std::string(form), "be", kThird);
  for (const std::string_view form : {"are", "'re"}) add_form(std::string(form), "be", kThird);
  add_form("were", "be", kPast);
  add_form("'ve", "have", kBase);
  return {};
}

Status Lexicon::load_kinds(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    const Kind* kind = find_name(kKindNames, columns[0]);
    if (columns.size() != 2 || kind == nullptr) {
      return data_error(file.filename().string(), line.number,
                        "a kind, a tab and nouns are wanted");
    }
    for (const std::string_view word : split_words(columns[1])) kinds_.emplace(word, *kind);
  }
  return {};
}

Status Lexicon::load_suffixes(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  const std::pair<std::string_view, StringSet*> sets[] = {
      {"legal", &legal_},
      {"firm", &firm_suffixes_},
      {"product", &product_suffixes_},
      {"organization", &organization_suffixes_},
      {"organization_first", &organization_starts_},
      {"branch", &branch_words_}};
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    StringSet* const* set = find_name(sets, columns[0]);
    if (columns.size() != 2 || set == nullptr) {
      return data_error(file.filename().string(), line.number,
                        "a class, a tab and words are wanted");
    }
    for (const std::string_view word : split_words(columns[1])) (*set)->emplace(word);
  }
  return {};
}

Status Lexicon::load_offices(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    const auto predicate = ingest::predicate(columns[0]);
    if (columns.size() != 3 || !predicate || (columns[1] != "yes" && columns[1] != "no")) {
      return data_error(file.filename().string(), line.number,
                        "relation, yes or no, and offices are wanted");
    }
    for (const std::string_view word : split_words(columns[2])) {
      offices_.emplace(word, Office{*predicate, columns[1] == "yes"});
    }
  }
  return {};
}

std::uint32_t Lexicon::tags(const std::string& lower) const {
  const auto found = tags_.find(lower);
  return found == tags_.end() ? 0 : found->second;
}

const VerbReading* Lexicon::verb(const std::string& lower) const {
  const auto found = verbs_.find(lower);
  return found == verbs_.end() ? nullptr : &found->second;
}

std::string Lexicon::noun_lemma(const std::string& lower) const {
  const std::string_view view = lower;
  if (view.size() < 4 || !view.ends_with("s") || view.ends_with("ss") || view.ends_with("us") ||
      view.ends_with("is") || view == "series" || view == "news") {
    if (view == "businessmen") return "businessman";
    return lower;
  }
  if (view.ends_with("ies") && view.size() > 4) return lower.substr(0, lower.size() - 3) + "y";
  for (const std::string_view end : {"sses", "ches", "shes", "xes"}) {
    if (view.ends_with(end)) return lower.substr(0, lower.size() - 2);
  }
  return lower.substr(0, lower.size() - 1);
}

std::optional<Kind> Lexicon::kind(const std::string& lemma) const {
  const auto found = kinds_.find(lemma);
  return found == kinds_.end() ? std::nullopt : std::optional(found->second);
}

const Office* Lexicon::office(const std::string& words) const {
  const auto found = offices_.find(words);
  return found == offices_.end() ? nullptr : &found->second;
}

}  // namespace yeon::ingest::english
