#include "korean/hangul.h"
#include "korean/names/scan.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::size_t kMostWords = 4;

/// Weighs what stands around unlisted words.
class ContextNames {
 public:
  ContextNames(const SentenceScan& scan, NameTable& table) : scan_(scan), table_(table) {}

  void run() {
    for (std::size_t i = 0; i < scan_.words.size(); ++i) {
      if (!scan_.is_run(i) || scan_.words[i].in_quotes) continue;
      behind_kind(i);
      behind_place(i);
      suffixes(i);
      owner_of_quotation(i);
      before_firm_cue(i);
      partner_or_receiver(i);
    }
  }

 private:
  // A name of several words, from word i to the one that carries a particle, if none before it is
  // an ordinary word. Empty: word i can be no name.
  std::u32string_view name_from(std::size_t i, bool common = false) const {
    if (!scan_.is_run(i)) return {};
    if (const ListedName* listed = scan_.listed_at(scan_.words[i].span.start)) {
      return scan_.document.slice_points(listed->span);
    }
    if (!scan_.may_name(i) && !(common && scan_.may_name_if_introduced(i))) return {};
    std::size_t last = i;
    while (scan_.is_bare(last) && last + 1 < scan_.words.size() && last - i + 1 < kMostWords &&
           scan_.is_run(last + 1) && !scan_.words[last + 1].glued && !scan_.stops_name(last + 1) &&
           scan_.listed_at(scan_.words[last + 1].span.start) == nullptr &&
           korean_name_likeness(scan_.stem(last + 1), scan_.lexicon) < 2) {
      ++last;
    }
    return scan_.document.slice_points({scan_.words[i].span.start, scan_.words[last].stem_end});
  }

  void add(std::u32string_view name, EntityLabel label, double points) {
    table_.add(name, label, points, scan_.sentence);
  }

  double familiarity_points(std::size_t i) const {
    switch (scan_.words[i].familiarity) {
      case Familiarity::kName:
        return 1;
      case Familiarity::kCompound:
        return -1;
      case Familiarity::kCommon:
        return -1;
    }
    return 0;
  }

  // A name of several words is unusual even when each of them is ordinary.
  double familiarity_of(std::u32string_view name, std::size_t first) const {
    double best = familiarity_points(first);
    const Word& last = word_ending(name);
    for (std::size_t i = first + 1;
         i < scan_.words.size() && scan_.words[i].span.end <= last.span.end; ++i) {
      best = std::max(best, familiarity_points(i)) + 0.5;
    }
    return std::min(best, 1.0);
  }

  // '간편결제 업체 라온', '자회사인 가람클라우드', '모델 윤슬'.
  void behind_kind(std::size_t i) {
    if (!scan_.is_run(i + 1) || scan_.words[i + 1].glued) return;
    const Word& kind = scan_.words[i];
    const bool introduces = kind.stem_end == kind.span.end ||
                            (kind.particle.grammatical_case == Case::kCopula &&
                             (kind.particle.attributive || scan_.text(i).ends_with(U"자")));
    if (!introduces) return;
    const std::u32string_view word = scan_.stem(i);
    const std::u32string_view name = name_from(i + 1, scan_.is_firm_kind(i));
    if (name.empty() || korean_name_likeness(name, scan_.lexicon) == 2) return;
    const double familiar = familiarity_of(name, i + 1);
    if (scan_.is_firm_kind(i)) add(name, EntityLabel::kFirm, 3 + familiar);
    if (scan_.lexicon.model_kind.contains(word)) add(name, EntityLabel::kModel, 2 + familiar);
    if (scan_.lexicon.product_kind.contains(word)) add(name, EntityLabel::kProduct, 1.5 + familiar);
  }

  // '미국 칼로시스의', '독일 볼커스와'.
  void behind_place(std::size_t i) {
    if (!scan_.is_bare(i) || !scan_.lexicon.place.contains(scan_.stem(i))) return;
    if (!scan_.is_run(i + 1) || scan_.words[i + 1].glued) return;
    const std::u32string_view name = name_from(i + 1, true);
    if (name.empty()) return;
    const bool several = name.find(U' ') != std::u32string_view::npos;
    if (!several && scan_.words[i + 1].familiarity == Familiarity::kCommon) return;
    // '미국 오스틴에서' is a place within a place; a bare word may be a kind of thing.
    const Word& last = word_ending(name);
    const Case c = last.particle.grammatical_case;
    if (c == Case::kLocative && !last.particle.topic) return;
    const double bare = c == Case::kNone ? -1 : 0;
    add(name, EntityLabel::kFirm, 2 + bare + familiarity_of(name, i + 1));
  }

