#include "plan/cost.h"

#include <algorithm>

namespace yeon::query {

double Cost::nodes(std::span<const std::string> labels) const {
  const auto all = static_cast<double>(snapshot_.count_nodes());
  double least = all;
  for (const std::string& name : labels) {
    const std::optional<LabelId> label = snapshot_.catalog().find_label(name);
    least = std::min(least, label ? static_cast<double>(snapshot_.count_nodes(*label)) : 0.0);
  }
  return least;
}

double Cost::label_selectivity(std::span<const std::string> labels) const {
  if (labels.empty()) return 1;
  const auto all = static_cast<double>(std::max<std::uint64_t>(snapshot_.count_nodes(), 1));
  return nodes(labels) / all;
}

double Cost::degree(std::span<const std::string> types, Way way) const {
  const auto all = static_cast<double>(std::max<std::uint64_t>(snapshot_.count_nodes(), 1));
  double edges = 0;
  if (types.empty()) edges = static_cast<double>(snapshot_.count_relationships());
  for (const std::string& name : types) {
    const std::optional<RelationshipTypeId> type = snapshot_.catalog().find_type(name);
    if (type) edges += static_cast<double>(snapshot_.count_relationships(*type));
  }
  return edges / all * (way == Way::kBoth ? 2 : 1);
}

double Cost::predicate_selectivity(const Expr& predicate) const {
  constexpr double kEquality = 0.1;
  constexpr double kRange = 0.3;
  constexpr double kOther = 0.5;
  if (predicate.kind == ExprKind::kBinary) {
    if (predicate.op == ast::Operator::kEqual) return kEquality;
    if (predicate.op == ast::Operator::kNotEqual) return 1 - kEquality;
    return kRange;
  }
  return kOther;
}

bool Cost::has_index(const std::string& label, const std::string& key) const {
  const std::optional<LabelId> l = snapshot_.catalog().find_label(label);
  const std::optional<PropertyKeyId> k = snapshot_.catalog().find_key(key);
  return l && k && snapshot_.has_index(*l, *k);
}

}  // namespace yeon::query
