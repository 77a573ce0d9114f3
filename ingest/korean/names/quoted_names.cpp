#include "korean/hangul.h"
#include "korean/names/scan.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::uint32_t kLongestName = 24;

struct Quotation {
  std::size_t open = 0;
  std::size_t close = 0;
  TextSpan inside;
};

std::vector<Quotation> quotations(const SentenceScan& scan) {
  std::vector<Quotation> found;
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    if (!scan.is_kind(i, WordKind::kOpenQuote)) continue;
    std::size_t close = i + 1;
    while (close < scan.words.size() && !scan.is_kind(close, WordKind::kCloseQuote)) ++close;
    if (close >= scan.words.size() || close == i + 1) continue;
    found.push_back({i, close, {scan.words[i].span.end, scan.words[close].span.start}});
    i = close;
  }
  return found;
}

// A version: the name's last word holds a digit (윤슬 3, GPT-4o, 8x22B), or is one letter and plus.
bool ends_in_version(std::u32string_view name) {
  const std::size_t blank = name.find_last_of(U' ');
  const std::u32string_view last =
      blank == std::u32string_view::npos ? name : name.substr(blank + 1);
  return std::any_of(last.begin(), last.end(), is_digit) || last.back() == U'+';
}

/// Weighs what stands before and behind a quotation.
class QuotedName {
 public:
  QuotedName(const SentenceScan& scan, const Quotation& quote) : scan_(scan), quote_(quote) {}

  void weigh(NameTable& table) {
    name_ = scan_.document.slice_points(quote_.inside);
    without_brackets();
    if (!looks_like_name()) return;
    either(1.2);
    if (refused_behind()) {
      table.doubt(name_, 9);
      return;
    }
    kind_before();
    kind_behind();
    verb_behind();
    const bool version = ends_in_version(name_);
    if (version) either(0.6);
    for (std::size_t label = 0; label < points_.size(); ++label) {
      if (points_[label] > 0) {
        table.add(name_, static_cast<EntityLabel>(label), points_[label], scan_.sentence);
      }
    }
    // Any name in quotes is halfway to a product's.
    table.add(name_, EntityLabel::kProduct, version ? 0.7 : 0.2, scan_.sentence);
  }

 private:
  double& of(EntityLabel label) { return points_[static_cast<std::size_t>(label)]; }
  void either(double points) {
    of(EntityLabel::kModel) += points;
    of(EntityLabel::kProduct) += points;
  }

  // '레니아(RNA)' names 레니아; what stands in brackets is another spelling of it.
  void without_brackets() {
    const std::size_t open = name_.find(U'(');
    if (open != std::u32string_view::npos && open > 0 && name_.ends_with(U')')) {
      name_ = name_.substr(0, open);
    }
  }

  bool looks_like_name() const {
    if (name_.empty() || name_.size() > kLongestName || name_.front() == U' ') return false;
    // '소버린(주권) AI', '거대 AI': a kind, not a name.
    if (name_.ends_with(U" AI") || name_.ends_with(U"인공지능")) return false;
    if (is_pair()) return false;
    std::size_t blanks = 0;
    for (const char32_t c : name_) blanks += c == U' ' ? 1 : 0;
    if (blanks > 3) return false;
    for (std::size_t i = quote_.open + 1; i < quote_.close; ++i) {
      const Word& word = scan_.words[i];
      if (word.kind != WordKind::kRun) {
        if (word.kind == WordKind::kStop || word.kind == WordKind::kComma) return false;
        continue;
      }
      if (word.word_class == WordClass::kVerbal && word.form.ending != Ending::kAttributive &&
          word.form.ending != Ending::kAdverbial && word.form.ending != Ending::kNominal) {
        return false;
      }
      // A particle within shows a phrase: '자강과 협력', '독자의 길'. At its end it may be the
      // name's own.
      const Case c = word.particle.grammatical_case;
      if (i + 1 < quote_.close && (c == Case::kObject || c == Case::kTopic || c == Case::kWith)) {
        return false;
      }
    }
    return !scan_.lexicon.generic_latin.contains(name_);
  }

  // '아라전자-새롬칩': two parties side by side.
  bool is_pair() const {
    const std::size_t dash = name_.find(U'-');
    if (dash == std::u32string_view::npos) return false;
    const auto has_hangul = [](std::u32string_view part) {
      return std::any_of(part.begin(), part.end(), is_syllable);
    };
    return has_hangul(name_.substr(0, dash)) && has_hangul(name_.substr(dash + 1));
  }

