#include "korean/names/name_table.h"

namespace yeon::ingest::korean {

EntityLabel NameCandidate::best_label() const {
  const auto best = std::max_element(score.begin(), score.end());
  return static_cast<EntityLabel>(best - score.begin());
}

double NameCandidate::best_score() const {
  return *std::max_element(score.begin(), score.end()) - doubt;
}

NameCandidate& NameTable::at(std::u32string_view name) {
  const auto found = index_.find(name);
  if (found != index_.end()) return candidates_[found->second];
  index_.emplace(std::u32string(name), static_cast<std::uint32_t>(candidates_.size()));
  NameCandidate& candidate = candidates_.emplace_back();
  candidate.name = name;
  return candidate;
}

const NameCandidate* NameTable::find(std::u32string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &candidates_[found->second];
}

void NameTable::add(std::u32string_view name, EntityLabel label, double points,
                    std::uint32_t sentence) {
  NameCandidate& candidate = at(name);
  candidate.score[static_cast<std::size_t>(label)] += points;
  if (candidate.last_sentence != sentence) ++candidate.sentences;
  candidate.last_sentence = sentence;
}

void NameTable::doubt(std::u32string_view name, double points) {
  NameCandidate& candidate = at(name);
  candidate.doubt = std::max(candidate.doubt, points);
}

}  // namespace yeon::ingest::korean
