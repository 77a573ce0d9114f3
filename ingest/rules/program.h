#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace yeon::ingest::rules {

enum class ElementKind : std::uint8_t {
  kWord,     ///< lemma or surface
  kSurface,  ///< surface only
  kMention,
  kList,  ///< any phrase of a list
  kPos,
  kGap,    ///< any unit that ends no clause
  kGroup,  ///< alternatives
};

struct Element;
using Sequence = std::vector<Element>;

/// One element of a pattern, with how often it may stand.
struct Element {
  ElementKind kind = ElementKind::kWord;
  bool negated = false;  ///< one unit that is not this (no groups)
  std::uint16_t least = 1;
  std::uint16_t most = 1;
  std::uint8_t labels = 0;  ///< kMention: bit per EntityLabel
  PartOfSpeech pos = PartOfSpeech::kUnknown;
  std::uint32_t list = 0;              ///< kList: index into ProgramData::lists
  std::string text;                    ///< kWord, kSurface
  std::string capture;                 ///< empty: captures nothing
  std::vector<std::string> particles;  ///< the last unit must carry one of these; empty: any
  std::vector<Sequence> alternatives;  ///< kGroup
};

/// A word list: phrases of one or more words, longest first.
using Phrases = std::vector<std::vector<std::string>>;

struct ProgramData {
  std::vector<Rule> rules;
  std::vector<std::vector<Sequence>> patterns;  ///< per rule, each `match` line
  std::vector<Phrases> lists;
  std::map<std::string, std::uint32_t, std::less<>> list_names;
};

Result<ProgramData> compile(std::string_view text, std::string_view file_name);

/// Matches patterns at given units by backtracking: repeats are greedy, gaps lazy. Exponential
/// patterns are cut off by a step limit, as a rule file may come from anyone.
class Matcher {
 public:
  Matcher(const ProgramData& program, std::span<const Unit> units)
      : program_(program), units_(units) {}

  /// Whether `pattern` matches from unit `at` on; fills begin, end and captures.
  bool match(const Sequence& pattern, std::uint32_t at, RuleMatch& result);

 private:
  struct Rest;  // what remains to be matched behind the current sequence

  bool sequence(const Sequence& elements, std::size_t index, std::uint32_t at, const Rest* rest);
  bool repeat(const Sequence& elements, std::size_t index, std::uint32_t at, std::uint32_t begin,
              std::uint16_t count, const Rest* rest);
  bool finish(const Rest* rest, std::uint32_t at);
  bool one_unit(const Element& element, std::uint32_t at) const;
  std::uint32_t phrase_end(const Phrases& phrases, std::uint32_t at) const;
  bool particle_fits(const Element& element, std::uint32_t end) const;

  const ProgramData& program_;
  std::span<const Unit> units_;
  std::vector<Capture> captures_;
  std::uint32_t end_ = 0;
  std::uint32_t steps_ = 0;
};

}  // namespace yeon::ingest::rules

namespace yeon::ingest {

struct RuleSet::Program {
  rules::ProgramData data;
};

}  // namespace yeon::ingest