  // The word in which a name (a slice of the text) ends.
  const Word& word_ending(std::u32string_view name) const {
    const auto end =
        static_cast<std::uint32_t>(name.data() + name.size() - scan_.document.points.data());
    for (const Word& word : scan_.words) {
      if (word.span.end >= end) return word;
    }
    return scan_.words.back();
  }

  void suffixes(std::size_t i) {
    if (!scan_.may_name(i)) return;
    const std::u32string_view word = scan_.stem(i);
    const auto points = [&](std::uint32_t length) {
      return word.size() - length >= 2 ? (length >= 2 ? 2.6 : 1.5) : 1.0;
    };
    const std::uint32_t firm = Lexicon::suffix_length(word, scan_.lexicon.firm_suffix);
    const std::uint32_t org = Lexicon::suffix_length(word, scan_.lexicon.org_suffix);
    if (org > firm || (org > 0 && org == firm)) {
      if (word.size() - org >= 2 && (org >= 3 || !is_common_prefix(word, org))) {
        add(word, EntityLabel::kOrganization, points(org) + 0.5);
      }
    } else if (firm > 0 && !is_common_prefix(word, firm)) {
      add(word, EntityLabel::kFirm,
          points(firm) + (scan_.words[i].familiarity == Familiarity::kName ? 0.5 : 0));
    }
    // 새롬 스튜디오, 새솔대 기술지주.
    if (scan_.is_bare(i) && scan_.is_run(i + 1) && !scan_.words[i + 1].glued &&
        scan_.words[i].familiarity != Familiarity::kCommon &&
        scan_.lexicon.firm_word.contains(scan_.stem(i + 1))) {
      add(scan_.document.slice_points({scan_.words[i].span.start, scan_.words[i + 1].stem_end}),
          EntityLabel::kFirm, 3.2);
    }
    // 새솔대 교수: a university by its last syllable and what follows.
    if (word.size() >= 3 && word.ends_with(U"대") && all_syllables(word) &&
        followed_by_scholar(i)) {
      add(word, EntityLabel::kOrganization, 3.2);
    }
  }

  bool is_common_prefix(std::u32string_view word, std::uint32_t suffix) const {
    return scan_.lexicon.common_prefix.contains(word.substr(0, word.size() - suffix));
  }

  bool followed_by_scholar(std::size_t i) const {
    for (std::size_t next = i + 1; next < scan_.words.size() && next < i + 5; ++next) {
      if (!scan_.is_run(next)) return false;
      const std::u32string_view word = scan_.stem(next);
      if (word.ends_with(U"교수") || word.ends_with(U"총장") || word.ends_with(U"연구팀") ||
          word.ends_with(U"연구원") || word == U"출신" || word == U"기술지주") {
        return true;
      }
      if (!scan_.is_bare(next)) return false;
    }
    return false;
  }

  // "미야비의 '하가네'".
  void owner_of_quotation(std::size_t i) {
    if (scan_.words[i].particle.grammatical_case != Case::kGenitive || !scan_.may_name(i)) return;
    std::size_t next = i + 1;
    // One kind word or two may stand between: 의 채점 모델 '척척'.
    while (next < i + 4 && scan_.is_run(next) && scan_.is_bare(next)) ++next;
    if (!scan_.is_kind(next, WordKind::kOpenQuote)) return;
    // Foreign firms may have several words, all of them unknown.
    std::size_t first = i;
    while (first > 0 && i - first < 2 && !scan_.words[first].glued && scan_.may_name(first - 1) &&
           scan_.is_bare(first - 1) && scan_.words[first - 1].familiarity == Familiarity::kName &&
           !scan_.is_kind(first - 1, WordKind::kComma)) {
      --first;
    }
    add(scan_.document.slice_points({scan_.words[first].span.start, scan_.words[i].stem_end}),
        EntityLabel::kFirm, 2.4 + familiarity_points(i) * 0.7);
  }

