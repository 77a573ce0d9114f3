#include "schema/counts.h"

namespace yeon::graph {
namespace {

std::uint64_t& grown(std::vector<std::uint64_t>& counts, std::size_t index) {
  if (index >= counts.size()) counts.resize(index + 1);
  return counts[index];
}

}  // namespace

std::uint64_t Counts::of(LabelId label) const noexcept {
  return raw(label) < by_label.size() ? by_label[raw(label)] : 0;
}
std::uint64_t Counts::of(RelationshipTypeId type) const noexcept {
  return raw(type) < by_type.size() ? by_type[raw(type)] : 0;
}
std::uint64_t& Counts::at(LabelId label) { return grown(by_label, raw(label)); }
std::uint64_t& Counts::at(RelationshipTypeId type) { return grown(by_type, raw(type)); }

void Counts::add(const Counts& changes) {
  nodes += changes.nodes;
  relationships += changes.relationships;
  for (std::size_t i = 0; i < changes.by_label.size(); ++i) {
    grown(by_label, i) += changes.by_label[i];
  }
  for (std::size_t i = 0; i < changes.by_type.size(); ++i) {
    grown(by_type, i) += changes.by_type[i];
  }
}

}  // namespace yeon::graph
