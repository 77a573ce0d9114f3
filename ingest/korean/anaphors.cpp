#include "korean/anaphors.h"

#include "analysis/points.h"
#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

/// Reads one sentence.
class AnaphorFinder {
 public:
  AnaphorFinder(const Document& document, const Lexicon& lexicon, const std::vector<Word>& words,
                std::uint32_t sentence, std::vector<Mention>& mentions)
      : document_(document),
        lexicon_(lexicon),
        words_(words),
        sentence_(sentence),
        out_(mentions) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].kind != WordKind::kRun || taken(words_[i].span)) continue;
      if (two_words(i)) {
        ++i;
        continue;
      }
      one_word(i);
    }
  }

 private:
  std::u32string stem(std::size_t i) const {
    return std::u32string(document_.slice_points({words_[i].span.start, words_[i].stem_end}));
  }
  bool bare(std::size_t i) const { return words_[i].stem_end == words_[i].span.end; }
  bool taken(TextSpan span) const {
    return std::any_of(out_.rbegin(), out_.rend(), [&](const Mention& m) {
      return m.sentence == sentence_ && m.outer_start < span.end && span.start < m.outer_end;
    });
  }
  bool is_run(std::size_t i) const { return i < words_.size() && words_[i].kind == WordKind::kRun; }

  void add(TextSpan span, EntityLabel label, MentionForm form, std::uint8_t count) {
    Mention mention;
    mention.label = label;
    mention.form = form;
    mention.sentence = sentence_;
    mention.span = span;
    mention.outer_start = span.start;
    mention.outer_end = span.end;
    mention.count = count;
    mention.name = to_utf8(document_.slice_points(span));
    out_.push_back(std::move(mention));
  }

  // 두 회사, 이 회사, 정 대표: two words with nothing between.
  bool two_words(std::size_t i) {
    if (!is_run(i + 1) || words_[i + 1].glued || taken(words_[i + 1].span)) return false;
    const std::u32string first(document_.slice_points(words_[i].span));
    const std::u32string second = stem(i + 1);
    const TextSpan span{words_[i].span.start, words_[i + 1].stem_end};
    const std::u32string both = first + second;
    if (lexicon_.both.contains(both)) return add_true(span, EntityLabel::kFirm, 2);
    if (lexicon_.several.contains(both)) return add_true(span, EntityLabel::kFirm, 3);
    if (lexicon_.firm_anaphor.contains(both)) return add_true(span, EntityLabel::kFirm, 1);
    if (lexicon_.org_anaphor.contains(both)) return add_true(span, EntityLabel::kOrganization, 1);
    if (first == U"회사" && second == U"측") return add_true(span, EntityLabel::kFirm, 1);
    const bool office = lexicon_.office(second).has_value() ||
                        (second.ends_with(U"장") && lexicon_.office_tail(second).length >= 2);
    if (bare(i) && lexicon_.surnames.contains(first) && office) {
      add(span, EntityLabel::kPerson, MentionForm::kShortTitle, 1);
      const auto tail = lexicon_.office_tail(second);
      out_.back().office = to_utf8(std::u32string_view(second).substr(second.size() - tail.length));
      return true;
    }
    return false;
  }

  bool add_true(TextSpan span, EntityLabel label, std::uint8_t count) {
    add(span, label, MentionForm::kAnaphor, count);
    return true;
  }

  void one_word(std::size_t i) {
    const std::u32string word = stem(i);
    const TextSpan span{words_[i].span.start, words_[i].stem_end};
    if (lexicon_.both.contains(word))
      return add(span, EntityLabel::kFirm, MentionForm::kAnaphor, 2);
    if (lexicon_.several.contains(word))
      return add(span, EntityLabel::kFirm, MentionForm::kAnaphor, 3);
    // 회사는, 그룹은: as a topic it is the one spoken of; elsewhere it is a common noun.
    const Case c = words_[i].particle.grammatical_case;
    const bool topical = words_[i].particle.topic || c == Case::kSubject;
    if (lexicon_.firm_anaphor.contains(word) && topical && (i == 0 || !modified(i))) {
      return add(span, EntityLabel::kFirm, MentionForm::kAnaphor, 1);
    }
    // 그룹의 로봇 계열사: at a sentence's beginning.
    if (lexicon_.firm_anaphor.contains(word) && c == Case::kGenitive && i == 0) {
      return add(span, EntityLabel::kFirm, MentionForm::kAnaphor, 1);
    }
    if (word == U"자사" && (c == Case::kGenitive || c == Case::kNone)) {
      return add(span, EntityLabel::kFirm, MentionForm::kAnaphor, 1);
    }
    if (lexicon_.person_anaphor.contains(word) && topical) {
      add(span, EntityLabel::kPerson, MentionForm::kAnaphor, 1);
    }
  }

  // '세운 회사는', '다른 회사는', '반도체 회사는': no pointing back.
  bool modified(std::size_t i) const {
    if (words_[i - 1].kind != WordKind::kRun) return false;
    const Word& before = words_[i - 1];
    if (before.word_class == WordClass::kModifier) return true;
    if (before.word_class == WordClass::kVerbal) return before.form.ending == Ending::kAttributive;
    return before.word_class == WordClass::kNominal && before.stem_end == before.span.end;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const std::vector<Word>& words_;
  std::uint32_t sentence_;
  std::vector<Mention>& out_;
};

}  // namespace

void add_anaphors(const Document& document, const std::vector<std::vector<Word>>& words,
                  const Lexicon& lexicon, std::vector<Mention>& mentions) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!words[i].empty()) AnaphorFinder(document, lexicon, words[i], i, mentions).run();
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
}

}  // namespace yeon::ingest::korean
