#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What a token is, coarsely, in both languages.
enum class PartOfSpeech : std::uint8_t {
  kNoun,        ///< common noun; verbal nouns too (인수, 체결)
  kProperNoun,  ///< known to the dictionary as a name, or capitalised (English)
  kPronoun,
  kNumber,  ///< digits, numerals
  kVerb,    ///< also 하다, 되다 behind a verbal noun, and auxiliaries
  kAdjective,
  kAdverb,      ///< conjunctive adverbs too
  kDeterminer,  ///< 이, 그, 한, the, a, its
  kAdposition,  ///< Korean particle, English preposition
  kConjunction,
  kEnding,   ///< Korean verbal ending, also fused with its stem's last syllable
  kCopula,   ///< 이다, be
  kAffix,    ///< prefix or suffix
  kSymbol,   ///< punctuation and other signs
  kForeign,  ///< letters of another script than the article's own
  kUnknown,
};

/// Flags of Token::flags.
enum TokenFlag : std::uint16_t {
  kSpaceBefore = 1 << 0,  ///< white space or the sentence's start stands before it
  kTitleCase = 1 << 1,    ///< English: begins with a capital
  kAllCaps = 1 << 2,
  kSentenceStart = 1 << 3,      ///< first word of its sentence
  kDictionaryUnknown = 1 << 4,  ///< the dictionary does not have it
  kVerbalNoun = 1 << 5,         ///< noun that becomes a verb by 하다, 되다
  kInQuotes = 1 << 6,
};

/// One morpheme (Korean) or word (English). Views point into Document::text or the analyser's
/// lemma pool, which Document owns.
struct Token {
  TextSpan span;  ///< code points of the article
  std::string_view surface;
  std::string_view lemma;  ///< dictionary form: 맺 for 맺었, sign for signed; else the surface
  PartOfSpeech pos = PartOfSpeech::kUnknown;
  std::uint16_t flags = 0;
};

enum class SentenceKind : std::uint8_t {
  kTitle,   ///< headline or sub-headline
  kByline,  ///< date line, reporter, source line
  kCaption,
  kBody,
  kBoilerplate,  ///< e-mail line, copyright, "(끝)", sections of the site
};

struct Sentence {
  std::uint32_t index = 0;  ///< from 1, through the whole file
  TextSpan span;            ///< without the white space around it
  SentenceKind kind = SentenceKind::kBody;
  /// Where the statement begins: behind a dateline such as "(서울=통신) 홍길동 기자 = ", else
  /// span.start. Names before it are no mentions.
  std::uint32_t content_start = 0;
  std::vector<Token> tokens;
};

/// A calendar day.
struct Day {
  std::int32_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
};

/// One article on its way through extraction. Movable, not copied: tokens view into `text`.
struct Document {
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::string source_path;
  Language language = Language::kKorean;
  std::string title;      ///< headline; may be empty
  std::string source;     ///< paper or agency; may be empty
  std::string published;  ///< ISO date or date-time; may be empty
  std::optional<Day> published_day;
  std::vector<std::string> ignored_names;  ///< the paper, its agency, the byline's reporters

  /// The article as code points, and in UTF-8. byte_offsets has size() + 1 entries: where each
  /// code point starts in `text`. Held behind pointers' stability: never changed once sentences
  /// have been cut.
  std::u32string points;
  std::string text;
  std::vector<std::uint32_t> byte_offsets;

  std::vector<Sentence> sentences;

  /// UTF-8 slice; valid while the document's text is.
  std::string_view slice(TextSpan span) const {
    return std::string_view(text).substr(byte_offsets[span.start],
                                         byte_offsets[span.end] - byte_offsets[span.start]);
  }
  std::u32string_view slice_points(TextSpan span) const {
    return std::u32string_view(points).substr(span.start, span.end - span.start);
  }
};

}  // namespace yeon::ingest
