#include "korean/mention_finder.h"

#include "analysis/points.h"
#include "korean/anaphors.h"
#include "korean/hangul.h"
#include "korean/names/office_phrase.h"
#include "korean/names/scan.h"

namespace yeon::ingest::korean {
namespace {

bool is_read(const Sentence& sentence) {
  return sentence.kind == SentenceKind::kTitle || sentence.kind == SentenceKind::kCaption ||
         sentence.kind == SentenceKind::kBody;
}

bool is_name_letter(char32_t c) { return is_syllable(c) || is_latin(c) || is_digit(c); }

/// Whether a name may begin at `start`: nothing of a word stands before it.
bool begins_word(std::u32string_view text, std::uint32_t start) {
  return start == 0 || !is_name_letter(text[start - 1]);
}

std::uint32_t run_end(std::u32string_view text, std::uint32_t from, std::uint32_t limit) {
  while (from < limit && is_name_letter(text[from])) ++from;
  return from;
}

/// Whether what follows a name within its word leaves the name whole: particles, 측, 발, or 장
/// behind a body (연구원장).
bool ends_word(std::u32string_view text, std::uint32_t start, std::uint32_t end,
               std::uint32_t limit, const Lexicon& lexicon) {
  if (end >= limit || !is_name_letter(text[end])) return true;
  const char32_t last = text[end - 1];
  if ((is_latin(last) || is_digit(last)) && !is_syllable(text[end])) return false;
  const std::u32string_view tail = text.substr(end, run_end(text, end, limit) - end);
  if (parse_particle(tail, last)) return true;
  constexpr std::u32string_view kTails[] = {U"측", U"발", U"산", U"제", U"표", U"식",
                                            U"향", U"판", U"설", U"등", U"행"};
  for (const std::u32string_view own : kTails) {
    if (tail.starts_with(own) && parse_particle(tail.substr(own.size()), own.back())) return true;
  }
  if (tail.front() == U'장' && parse_particle(tail.substr(1), U'장')) {
    return Lexicon::suffix_length(text.substr(start, end - start), lexicon.org_suffix) > 0;
  }
  return false;
}

/// Where accepted names stand, and what sticks to them.
class MentionBuilder {
 public:
  MentionBuilder(const Document& document, const ArticleWords& words, const Lexicon& lexicon,
                 const Gazetteer& gazetteer, const NameTable& table)
      : document_(document),
        words_(words),
        lexicon_(lexicon),
        gazetteer_(gazetteer),
        table_(table) {}

  void add_sentence(std::uint32_t index, std::vector<Mention>& mentions) {
    const Sentence& sentence = document_.sentences[index];
    begin_ = std::min(sentence.content_start, sentence.span.end);
    end_ = sentence.span.end;
    std::vector<Mention> found;
    for (const NameCandidate& candidate : table_.candidates()) {
      if (candidate.best_score() < NameTable::kAccepted) continue;
      occurrences(candidate, index, found);
    }
    // The longer name wins where two overlap: 가람 within 가람클라우드, 윤슬 within 윤슬 3.
    std::sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
      const auto length = [](const Mention& m) { return m.span.end - m.span.start; };
      return std::tuple(length(b), a.span.start) < std::tuple(length(a), b.span.start);
    });
    std::vector<Mention> kept;
    for (Mention& mention : found) {
      const bool free = std::none_of(kept.begin(), kept.end(), [&](const Mention& other) {
        return mention.span.start < other.outer_end && other.outer_start < mention.span.end;
      });
      if (free) kept.push_back(std::move(mention));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
    std::move(kept.begin(), kept.end(), std::back_inserter(mentions));
  }

 private:
  void occurrences(const NameCandidate& candidate, std::uint32_t sentence,
                   std::vector<Mention>& found) {
    const std::u32string_view text(document_.points);
    const std::u32string_view here = text.substr(0, end_);
    for (std::size_t at = here.find(candidate.name, begin_); at != std::u32string_view::npos;
         at = here.find(candidate.name, at + 1)) {
      const auto start = static_cast<std::uint32_t>(at);
      const auto end = static_cast<std::uint32_t>(at + candidate.name.size());
      if (!begins_word(text, start) || !ends_word(text, start, end, end_, lexicon_)) continue;
      found.push_back(mention(candidate, sentence, {start, end}));
    }
  }

  Mention mention(const NameCandidate& candidate, std::uint32_t sentence, TextSpan span) const {
    Mention mention;
    mention.label = candidate.best_label();
    mention.source = candidate.listed ? MentionSource::kGazetteer : MentionSource::kPattern;
    mention.sentence = sentence;
    mention.span = span;
    mention.name = to_utf8(candidate.name);
    mention.confidence = std::min(0.98, 0.55 + 0.06 * candidate.best_score());
    for (const std::uint32_t entry : gazetteer_.lookup(candidate.name)) {
      if (gazetteer_.entry(entry).label == mention.label) {
        mention.canonical = gazetteer_.entry(entry).canonical;
      }
    }
    mention.outer_start = span.start;
    mention.outer_end = span.end;
    surroundings(mention);
    if (mention.label == EntityLabel::kPerson) mention.office = office_behind(mention, sentence);
    return mention;
  }

