#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::korean {

/// So that sets of code-point strings can be asked with views.
struct PointsHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view text) const noexcept {
    return std::hash<std::u32string_view>()(text);
  }
};
using WordSet = std::unordered_set<std::u32string, PointsHash, std::equal_to<>>;

enum class OfficeRelation : std::uint8_t { kLeads, kWorks, kFounder, kNone };

struct Office {
  OfficeRelation relation = OfficeRelation::kNone;
  bool executive = false;
};

/// The word lists of data/ko: lists.txt, offices.tsv, surnames.txt, given_names.txt.
/// Threads: immutable after load.
class Lexicon {
 public:
  /// Errors name file and line; every list the code asks for must be there.
  static Result<Lexicon> load(const std::filesystem::path& folder);

  // The lists of lists.txt; each is explained there.
  WordSet place, region, firm_word, firm_kind, product_kind, model_kind, no_name_after, stop_noun,
      generic_latin, common_prefix, firm_suffix, org_suffix, office_prefix, kin, content_noun, both,
      several, firm_anaphor, org_anaphor, person_anaphor, making_verb, firm_cue, deal_word,
      model_variant, droppable_tail, time_noun, auxiliary, leaving_verb, taking_verb,
      transparent_verb, past_post_verb;
  // Cues are beginnings of a stretch of text without blanks, so their order is kept.
  std::vector<std::u32string> cue_denied, cue_ended, cue_talks, cue_rumored, cue_planned;

  WordSet surnames, given_names;

  /// The office named by the whole of `word`.
  std::optional<Office> office(std::u32string_view word) const;
  /// The longest office that `word` ends with, and its length; the rest of the word is a field
  /// (미래전략본부장). Length 0: none.
  struct OfficeTail {
    Office office;
    std::uint32_t length = 0;
  };
  OfficeTail office_tail(std::u32string_view word) const;

  /// The longest suffix of `word` in `suffixes` that leaves something before it; 0: none.
  static std::uint32_t suffix_length(std::u32string_view word, const WordSet& suffixes);

 private:
  Status load_lists(const std::filesystem::path& file);
  Status load_offices(const std::filesystem::path& file);

  std::unordered_map<std::u32string, Office, PointsHash, std::equal_to<>> offices_;
};

}  // namespace yeon::ingest::korean
