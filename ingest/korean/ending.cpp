#include "korean/ending.h"

#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

struct Suffix {
  std::u32string_view text;
  Ending ending;
};

// Longest first within what shares an end. A closed class of the language, so it is code.
constexpr Suffix kSuffixes[] = {
    {U"다면서", Ending::kQuote},   {U"라면서", Ending::kQuote},   {U"다면서도", Ending::kQuote},
    {U"다고만", Ending::kQuote},   {U"다고는", Ending::kQuote},   {U"다고도", Ending::kQuote},
    {U"라고만", Ending::kQuote},   {U"라고도", Ending::kQuote},   {U"다고", Ending::kQuote},
    {U"라고", Ending::kQuote},     {U"자고", Ending::kQuote},     {U"냐고", Ending::kQuote},
    {U"다며", Ending::kQuote},     {U"라며", Ending::kQuote},     {U"자며", Ending::kQuote},
    {U"다는", Ending::kQuoteNoun}, {U"라는", Ending::kQuoteNoun}, {U"자는", Ending::kQuoteNoun},
    {U"다던", Ending::kQuoteNoun}, {U"냐는", Ending::kQuoteNoun}, {U"단", Ending::kQuoteNoun},
    {U"란", Ending::kQuoteNoun},   {U"기로", Ending::kDecided},   {U"기로는", Ending::kDecided},
    {U"기를", Ending::kNominal},   {U"기가", Ending::kNominal},   {U"기는", Ending::kNominal},
    {U"기도", Ending::kNominal},   {U"기에", Ending::kNominal},   {U"기까지", Ending::kNominal},
    {U"기", Ending::kNominal},     {U"지만", Ending::kBut},       {U"으나", Ending::kBut},
    {U"는데", Ending::kBut},       {U"은데", Ending::kBut},       {U"인데", Ending::kBut},
    {U"한데", Ending::kBut},       {U"던데", Ending::kBut},       {U"면서도", Ending::kBut},
    {U"더라도", Ending::kBut},     {U"면서", Ending::kAdverbial}, {U"으면서", Ending::kAdverbial},
    {U"으며", Ending::kAnd},       {U"며", Ending::kAnd},         {U"고서", Ending::kAnd},
    {U"고는", Ending::kAnd},       {U"고도", Ending::kAnd},       {U"고", Ending::kAnd},
    {U"거나", Ending::kAnd},       {U"려고", Ending::kAdverbial}, {U"으려", Ending::kAdverbial},
    {U"려", Ending::kAdverbial},   {U"도록", Ending::kAdverbial}, {U"아서", Ending::kAdverbial},
    {U"어서", Ending::kAdverbial}, {U"해서", Ending::kAdverbial}, {U"여서", Ending::kAdverbial},
    {U"으면", Ending::kAdverbial}, {U"다가", Ending::kAdverbial}, {U"면", Ending::kAdverbial},
    {U"자", Ending::kAdverbial},   {U"게", Ending::kAdverbial},   {U"게끔", Ending::kAdverbial},
    {U"듯", Ending::kAdverbial},   {U"지", Ending::kAdverbial},   {U"지는", Ending::kAdverbial},
    {U"지도", Ending::kAdverbial}, {U"던", Ending::kAttributive}, {U"는", Ending::kAttributive},
    {U"다", Ending::kFinal},       {U"까", Ending::kFinal},       {U"요", Ending::kFinal},
    {U"라", Ending::kFinal},       {U"죠", Ending::kFinal},
};

// 했, 갔, 었, 됐: a syllable of the past closes in ㅆ. 있 and 겠 do too, but tell no past.
bool is_past_syllable(char32_t c) {
  return is_syllable(c) && final_of(c) == kFinalSs && c != U'있' && c != U'겠';
}

// A past syllable's vowel as the stem has it: 혔 -> 히, 왔 -> 오, 줬 -> 주, 됐 -> 되.
char32_t uncontracted(char32_t c) {
  constexpr unsigned kVowelStride = 28;
  const unsigned index = static_cast<unsigned>(c - 0xAC00) / kVowelStride;
  const unsigned vowel = index % 21;
  unsigned plain = vowel;
  if (vowel == 6) plain = 20;   // ㅕ: ㅣ
  if (vowel == 9) plain = 8;    // ㅘ: ㅗ
  if (vowel == 14) plain = 13;  // ㅝ: ㅜ
  if (vowel == 10) plain = 11;  // ㅙ: ㅚ
  return 0xAC00 + static_cast<char32_t>((index - vowel + plain) * kVowelStride);
}

}  // namespace

VerbForm verb_form(std::u32string_view surface) {
  const Suffix* best = nullptr;
  for (const Suffix& suffix : kSuffixes) {
    if (surface.size() > suffix.text.size() && surface.ends_with(suffix.text) &&
        (best == nullptr || suffix.text.size() > best->text.size())) {
      best = &suffix;
    }
  }
  VerbForm form;
  const char32_t last = surface.empty() ? U' ' : surface.back();
  std::u32string_view stem = surface;
  if (best != nullptr) {
    form.ending = best->ending;
    stem = surface.substr(0, surface.size() - best->text.size());
    if (best->text == U"던") form.tense = Tense::kPast;
  } else if (is_syllable(last)) {
    const unsigned final = final_of(last);
    if (final == kFinalN || final == kFinalL) {
      form.ending = Ending::kAttributive;
      form.tense = final == kFinalL ? Tense::kFuture : Tense::kPast;
    } else if (final == kFinalM) {
      form.ending = Ending::kNominal;
    } else if (final == kFinalNone) {
      form.ending = Ending::kAdverbial;
    }
  }
  for (const char32_t c : stem.substr(stem.size() > 2 ? stem.size() - 2 : 0)) {
    if (is_past_syllable(c)) form.tense = Tense::kPast;
    if (c == U'겠') form.tense = Tense::kFuture;
  }
  return form;
}

std::u32string guess_stem(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (!is_syllable(c) || final_of(c) != kFinalSs) continue;
    if (c == U'있' || c == U'겠') return std::u32string(word.substr(0, c == U'있' ? i + 1 : i));
    if (i > 0 && (c == U'았' || c == U'었')) return std::u32string(word.substr(0, i));
    return std::u32string(word.substr(0, i)) + uncontracted(c);
  }
  constexpr std::u32string_view kEndings[] = {U"는다고", U"는다는", U"는다", U"기로", U"는데",
                                              U"지만",   U"으나",   U"고",   U"며",   U"는",
                                              U"던",     U"다고",   U"다는", U"다"};
  for (const std::u32string_view ending : kEndings) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    std::u32string stem(word.substr(0, word.size() - ending.size()));
    // 쓰인다: the ㄴ is the ending's.
    if (ending.front() == U'다' && final_of(stem.back()) == kFinalN) {
      stem.back() = with_final(stem.back(), kFinalNone);
    }
    return stem;
  }
  return std::u32string(word);
}

}  // namespace yeon::ingest::korean