  // The first office within a few words behind a person's name.
  std::string office_behind(const Mention& mention, std::uint32_t sentence) const {
    int seen = 0;
    for (const Word& word : words_[sentence]) {
      if (word.kind != WordKind::kRun || word.span.start < mention.outer_end) continue;
      const std::u32string_view stem = document_.slice_points({word.span.start, word.stem_end});
      const auto tail = lexicon_.office_tail(stem);
      if (tail.length > 0) return to_utf8(stem.substr(stem.size() - tail.length));
      if (word.stem_end != word.span.end || ++seen > 5) break;
    }
    return {};
  }

  char32_t at(std::uint32_t i) const { return i < end_ ? document_.points[i] : U'\0'; }

  // Quotes around the name, a ticker and spellings in brackets behind it.
  void surroundings(Mention& mention) const {
    constexpr std::u32string_view kOpen = U"'‘「『《〈`";
    constexpr std::u32string_view kClose = U"'’」』》〉`";
    const auto is_one_of = [](std::u32string_view set, char32_t c) {
      return c != U'\0' && set.find(c) != std::u32string_view::npos;
    };
    for (int round = 0; round < 3; ++round) {
      if (at(mention.outer_end) == U'(' || at(mention.outer_end) == U'[') {
        if (!brackets(mention)) break;
      }
      if (mention.outer_start > begin_ &&
          is_one_of(kOpen, document_.points[mention.outer_start - 1]) &&
          is_one_of(kClose, at(mention.outer_end))) {
        --mention.outer_start;
        ++mention.outer_end;
      }
    }
  }

  bool brackets(Mention& mention) const {
    const char32_t open = at(mention.outer_end);
    const char32_t close = open == U'(' ? U')' : U']';
    std::uint32_t stop = mention.outer_end + 1;
    while (stop < end_ && document_.points[stop] != close && stop - mention.outer_end < 30) ++stop;
    if (at(stop) != close) return false;
    const TextSpan inside{mention.outer_end + 1, stop};
    const std::u32string_view text = document_.slice_points(inside);
    if (open == U'[') {
      mention.ticker = to_utf8(text);
    } else if (is_spelling(text, mention)) {
      mention.also.push_back(to_utf8(text));
    } else if (mention.label == EntityLabel::kPerson || text.size() > 12) {
      return false;
    }
    mention.outer_end = stop + 1;
    return true;
  }

  bool is_spelling(std::u32string_view text, const Mention& mention) const {
    if (text.empty() || text.size() > 24 || lexicon_.generic_latin.contains(text)) return false;
    if (mention.label == EntityLabel::kPerson)
      return std::any_of(text.begin(), text.end(), is_latin);
    // 사진=가람 제공, 60, 대표 홍길동 are no spellings.
    if (text.find(U'=') != std::u32string_view::npos || is_digit(text.front())) return false;
    const bool latin = std::all_of(text.begin(), text.end(), [](char32_t c) {
      return is_latin(c) || is_digit(c) || c == U' ' || c == U'.' || c == U'-' || c == U'&' ||
             c == U'+';
    });
    const bool hangul = all_syllables(text) && !lexicon_.office(text) &&
                        !lexicon_.place.contains(text) && text != U"오른쪽" && text != U"왼쪽" &&
                        text != U"가운데" && text != U"이하";
    return latin || hangul;
  }

