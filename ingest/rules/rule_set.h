#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/unit.h"
#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// What a rule captured: stretches of units by the name given in its pattern.
struct Capture {
  std::string_view name;    ///< subject, object, title, or any other word of the pattern
  std::uint32_t begin = 0;  ///< units
  std::uint32_t end = 0;
};

/// One match of one rule over the units of a sentence.
struct RuleMatch {
  std::uint32_t rule = 0;  ///< index for RuleSet::rule
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Capture> captures;  ///< a name may occur several times (lists)
};

/// A rule's outcome, as its file says.
struct Rule {
  std::string id;
  std::optional<Predicate> predicate;  ///< none: a cue rule, whose meaning is in `tag`
  std::optional<Modality> modality;    ///< none: decided by cues
  std::string tag;                     ///< free word for the caller; may be empty
  double confidence = 0.7;
};

/// Sequence rules from a data file; docs/rules.md describes the format:
///
///   list OFFICE = chief executive | CEO | president
///   rule en.lead.comma
///     match <Person subject> , @OFFICE:title of <Firm|Organization object>
///     relation LEADS
///     modality asserted          (optional)
///     confidence 0.9             (optional)
///
/// Elements: word (lemma), "=Word" (surface), <Label|Label name> (mention), @LIST:name, #POS:name,
/// (a | b c), suffixes ? * + {m,n}, ".." {m,n} gap of any units but sentence-final ones,
/// /particle|particle behind a mention or word (Korean), ! negation of one unit.
///
/// Cost: find() tries a rule only at units that its first element can accept; matching backtracks
/// within bounded gaps. Threads: immutable after load.
class RuleSet {
 public:
  static Result<RuleSet> load(const std::filesystem::path& file);
  static Result<RuleSet> parse(std::string_view text, std::string_view file_name);

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  /// All matches; for one rule at one starting unit only the first (leftmost alternative, longest
  /// repeat) is given.
  void find(std::span<const Unit> units, std::vector<RuleMatch>& matches) const;

  const Rule& rule(std::uint32_t index) const;
  std::size_t size() const noexcept;

 private:
  struct Program;
  explicit RuleSet(std::unique_ptr<const Program> program);
  std::unique_ptr<const Program> program_;
};

}  // namespace yeon::ingest
