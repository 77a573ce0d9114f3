#include "korean/names/scan.h"

#include "korean/hangul.h"

namespace yeon::ingest::korean {

const ListedName* SentenceScan::listed_at(std::uint32_t start) const {
  const ListedName* best = nullptr;
  for (const ListedName& name : listed) {
    if (name.span.start == start && (best == nullptr || name.span.end > best->span.end)) {
      best = &name;
    }
  }
  return best;
}

bool SentenceScan::is_firm_kind(std::size_t i) const {
  if (!is_run(i)) return false;
  const std::u32string_view word = stem(i);
  if (lexicon.firm_kind.contains(word)) return true;
  constexpr std::u32string_view kTails[] = {U"업체",     U"기업", U"회사",
                                            U"스타트업", U"법인", U"개발사"};
  for (const std::u32string_view tail : kTails) {
    if (word.size() > tail.size() && word.ends_with(tail)) return true;
  }
  return false;
}

bool SentenceScan::may_name_if_introduced(std::size_t i) const {
  if (!is_run(i)) return false;
  const Word& word = words[i];
  if (word.word_class != WordClass::kNominal) return false;
  const std::u32string_view name = stem(i);
  if (name.size() < 2 || name.size() > 20) return false;
  if (lexicon.stop_noun.contains(name) || lexicon.place.contains(name) ||
      lexicon.region.contains(name) || lexicon.generic_latin.contains(name) ||
      lexicon.product_kind.contains(name) || lexicon.model_kind.contains(name) ||
      lexicon.content_noun.contains(name) || lexicon.both.contains(name) ||
      lexicon.firm_anaphor.contains(name) || lexicon.office(name) || is_firm_kind(i)) {
    return false;
  }
  return true;
}

bool SentenceScan::may_name(std::size_t i) const {
  return may_name_if_introduced(i) &&
         (words[i].familiarity != Familiarity::kCommon || is_latin(stem(i).front()));
}

bool SentenceScan::stops_name(std::size_t i) const {
  if (!is_run(i)) return true;
  if (lexicon.firm_suffix.contains(stem(i))) return false;
  return !may_name(i);
}

int korean_name_likeness(std::u32string_view word, const Lexicon& lexicon) {
  if (!all_syllables(word) || word.size() < 2 || word.size() > 4) return 0;
  const std::size_t surname = word.size() == 4 ? 2 : 1;
  if (!lexicon.surnames.contains(word.substr(0, surname))) return 0;
  if (word.size() == 2) return 1;
  return lexicon.given_names.contains(word.substr(surname)) ? 2 : 1;
}

void find_listed_names(const SentenceScan& scan, NameTable& table) {
  for (const ListedName& name : scan.listed) {
    const GazetteerEntry& entry = scan.gazetteer.entry(name.entry);
    bool sure = !entry.ambiguous;
    // An ordinary noun to the dictionary stays one until the context says otherwise.
    for (const Word& word : scan.words) {
      if (word.span.start != name.span.start || word.kind != WordKind::kRun) continue;
      const bool whole = word.stem_end == name.span.end;
      if (whole && word.familiarity == Familiarity::kCommon && entry.name.size() <= 3 &&
          all_syllables(entry.name)) {
        sure = false;
      }
    }
    table.add(entry.name, entry.label, sure ? 5.0 : 1.5, scan.sentence);
    NameCandidate& candidate = table.at(entry.name);
    candidate.listed |= sure;
  }
}

}  // namespace yeon::ingest::korean
