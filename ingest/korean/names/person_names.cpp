#include "korean/hangul.h"
#include "korean/names/office_phrase.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::size_t kLongestPhrase = 9;

bool is_body_label(EntityLabel label) {
  return label == EntityLabel::kFirm || label == EntityLabel::kOrganization;
}

/// Finds the parts of one phrase, going left from its office.
class PhraseReader {
 public:
  PhraseReader(const SentenceScan& scan, std::size_t office, const NameTable& table)
      : scan_(scan), office_(office), table_(table) {}

  std::optional<OfficePhrase> read() {
    if (!is_office(office_)) return std::nullopt;
    phrase_.office = office_;
    begin_ = first_word();
    if (begin_ == office_) return finish();
    if (surname_before_office()) return finish();
    if (korean_name()) return finish();
    if (foreign_name()) return finish();
    only_body();
    return finish();
  }

 private:
  bool is_office(std::size_t i) const {
    if (!scan_.is_run(i) || scan_.words[i].in_quotes) return false;
    const std::u32string_view word = scan_.stem(i);
    if (scan_.lexicon.office(word)) return true;
    const auto tail = scan_.lexicon.office_tail(word);
    // 연구원장 behind a body that ends in 연구원, 미래전략본부장: a field run together with its
    // office.
    return tail.length >= 2 && word.size() > tail.length &&
           word.substr(word.size() - tail.length).back() == U'장';
  }

  // The phrase begins behind the last word that carries a particle, or a sign.
  std::size_t first_word() const {
    std::size_t first = office_;
    while (first > 0 && office_ - first < kLongestPhrase) {
      const std::size_t before = first - 1;
      if (!scan_.is_run(before) || scan_.words[first].glued) break;
      const Word& word = scan_.words[before];
      // What sticks to a bracket or quote is a particle: (CEO)와.
      if (word.glued && before > 0 && !scan_.is_run(before - 1)) break;
      if (!scan_.is_bare(before) && !part_of_listed(before)) break;
      const bool name =
          first == office_ && korean_name_likeness(scan_.text(before), scan_.lexicon) > 0;
      if ((word.word_class == WordClass::kVerbal && !name) || word.word_class == WordClass::kAdverb)
        break;
      first = before;
    }
    return first;
  }

  // A listed name's own syllable may look like a particle (미리내의 in a name, 하이).
  bool part_of_listed(std::size_t i) const {
    for (const ListedName& name : scan_.listed) {
      if (name.span.start <= scan_.words[i].span.start &&
          name.span.end >= scan_.words[i].span.end) {
        return true;
      }
    }
    return false;
  }

  bool surname_before_office() {
    const std::size_t last = office_ - 1;
    const std::u32string_view word = scan_.text(last);
    if (word.size() > 2 || !scan_.lexicon.surnames.contains(word)) return false;
    if (word.size() == 2 && scan_.words[last].familiarity != Familiarity::kName) return false;
    set_person(last, last + 1);
    phrase_.surname_only = true;
    return true;
  }

  bool korean_name() {
    std::size_t best = office_;
    int best_likeness = 0;
    for (std::size_t i = begin_; i < office_; ++i) {
      const int likeness = name_likeness(i);
      if (likeness > best_likeness) {
        best = i;
        best_likeness = likeness;
      }
    }
    if (best_likeness == 0) return false;
    set_person(best, best + 1);
    if (best + 1 < office_) {
      body_between(best + 1, office_);
    } else if (best > begin_) {
      body_before(best);
    }
    return true;
  }

