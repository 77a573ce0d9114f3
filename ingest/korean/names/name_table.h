#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "korean/lexicon.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::korean {

/// What speaks for one spelling being the name of a thing, summed over the article.
struct NameCandidate {
  std::u32string name;
  std::array<double, 5> score{};  ///< by EntityLabel
  double doubt = 0;               ///< what speaks against any of them
  std::string canonical;          ///< of the gazetteer; empty: unlisted
  bool listed = false;            ///< the gazetteer has it for sure
  std::uint32_t sentences = 0;    ///< how many sentences brought evidence
  std::uint32_t last_sentence = 0xFFFFFFFF;

  EntityLabel best_label() const;
  double best_score() const;
};

/// Candidates of one article. Evidence adds up, so that two weak hints make a name where one does
/// not; the weights are points of a scale on which kAccepted is enough.
class NameTable {
 public:
  static constexpr double kAccepted = 3.0;

  void add(std::u32string_view name, EntityLabel label, double points, std::uint32_t sentence);
  /// One doubt a spelling: the largest counts.
  void doubt(std::u32string_view name, double points);
  NameCandidate& at(std::u32string_view name);
  const NameCandidate* find(std::u32string_view name) const;

  const std::vector<NameCandidate>& candidates() const { return candidates_; }

 private:
  std::vector<NameCandidate> candidates_;
  std::unordered_map<std::u32string, std::uint32_t, PointsHash, std::equal_to<>> index_;
};

}  // namespace yeon::ingest::korean
