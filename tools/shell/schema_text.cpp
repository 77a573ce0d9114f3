#include "shell/schema_text.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>

namespace yeon::tools {

namespace {

using KeyNames = std::map<std::string_view, std::set<std::string_view>>;

// Keys are known per group, and a group is filled by nodes of one label set.
KeyNames keys_by_label(const graph::Snapshot& snapshot) {
  KeyNames keys;
  const graph::Catalog& catalog = snapshot.catalog();
  for (std::uint64_t g = 0; g < snapshot.node_group_count(); ++g) {
    const GroupId group{g};
    for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
      if (!snapshot.may_hold(group, LabelId{i})) continue;
      for (const PropertyKeyId key : snapshot.node_keys(group)) {
        keys[catalog.name(LabelId{i})].insert(catalog.name(key));
      }
    }
  }
  return keys;
}

std::string listed(const std::set<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    out += out.empty() ? " {" : ", ";
    out += name;
  }
  return out.empty() ? out : out + "}";
}

}  // namespace

Result<std::string> schema_text(const graph::Database& database) {
  const graph::Snapshot snapshot = database.snapshot();
  const graph::Catalog& catalog = snapshot.catalog();
  KeyNames keys = keys_by_label(snapshot);
  std::map<std::string_view, std::uint64_t> labels;
  for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
    const std::uint64_t count = snapshot.count_nodes(LabelId{i});
    if (count > 0) labels.emplace(catalog.name(LabelId{i}), count);
  }
  std::map<std::string_view, std::uint64_t> types;
  for (std::uint32_t i = 0; i < catalog.type_count(); ++i) {
    const std::uint64_t count = snapshot.count_relationships(RelationshipTypeId{i});
    if (count > 0) types.emplace(catalog.name(RelationshipTypeId{i}), count);
  }

  std::string out = fmt::format("Nodes ({})\n", snapshot.count_nodes());
  for (const auto& [label, count] : labels) {
    out += fmt::format("  :{}  {}{}\n", label, count, listed(keys[label]));
  }
  out += fmt::format("Relationships ({})\n", snapshot.count_relationships());
  for (const auto& [type, count] : types) out += fmt::format("  :{}  {}\n", type, count);
  const auto indexes = database.indexes();
  out += fmt::format("Indexes ({})\n", indexes.size());
  for (const graph::IndexDefinition& index : indexes) {
    out += fmt::format("  {}  (:{}).{}{}\n", index.name, index.label, index.property,
                       index.unique ? "  unique" : "");
  }
  return out;
}

}  // namespace yeon::tools