  void before_firm_cue(std::size_t i) {
    if (!scan_.may_name(i) || !scan_.is_run(i + 1) || scan_.words[i + 1].glued) return;
    if (!scan_.is_bare(i) && scan_.words[i].particle.grammatical_case != Case::kGenitive) return;
    if (!scan_.lexicon.firm_cue.contains(scan_.stem(i + 1))) return;
    if (korean_name_likeness(scan_.stem(i), scan_.lexicon) == 2) return;
    add(scan_.stem(i), EntityLabel::kFirm, 1.5 + familiarity_points(i) * 0.7);
  }

  // The other side of a deal: X와 ... 협약, X에 ... 공급, X로부터 ... 투자받. The verbs and nouns
  // are those of the firm frames; a word with such a particle near them is likely a firm.
  void partner_or_receiver(std::size_t i) {
    if (!scan_.may_name(i)) return;
    const Case c = scan_.words[i].particle.grammatical_case;
    const bool side = c == Case::kWith || c == Case::kWithGenitive || c == Case::kFrom;
    const bool party = c == Case::kTopic || c == Case::kSubject || c == Case::kDative ||
                       c == Case::kAlso || (c == Case::kObject);
    if (!side && !party) return;
    for (std::size_t next = i + 1, runs = 0; next < scan_.words.size() && runs < 9; ++next) {
      if (!scan_.is_run(next)) continue;
      ++runs;
      const Word& word = scan_.words[next];
      const std::u32string_view key = word.word_class == WordClass::kVerbal
                                          ? std::u32string_view(word.lemma)
                                          : scan_.stem(next);
      if (!scan_.lexicon.deal_word.contains(key)) continue;
      const double points = side ? 1.6 : 0.8;
      add(scan_.stem(i), EntityLabel::kFirm, std::max(0.1, points + familiarity_points(i)));
      return;
    }
  }

  const SentenceScan& scan_;
  NameTable& table_;
};

}  // namespace

void find_names_in_context(const SentenceScan& scan, NameTable& table) {
  ContextNames(scan, table).run();
}

void find_list_members(const SentenceScan& scan, NameTable& table) {
  const auto known_firm = [&](std::size_t i) {
    const NameCandidate* candidate = table.find(scan.stem(i));
    return candidate != nullptr && candidate->best_score() >= NameTable::kAccepted &&
           (candidate->best_label() == EntityLabel::kFirm ||
            candidate->best_label() == EntityLabel::kOrganization);
  };
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    if (!scan.may_name(i) || known_firm(i) || scan.words[i].in_quotes) continue;
    // The neighbour in the list, before or behind: X와 Y, X, Y, X·Y.
    const auto linked = [&](std::size_t left, std::size_t right) {
      if (!scan.is_run(left) || !scan.is_run(right)) return false;
      if (right == left + 1) {
        const Case c = scan.words[left].particle.grammatical_case;
        return c == Case::kWith || c == Case::kOr;
      }
      return right == left + 2 && scan.is_bare(left) &&
             (scan.is_kind(left + 1, WordKind::kComma) || scan.is_kind(left + 1, WordKind::kDot));
    };
    // '아라와 새 제품을': a bare word behind 와 is the next phrase's, unless a comma follows.
    if (scan.is_bare(i) && !scan.is_kind(i + 1, WordKind::kComma) &&
        !scan.is_kind(i + 1, WordKind::kDot) && !(i > 0 && scan.is_kind(i - 1, WordKind::kDot))) {
      continue;
    }
    bool member = false;
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}}) {
      member |= i >= step && linked(i - step, i) && known_firm(i - step);
      member |= linked(i, i + step) && i + step < scan.words.size() && known_firm(i + step);
    }
    if (!member) continue;
    const double familiar = scan.words[i].familiarity == Familiarity::kName ? 0.8 : 0;
    table.add(scan.stem(i), EntityLabel::kFirm, 3.0 + familiar, scan.sentence);
  }
}

}  // namespace yeon::ingest::korean