  std::size_t behind() const {
    std::size_t next = quote_.close + 1;
    // '레니게이드(RNGD)' may also have its brackets outside.
    if (scan_.is_kind(next, WordKind::kOpenBracket) && scan_.words[next].glued) {
      while (next < scan_.words.size() && !scan_.is_kind(next, WordKind::kCloseBracket)) ++next;
      ++next;
    }
    return next;
  }

  bool refused_behind() const {
    std::size_t next = behind();
    if (!scan_.is_run(next)) return false;
    if (scan_.words[next].glued) {
      // '자강'과, '사실무근'이라고: only a particle sticks to the quotes.
      const std::u32string_view tail = scan_.text(next);
      const auto particle = parse_particle(tail, name_.back());
      if (!particle) return !tail.starts_with(U"라") && !tail.starts_with(U"이라");
      if (particle->grammatical_case == Case::kCopula && particle->attributive) return true;
      if (particle->grammatical_case != Case::kNone) return false;
      ++next;
      if (!scan_.is_run(next)) return false;
    }
    return scan_.lexicon.no_name_after.contains(scan_.stem(next));
  }

  void kind_before() {
    if (quote_.open == 0) return;
    std::size_t before = quote_.open - 1;
    if (!scan_.is_run(before)) return;
    const bool bare = scan_.is_bare(before);
    const Case c = scan_.words[before].particle.grammatical_case;
    const std::u32string_view word = scan_.stem(before);
    if (bare || (c == Case::kCopula && scan_.words[before].particle.attributive)) {
      if (scan_.lexicon.model_kind.contains(word) || word.ends_with(U"모델"))
        of(EntityLabel::kModel) += 4;
      if (scan_.is_firm_kind(before)) of(EntityLabel::kFirm) += 4;
      if (scan_.lexicon.product_kind.contains(word) ||
          Lexicon::suffix_length(word, scan_.lexicon.product_kind) >= 2) {
        of(EntityLabel::kProduct) += 4;
      }
    }
    // 아라전자의 '윤슬', 자사의 '윤슬'; 새로 만든 '윤슬'.
    if (c == Case::kGenitive) either(2.0);
    if (scan_.words[before].word_class == WordClass::kVerbal &&
        scan_.words[before].form.ending == Ending::kAttributive &&
        scan_.lexicon.making_verb.contains(scan_.words[before].lemma)) {
      either(1.9);
    }
    // A word of models some way before: 언어모델 ... '윤슬'.
    for (std::size_t i = quote_.open, steps = 0; i-- > 0 && steps < 6; ++steps) {
      if (!scan_.is_run(i)) continue;
      const std::u32string_view near = scan_.stem(i);
      if (scan_.lexicon.model_kind.contains(near) || near.ends_with(U"모델")) {
        of(EntityLabel::kModel) += 0.8;
        break;
      }
    }
  }

  void kind_behind() {
    const std::size_t next = behind();
    for (std::size_t i = next, steps = 0; i < scan_.words.size() && steps < 3; ++i, ++steps) {
      if (!scan_.is_run(i)) break;
      const std::u32string_view word = scan_.stem(i);
      if (i == next && scan_.words[i].glued) {
        const auto particle = parse_particle(scan_.text(i), name_.back());
        if (particle && particle->grammatical_case != Case::kNamed &&
            particle->grammatical_case != Case::kNone)
          break;
        continue;
      }
      if (scan_.lexicon.model_kind.contains(word)) of(EntityLabel::kModel) += 3;
      if (scan_.lexicon.product_kind.contains(word)) of(EntityLabel::kProduct) += 3;
      if (!scan_.is_bare(i)) break;
    }
  }

  // What is launched, made, applied or used is a thing; the verb ends the clause to the right.
  void verb_behind() {
    for (std::size_t i = quote_.close + 1, runs = 0; i < scan_.words.size() && runs < 9; ++i) {
      if (!scan_.is_run(i)) continue;
      ++runs;
      if (scan_.words[i].word_class != WordClass::kVerbal) continue;
      if (scan_.lexicon.making_verb.contains(scan_.words[i].lemma)) return either(1.9);
    }
  }

  const SentenceScan& scan_;
  const Quotation& quote_;
  std::u32string_view name_;
  std::array<double, 5> points_{};
};

}  // namespace

void find_quoted_names(const SentenceScan& scan, NameTable& table) {
  for (const Quotation& quote : quotations(scan)) QuotedName(scan, quote).weigh(table);
}

}  // namespace yeon::ingest::korean