  const Document& document_;
  const ArticleWords& words_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const NameTable& table_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

std::vector<ListedName> listed_names(const Document& document, const Sentence& sentence,
                                     const Lexicon& lexicon, const Gazetteer& gazetteer) {
  const std::uint32_t begin = std::min(sentence.content_start, sentence.span.end);
  const std::u32string_view text = document.slice_points({begin, sentence.span.end});
  std::vector<GazetteerHit> hits;
  gazetteer.find(text, hits);
  std::vector<ListedName> names;
  const auto limit = static_cast<std::uint32_t>(text.size());
  for (const GazetteerHit& hit : hits) {
    if (!begins_word(text, hit.start) || !ends_word(text, hit.start, hit.end, limit, lexicon))
      continue;
    const std::u32string_view name = text.substr(hit.start, hit.end - hit.start);
    if (lexicon.generic_latin.contains(name) || lexicon.place.contains(name)) continue;
    names.push_back({hit.entry, {begin + hit.start, begin + hit.end}});
  }
  std::sort(names.begin(), names.end(),
            [](const ListedName& a, const ListedName& b) { return a.span.start < b.span.start; });
  return names;
}

/// What is written again and again is likelier a name.
void reward_recurrence(const Document& document, NameTable& table) {
  const std::u32string_view text(document.points);
  for (std::size_t c = 0; c < table.candidates().size(); ++c) {
    const NameCandidate& candidate = table.candidates()[c];
    if (candidate.best_score() < 1.4 || candidate.best_score() >= NameTable::kAccepted) continue;
    int times = 0;
    for (std::size_t at = text.find(candidate.name); at != std::u32string_view::npos && times < 3;
         at = text.find(candidate.name, at + 1)) {
      times += begins_word(text, static_cast<std::uint32_t>(at)) ? 1 : 0;
    }
    if (times < 2) continue;
    table.add(std::u32string(candidate.name), candidate.best_label(), times >= 3 ? 1.3 : 1.0,
              candidate.last_sentence);
  }
}

/// 새벽 2 is a model where 새벽 1 is one.
void share_model_labels(NameTable& table) {
  const auto first_word = [](const std::u32string& name) {
    return name.substr(0, name.find(U' '));
  };
  for (std::size_t c = 0; c < table.candidates().size(); ++c) {
    const NameCandidate& candidate = table.candidates()[c];
    if (candidate.best_label() != EntityLabel::kProduct ||
        candidate.name.find(U' ') == std::u32string::npos)
      continue;
    const bool family = std::any_of(table.candidates().begin(), table.candidates().end(),
                                    [&](const NameCandidate& other) {
                                      return other.best_label() == EntityLabel::kModel &&
                                             other.best_score() >= NameTable::kAccepted &&
                                             first_word(other.name) == first_word(candidate.name);
                                    });
    if (family) {
      const double lead = candidate.best_score() + candidate.doubt;
      table.add(std::u32string(candidate.name), EntityLabel::kModel, lead, candidate.last_sentence);
    }
  }
}

/// Firms of one group share a beginning: 가람홀딩스, 가람통신.
void reward_families(const Lexicon& lexicon, NameTable& table) {
  std::vector<std::u32string> stems;
  for (const NameCandidate& candidate : table.candidates()) {
    const std::uint32_t suffix = Lexicon::suffix_length(candidate.name, lexicon.firm_suffix);
    if (candidate.best_label() != EntityLabel::kFirm || suffix == 0) continue;
    if (candidate.best_score() >= NameTable::kAccepted && candidate.name.size() - suffix >= 2) {
      stems.push_back(candidate.name.substr(0, candidate.name.size() - suffix));
    }
  }
  for (std::size_t c = 0; c < table.candidates().size(); ++c) {
    const NameCandidate& candidate = table.candidates()[c];
    if (candidate.best_score() < 1.4 || candidate.best_score() >= NameTable::kAccepted) continue;
    const std::uint32_t suffix = Lexicon::suffix_length(candidate.name, lexicon.firm_suffix);
    if (suffix == 0) continue;
    const std::u32string stem = candidate.name.substr(0, candidate.name.size() - suffix);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) continue;
    table.add(std::u32string(candidate.name), EntityLabel::kFirm, 1.2, candidate.last_sentence);
  }
}

/// Where a sure listed name begins a word, its particle is what follows it, whatever the morphemes
/// made of the two.
void cut_at_listed(const Document& document, const Gazetteer& gazetteer,
                   const std::vector<ListedName>& listed, std::vector<Word>& words) {
  for (const ListedName& name : listed) {
    if (gazetteer.entry(name.entry).ambiguous) continue;
    for (Word& word : words) {
      if (word.kind != WordKind::kRun || word.span.start > name.span.start ||
          word.span.end < name.span.end || word.span.end <= name.span.start) {
        continue;
      }
      const TextSpan tail{name.span.end, word.span.end};
      const auto particle =
          parse_particle(document.slice_points(tail), document.points[name.span.end - 1]);
      const bool whole = word.span.start == name.span.start;
      if (!particle || (!whole && word.word_class != WordClass::kVerbal)) continue;
      word.word_class = WordClass::kNominal;
      word.familiarity = Familiarity::kName;
      word.stem_end = tail.start;
      word.particle = *particle;
      word.form = {};
      word.lemma.clear();
    }
  }
}

}  // namespace

ArticleWords cut_article(const Document& document) {
  ArticleWords words(document.sentences.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_read(document.sentences[i])) words[i] = cut_words(document, document.sentences[i]);
  }
  return words;
}

std::vector<Mention> find_mentions(const Document& document, ArticleWords& words,
                                   const Lexicon& lexicon, const Gazetteer& gazetteer) {
  NameTable table;
  std::vector<std::vector<ListedName>> listed(words.size());
  const auto scan_all = [&](auto&& find) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (!words[i].empty())
        find(SentenceScan{document, lexicon, gazetteer, i, words[i], listed[i]}, table);
    }
  };
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    listed[i] = listed_names(document, document.sentences[i], lexicon, gazetteer);
    cut_at_listed(document, gazetteer, listed[i], words[i]);
  }
  scan_all(find_listed_names);
  scan_all(find_tickers);
  scan_all(find_quoted_names);
  scan_all(find_names_in_context);
  scan_all(find_shaped_names);
  scan_all(find_persons);
  scan_all(find_list_members);
  reward_recurrence(document, table);
  reward_families(lexicon, table);
  share_model_labels(table);
  for (const std::string& ignored : document.ignored_names) table.doubt(to_points(ignored), 99);

  std::vector<Mention> mentions;
  MentionBuilder builder(document, words, lexicon, gazetteer, table);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    builder.add_sentence(i, mentions);
  }
  add_anaphors(document, words, lexicon, mentions);
  return mentions;
}

}  // namespace yeon::ingest::korean