  int name_likeness(std::size_t i) const {
    const std::u32string_view word = scan_.text(i);
    const int likeness = korean_name_likeness(word, scan_.lexicon);
    // A name right before its office may look like a verb form (옥서진 as 옥서지+ㄴ); a real one
    // there ends in 는, 던 or the like.
    if (scan_.words[i].word_class != WordClass::kNominal) {
      constexpr std::u32string_view kVerbal = U"는던온한할된될을";
      const bool beside = i + 1 == office_ && word.size() == 3 && word.back() != U'고' &&
                          kVerbal.find(word.back()) == std::u32string_view::npos;
      return beside && likeness > 0 ? 1 : 0;
    }
    if (likeness == 0 || starts_known_body(i)) return 0;
    if (scan_.lexicon.stop_noun.contains(word) || scan_.lexicon.place.contains(word) ||
        scan_.lexicon.office_prefix.contains(word) || scan_.lexicon.office(word) ||
        scan_.lexicon.product_kind.contains(word) || scan_.lexicon.common_prefix.contains(word) ||
        scan_.is_firm_kind(i) || scan_.lexicon.region.contains(word)) {
      return 0;
    }
    const bool common = scan_.words[i].familiarity == Familiarity::kCommon;
    if (common && likeness < 2) return 0;
    // Names of two or four syllables need a known body behind them.
    if (word.size() != 3) {
      return !common && i + 1 < office_ && starts_known_body(i + 1) ? 1 : 0;
    }
    const bool beside_office = i + 1 == office_;
    if (likeness == 1 && scan_.words[i].familiarity == Familiarity::kCompound && !beside_office &&
        !starts_known_body(i + 1)) {
      return 0;
    }
    return likeness + 1;
  }

  bool starts_known_body(std::size_t i) const { return known_body_words(i) > 0; }

  // How many words the known body at word i takes; 0: none begins there.
  std::size_t known_body_words(std::size_t i) const {
    if (!scan_.is_run(i)) return 0;
    if (const ListedName* listed = scan_.listed_at(scan_.words[i].span.start)) {
      const GazetteerEntry& entry = scan_.gazetteer.entry(listed->entry);
      if (is_body_label(entry.label) && (!entry.ambiguous || has_evidence(entry.name))) {
        std::size_t count = 1;
        while (i + count < scan_.words.size() &&
               scan_.words[i + count].span.start < listed->span.end) {
          ++count;
        }
        return count;
      }
    }
    return has_evidence(scan_.stem(i)) ? 1 : 0;
  }

  bool has_evidence(std::u32string_view name) const {
    const NameCandidate* candidate = table_.find(name);
    return candidate != nullptr && candidate->best_score() >= 2.5 &&
           is_body_label(candidate->best_label());
  }

  // NAME [전] BODY FIELDS OFFICE.
  void body_between(std::size_t begin, std::size_t end) {
    while (begin < end && scan_.lexicon.office_prefix.contains(scan_.text(begin))) ++begin;
    if (begin >= end) return;
    if (const std::size_t count = known_body_words(begin)) return set_body(begin, begin + count);
    // A known body may also stand behind a word or two of nationality.
    for (std::size_t i = begin + 1; i < end && i < begin + 3; ++i) {
      if (const std::size_t count = known_body_words(i)) {
        if (scan_.lexicon.place.contains(scan_.text(i - 1)) || scan_.is_firm_kind(i - 1)) {
          return set_body(i, i + count);
        }
      }
    }
    if (!scan_.may_name(begin)) return;
    // Unknown: its suffix tells where a name of two words ends, else the first word it is.
    std::size_t stop = begin + 1;
    if (stop < end && scan_.lexicon.firm_suffix.contains(scan_.text(stop))) ++stop;
    set_body(begin, stop);
  }

  // BODY NAME OFFICE.
  void body_before(std::size_t name) {
    for (std::size_t i = begin_; i < name; ++i) {
      const std::size_t count = known_body_words(i);
      if (count > 0 && i + count == name) return set_body(i, name);
    }
    if (scan_.may_name(name - 1) && !scan_.is_firm_kind(name - 1) &&
        scan_.words[name - 1].familiarity == Familiarity::kName) {
      set_body(name - 1, name);
    }
  }

  bool may_be_foreign_name(std::size_t i) const {
    const std::u32string_view word = scan_.text(i);
    return word.size() >= 1 && !scan_.lexicon.stop_noun.contains(word) &&
           !scan_.lexicon.place.contains(word) && !scan_.lexicon.office_prefix.contains(word) &&
           !scan_.lexicon.office(word) && !scan_.is_firm_kind(i) &&
           !scan_.lexicon.product_kind.contains(word) &&
           !scan_.lexicon.content_noun.contains(word) &&
           scan_.words[i].word_class == WordClass::kNominal &&
           (scan_.words[i].familiarity == Familiarity::kName || word.size() == 1 || i > begin_ ||
            (i + 1 < office_ && scan_.words[i + 1].familiarity == Familiarity::kName));
  }

