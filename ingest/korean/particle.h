#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yeon::ingest::korean {

/// What a noun's particles make of it in its clause.
enum class Case : std::uint8_t {
  kNone,          ///< bare: modifies the next noun, or its particle is dropped (headlines)
  kTopic,         ///< 은, 는
  kSubject,       ///< 이, 가, 께서
  kAlso,          ///< 도, 만: subject or object
  kObject,        ///< 을, 를
  kWith,          ///< 와, 과, 와도, 와는
  kWithGenitive,  ///< 와의, 과의
  kGenitive,      ///< 의
  kDative,        ///< 에, 에게
  kLocative,      ///< 에서
  kFrom,          ///< 로부터, 에게서
  kMeans,         ///< 로, 으로, 로서
  kOr,            ///< 나, 이나: one of a list
  kThan,          ///< 보다
  kUntil,         ///< 까지, 부터
  kLike,          ///< 처럼, 같이
  kCopula,        ///< 이다, 다, 인, 이며, 였다: the noun is the predicate
  kNamed,         ///< 라는, 이라는, 라고
};

/// Particles at a noun's end.
struct Particle {
  Case grammatical_case = Case::kNone;
  bool topic = false;        ///< 은/는 behind another particle too (에는, 와는)
  bool additive = false;     ///< 도 (와도, 에도)
  bool past = false;         ///< kCopula: 였다, 이었다
  bool attributive = false;  ///< kCopula: 인, 이던
  bool final = false;        ///< kCopula ends its clause for good: 다, 이다, 였다
};

/// Reads `tail`, all that follows a noun within its word, as particles or copula. nullopt: it is
/// something else, so the noun goes on or the word is another one. `before` is the noun's last
/// code point; allomorphs that do not fit it (은 behind a vowel) are refused.
/// Cost: one look-up in a table of some 120 forms.
std::optional<Particle> parse_particle(std::u32string_view tail, char32_t before);

/// How many code points at the end of `word` are particles, by the longest form that fits; 0 where
/// none does or nothing would be left. For words no analyser has cut.
std::uint32_t particle_length(std::u32string_view word);

}  // namespace yeon::ingest::korean
