#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yeon::ingest::korean {

/// How a verb form joins what follows.
enum class Ending : std::uint8_t {
  kNone,         ///< no verb form
  kFinal,        ///< -다, -까, -요: the sentence's verb
  kQuote,        ///< -다고, -라고, -다며, -라며: what is said
  kQuoteNoun,    ///< -다는, -라는: modifies a noun of saying (소문, 설)
  kAttributive,  ///< -는, -ㄴ, -ㄹ, -던: modifies the next noun
  kAnd,          ///< -고, -며, -으며
  kBut,          ///< -지만, -으나, -는데
  kAdverbial,  ///< -아/어, -아서/어서, -면서, -려고, -도록, -게, -면, -자: a lesser clause
  kNominal,  ///< -기, -ㅁ
  kDecided,  ///< -기로
};

enum class Tense : std::uint8_t { kPresent, kPast, kFuture };

struct VerbForm {
  Ending ending = Ending::kNone;
  Tense tense = Tense::kPresent;
};

/// Reads the end of a verb's surface form (with any particle behind -기, -ㅁ, -고). kNone where it
/// looks like no verb form at all. Method: closed list of endings, longest first, and the final
/// consonant of the last syllable.
VerbForm verb_form(std::u32string_view surface);

/// The dictionary stem of a verb form, near enough where no dictionary tells it: 맺 for 맺었다,
/// 밝히 for 밝혔다. Irregular stems come out as they look.
std::u32string guess_stem(std::u32string_view surface);

}  // namespace yeon::ingest::korean
