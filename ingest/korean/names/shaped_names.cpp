#include "korean/hangul.h"
#include "korean/names/scan.h"

namespace yeon::ingest::korean {
namespace {

bool is_version_word(std::u32string_view word) {
  if (word.empty()) return false;
  const bool digit = std::any_of(word.begin(), word.end(), is_digit);
  const bool plain = std::all_of(word.begin(), word.end(), [](char32_t c) {
    return is_digit(c) || is_latin(c) || c == U'.' || c == U'-' || c == U'+';
  });
  return plain && (digit || word.back() == U'+') && word.size() <= 8;
}

// Letters, then digits, in one run: HBM3E, GPT-4o, R2M, H100. Not: 3D, 2025, 5G, 1Q.
bool is_model_number(std::u32string_view word) {
  if (word.size() < 2 || word.size() > 20 || !is_latin(word.front())) return false;
  const bool digit = std::any_of(word.begin(), word.end(), is_digit);
  const bool plain = std::all_of(word.begin(), word.end(), [](char32_t c) {
    return is_digit(c) || is_latin(c) || c == U'.' || c == U'-' || c == U'+';
  });
  return digit && plain;
}

/// A family's name with its version and variant: 윤슬 3, 윤슬 프로 2, Lark 8x22B.
class FamilyVersion {
 public:
  FamilyVersion(const SentenceScan& scan, const ListedName& family, NameTable& table)
      : scan_(scan), family_(family), table_(table) {}

  void run() {
    std::size_t i = 0;
    while (i < scan_.words.size() && scan_.words[i].span.end < family_.span.end) ++i;
    if (i >= scan_.words.size()) return;
    std::uint32_t end = family_.span.end;
    bool version = false;
    if (scan_.words[i].span.end == family_.span.end) {
      for (std::size_t next = i + 1; next < scan_.words.size() && next < i + 4; ++next) {
        if (!scan_.is_run(next) || scan_.words[next].glued) break;
        const std::u32string_view word = scan_.stem(next);
        const bool number = is_version_word(word) && !counts_something(next);
        const bool variant = scan_.lexicon.model_variant.contains(word);
        if (!number && !variant) break;
        version = true;
        end = scan_.words[next].stem_end;
        if (!scan_.is_bare(next)) break;
      }
    }
    if (!version) return;
    const EntityLabel label = scan_.gazetteer.entry(family_.entry).label;
    table_.add(scan_.document.slice_points({family_.span.start, end}), label, 5, scan_.sentence);
  }

 private:
  // '솔라 3개', '라마 2마리': a number with a counter is no version.
  bool counts_something(std::size_t i) const {
    const std::u32string_view word = scan_.text(i);
    return is_syllable(word.back()) && !parse_particle(word.substr(scan_.stem(i).size()), U'3');
  }

  const SentenceScan& scan_;
  const ListedName& family_;
  NameTable& table_;
};

}  // namespace

void find_shaped_names(const SentenceScan& scan, NameTable& table) {
  for (const ListedName& listed : scan.listed) {
    const EntityLabel label = scan.gazetteer.entry(listed.entry).label;
    if (label == EntityLabel::kModel || label == EntityLabel::kProduct) {
      FamilyVersion(scan, listed, table).run();
    }
  }
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    if (!scan.is_run(i) || scan.words[i].in_quotes || scan.words[i].in_brackets) continue;
    // The run up to its Hangul particle.
    const std::u32string_view whole = scan.text(i);
    std::size_t length = 0;
    while (length < whole.size() && !is_syllable(whole[length])) ++length;
    const std::u32string_view word = whole.substr(0, length);
    if (!is_model_number(word) || scan.lexicon.generic_latin.contains(word)) continue;
    if (length < whole.size() && !parse_particle(whole.substr(length), word.back())) continue;
    table.add(word, EntityLabel::kProduct, word.size() >= 4 ? 3.0 : 1.8, scan.sentence);
  }
}

}  // namespace yeon::ingest::korean
