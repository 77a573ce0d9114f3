#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "korean/lexicon.h"
#include "korean/names/name_table.h"
#include "korean/word.h"
#include "mention/gazetteer.h"

namespace yeon::ingest::korean {

/// A listed name standing at word borders, with nothing but particles behind it.
struct ListedName {
  std::uint32_t entry = 0;
  TextSpan span;
};

/// One sentence as the name finders see it.
struct SentenceScan {
  const Document& document;
  const Lexicon& lexicon;
  const Gazetteer& gazetteer;
  std::uint32_t sentence = 0;  ///< index into Document::sentences
  std::span<const Word> words;
  std::span<const ListedName> listed;  ///< by position; of overlapping ones all

  bool is_run(std::size_t i) const { return i < words.size() && words[i].kind == WordKind::kRun; }
  bool is_kind(std::size_t i, WordKind kind) const {
    return i < words.size() && words[i].kind == kind;
  }
  std::u32string_view text(std::size_t i) const { return document.slice_points(words[i].span); }
  std::u32string_view stem(std::size_t i) const {
    return document.slice_points({words[i].span.start, words[i].stem_end});
  }
  /// Nothing sticks to the stem.
  bool is_bare(std::size_t i) const { return words[i].stem_end == words[i].span.end; }
  /// The listed name that begins at code point `start`, the longest; nullptr: none.
  const ListedName* listed_at(std::uint32_t start) const;

  /// A word that could be a name or part of one: nominal, in no closed list of common words.
  bool may_name(std::size_t i) const;
  /// The same without asking the dictionary: behind a kind word (기업 배움터) a common noun may be
  /// one.
  bool may_name_if_introduced(std::size_t i) const;
  /// A word that ends a name of several words to its right: a common noun, verb, number, sign.
  bool stops_name(std::size_t i) const;
  /// A kind of firm: the word itself or its tail (간편결제업체).
  bool is_firm_kind(std::size_t i) const;
};

/// Each looks for one sort of evidence.
void find_listed_names(const SentenceScan& scan, NameTable& table);
void find_quoted_names(const SentenceScan& scan, NameTable& table);
void find_tickers(const SentenceScan& scan, NameTable& table);
void find_names_in_context(const SentenceScan& scan, NameTable& table);
void find_shaped_names(const SentenceScan& scan, NameTable& table);
void find_persons(const SentenceScan& scan, NameTable& table);
/// Unknown members of lists that hold a known name (미리내와 새롬, 아라가). Runs after the others.
void find_list_members(const SentenceScan& scan, NameTable& table);

/// Whether `word` looks like a Korean full name: one of the surnames and one or two syllables.
/// 0: no; 1: maybe; 2: the given name is a known one.
int korean_name_likeness(std::u32string_view word, const Lexicon& lexicon);

}  // namespace yeon::ingest::korean
