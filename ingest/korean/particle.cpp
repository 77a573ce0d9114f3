#include "korean/particle.h"

#include <array>

#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

enum class After : std::uint8_t { kAny, kConsonant, kVowel };

struct Form {
  std::u32string_view text;
  After after;
  Particle particle;
};

constexpr Particle of(Case c, bool topic = false, bool additive = false) {
  return {c, topic, additive, false, false, false};
}
constexpr Particle copula(bool past, bool attributive, bool final) {
  return {Case::kCopula, false, false, past, attributive, final};
}

constexpr After kAny = After::kAny;
constexpr After kCons = After::kConsonant;
constexpr After kVowel = After::kVowel;

// A closed class of the language, not of any text: so it is code.
constexpr Form kForms[] = {
    {U"은", kCons, of(Case::kTopic, true)},
    {U"는", kVowel, of(Case::kTopic, true)},
    {U"이", kCons, of(Case::kSubject)},
    {U"가", kVowel, of(Case::kSubject)},
    {U"께서", kAny, of(Case::kSubject)},
    {U"께서는", kAny, of(Case::kTopic, true)},
    {U"도", kAny, of(Case::kAlso, false, true)},
    {U"만", kAny, of(Case::kAlso)},
    {U"만이", kAny, of(Case::kSubject)},
    {U"만을", kAny, of(Case::kObject)},
    {U"을", kCons, of(Case::kObject)},
    {U"를", kVowel, of(Case::kObject)},
    {U"과", kCons, of(Case::kWith)},
    {U"와", kVowel, of(Case::kWith)},
    {U"과는", kCons, of(Case::kWith, true)},
    {U"와는", kVowel, of(Case::kWith, true)},
    {U"과도", kCons, of(Case::kWith, false, true)},
    {U"와도", kVowel, of(Case::kWith, false, true)},
    {U"랑", kVowel, of(Case::kWith)},
    {U"이랑", kCons, of(Case::kWith)},
    {U"과의", kCons, of(Case::kWithGenitive)},
    {U"와의", kVowel, of(Case::kWithGenitive)},
    {U"의", kAny, of(Case::kGenitive)},
    {U"에", kAny, of(Case::kDative)},
    {U"에는", kAny, of(Case::kDative, true)},
    {U"에도", kAny, of(Case::kDative, false, true)},
    {U"에만", kAny, of(Case::kDative)},
    {U"에게", kAny, of(Case::kDative)},
    {U"에게는", kAny, of(Case::kDative, true)},
    {U"에게도", kAny, of(Case::kDative, false, true)},
    {U"에서", kAny, of(Case::kLocative)},
    {U"에서는", kAny, of(Case::kLocative, true)},
    {U"에서도", kAny, of(Case::kLocative, false, true)},
    {U"에서의", kAny, of(Case::kGenitive)},
    {U"에게서", kAny, of(Case::kFrom)},
    {U"으로부터", kCons, of(Case::kFrom)},
    {U"로부터", kAny, of(Case::kFrom)},
    {U"으로부터의", kCons, of(Case::kFrom)},
    {U"로부터의", kAny, of(Case::kFrom)},
    {U"으로", kCons, of(Case::kMeans)},
    {U"로", kAny, of(Case::kMeans)},
    {U"으로는", kCons, of(Case::kMeans, true)},
    {U"로는", kAny, of(Case::kMeans, true)},
    {U"으로도", kCons, of(Case::kMeans, false, true)},
    {U"로도", kAny, of(Case::kMeans, false, true)},
    {U"으로서", kCons, of(Case::kMeans)},
    {U"로서", kAny, of(Case::kMeans)},
    {U"으로써", kCons, of(Case::kMeans)},
    {U"로써", kAny, of(Case::kMeans)},
    {U"나", kVowel, of(Case::kOr)},
    {U"이나", kCons, of(Case::kOr)},
    {U"든", kVowel, of(Case::kOr)},
    {U"이든", kCons, of(Case::kOr)},
    {U"보다", kAny, of(Case::kThan)},
    {U"보다는", kAny, of(Case::kThan)},
    {U"까지", kAny, of(Case::kUntil)},
    {U"까지도", kAny, of(Case::kUntil)},
    {U"까지는", kAny, of(Case::kUntil)},
    {U"부터", kAny, of(Case::kUntil)},
    {U"부터는", kAny, of(Case::kUntil)},
    {U"마저", kAny, of(Case::kAlso)},
    {U"조차", kAny, of(Case::kAlso)},
    {U"뿐", kAny, of(Case::kAlso)},
    {U"처럼", kAny, of(Case::kLike)},
    {U"같이", kAny, of(Case::kLike)},
    {U"라는", kVowel, of(Case::kNamed)},
    {U"이라는", kAny, of(Case::kNamed)},
    {U"라고", kVowel, of(Case::kNamed)},
    {U"이라고", kAny, of(Case::kNamed)},
    {U"란", kVowel, of(Case::kTopic, true)},
    {U"이란", kCons, of(Case::kTopic, true)},
    {U"다", kVowel, copula(false, false, true)},
    {U"이다", kAny, copula(false, false, true)},
    {U"였다", kVowel, copula(true, false, true)},
    {U"이었다", kAny, copula(true, false, true)},
    {U"인", kAny, copula(false, true, false)},
    {U"이던", kAny, copula(true, true, false)},
    {U"던", kVowel, copula(true, true, false)},
    {U"였던", kVowel, copula(true, true, false)},
    {U"이었던", kAny, copula(true, true, false)},
    {U"이며", kAny, copula(false, false, false)},
    {U"며", kVowel, copula(false, false, false)},
    {U"이고", kAny, copula(false, false, false)},
    {U"고", kVowel, copula(false, false, false)},
    {U"이자", kAny, copula(false, false, false)},
    {U"자", kVowel, copula(false, false, false)},
    {U"이지만", kAny, copula(false, false, false)},
    {U"지만", kVowel, copula(false, false, false)},
    {U"이면서", kAny, copula(false, false, false)},
    {U"인데", kAny, copula(false, false, false)},
    {U"이기도", kAny, copula(false, false, true)},
    {U"기도", kVowel, copula(false, false, true)},
    {U"이라며", kAny, copula(false, false, false)},
    {U"라며", kVowel, copula(false, false, false)},
    {U"이라", kAny, copula(false, false, false)},
    {U"라", kVowel, copula(false, false, false)},
    {U"임", kAny, copula(false, false, true)},
};