  // 젠 훙 BODY OFFICE: the words before a known body, or all but the body's.
  bool foreign_name() {
    for (std::size_t i = begin_ + 1; i < office_; ++i) {
      const std::size_t count = known_body_words(i);
      if (count == 0 || i + count > office_) continue;
      std::size_t first = i;
      while (first > begin_ && i - first < 3 && may_be_foreign_name(first - 1) &&
             !starts_known_body(first - 1)) {
        --first;
      }
      if (i - first < 1 || (i - first == 1 && scan_.text(first).size() < 2)) return false;
      set_person(first, i);
      phrase_.foreign = true;
      set_body(i, i + count);
      return true;
    }
    return unknown_foreign_name();
  }

  // Two words and no known body: given name and surname; three: the last is the body.
  bool unknown_foreign_name() {
    std::size_t first = office_;
    while (first > begin_ && may_be_foreign_name(first - 1) && !starts_known_body(first - 1))
      --first;
    const std::size_t count = office_ - first;
    if (count < 2 || count > 4) {
      if (count != 1 || first == 0) return false;
      return body_then_foreign(first);
    }
    const bool last_is_firm =
        Lexicon::suffix_length(scan_.text(office_ - 1), scan_.lexicon.firm_suffix) > 0;
    if (count == 2 && last_is_firm) return false;
    const std::size_t person_end = count == 2 ? office_ : office_ - 1;
    set_person(first, person_end);
    phrase_.foreign = true;
    if (person_end < office_) set_body(person_end, office_);
    if (first > begin_ && person_end == office_) body_before(first);
    return true;
  }

  // BODY 젠슨 OFFICE is too thin to tell from BODY FIELD OFFICE.
  bool body_then_foreign(std::size_t) { return false; }

  // 'BODY OFFICE' with nobody named.
  void only_body() {
    for (std::size_t i = begin_; i < office_; ++i) {
      if (const std::size_t count = known_body_words(i))
        return set_body(i, std::min(i + count, office_));
    }
  }

  void set_person(std::size_t begin, std::size_t end) {
    phrase_.person_begin = begin;
    phrase_.person_end = end;
  }
  void set_body(std::size_t begin, std::size_t end) {
    phrase_.body_begin = begin;
    phrase_.body_end = end;
  }

  std::optional<OfficePhrase> finish() {
    const auto span_of = [&](std::size_t begin, std::size_t end) -> TextSpan {
      if (begin == end) return {};
      const TextSpan span{scan_.words[begin].span.start, scan_.words[end - 1].span.end};
      // 아라 연구원|장: the office may begin within the body's last word.
      const ListedName* listed = scan_.listed_at(span.start);
      if (listed != nullptr && listed->span.end > scan_.words[end - 1].span.start) {
        return {span.start, std::min(listed->span.end, span.end)};
      }
      return span;
    };
    phrase_.person = span_of(phrase_.person_begin, phrase_.person_end);
    phrase_.body = span_of(phrase_.body_begin, phrase_.body_end);
    return phrase_;
  }

  const SentenceScan& scan_;
  std::size_t office_;
  const NameTable& table_;
  std::size_t begin_ = 0;
  OfficePhrase phrase_;
};

}  // namespace

std::optional<OfficePhrase> read_office_phrase(const SentenceScan& scan, std::size_t office,
                                               const NameTable& table) {
  return PhraseReader(scan, office, table).read();
}

void find_persons(const SentenceScan& scan, NameTable& table) {
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const auto phrase = read_office_phrase(scan, i, table);
    if (!phrase || !phrase->has_person() || phrase->surname_only) continue;
    const std::u32string_view office = scan.stem(i);
    if (office == U"기자" || office == U"특파원" || office == U"앵커") continue;
    table.add(scan.document.slice_points(phrase->person), EntityLabel::kPerson, 6, scan.sentence);
    if (phrase->has_body()) {
      const std::u32string_view body = scan.document.slice_points(phrase->body);
      const bool org = Lexicon::suffix_length(body, scan.lexicon.org_suffix) > 0 ||
                       office.ends_with(U"교수") || office == U"총장";
      const NameCandidate* known = table.find(body);
      if (known == nullptr || known->best_score() < NameTable::kAccepted) {
        table.add(body, org ? EntityLabel::kOrganization : EntityLabel::kFirm, 3, scan.sentence);
      }
    }
  }
}

}  // namespace yeon::ingest::korean