constexpr std::size_t kLongest = 5;

// 로 goes with ㄹ too (서울로), but not with other consonants (삼성로 is a street).
bool fits(const Form& form, char32_t before) {
  if (form.text.front() == U'로' && is_syllable(before)) {
    const unsigned final = final_of(before);
    return final == kFinalNone || final == kFinalL;
  }
  // Latin words and digits are read in more than one way, so both forms are let pass.
  if (form.after == After::kAny || !is_syllable(before)) return true;
  return ends_in_consonant(before) == (form.after == After::kConsonant);
}

// Forms by their first code point would be a table of its own; a sorted index is small and quick.
struct Index {
  std::array<std::uint8_t, std::size(kForms)> order{};
  constexpr Index() {
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
    for (std::size_t i = 1; i < order.size(); ++i) {
      for (std::size_t j = i; j > 0 && kForms[order[j]].text < kForms[order[j - 1]].text; --j) {
        const std::uint8_t kept = order[j];
        order[j] = order[j - 1];
        order[j - 1] = kept;
      }
    }
  }
};
constexpr Index kIndex;

const Form* find_form(std::u32string_view text) {
  const auto* end = kIndex.order.data() + kIndex.order.size();
  const auto* at = std::lower_bound(
      kIndex.order.data(), end, text,
      [](std::uint8_t index, std::u32string_view wanted) { return kForms[index].text < wanted; });
  return at != end && kForms[*at].text == text ? &kForms[*at] : nullptr;
}

}  // namespace

std::optional<Particle> parse_particle(std::u32string_view tail, char32_t before) {
  if (tail.empty()) return Particle{};
  if (tail.size() > kLongest) return std::nullopt;
  const Form* form = find_form(tail);
  if (form == nullptr || !fits(*form, before)) return std::nullopt;
  return form->particle;
}

std::uint32_t particle_length(std::u32string_view word) {
  for (std::size_t length = std::min(kLongest, word.size() - 1); length > 0 && word.size() > 1;
       --length) {
    const std::u32string_view tail = word.substr(word.size() - length);
    const Form* form = find_form(tail);
    if (form != nullptr && fits(*form, word[word.size() - length - 1])) {
      return static_cast<std::uint32_t>(length);
    }
  }
  return 0;
}

}  // namespace yeon::ingest::korean
