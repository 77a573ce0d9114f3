#include "store/face.h"

#include <algorithm>
#include <array>

namespace yeon::ingest::store {
namespace {

void add(Counts& sum, const Counts& counts) {
  for (const auto& [text, count] : counts) sum[text] += count;
}

std::string best_name(const Counts& names) {
  const auto is_worse = [](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second < b.second;
    if (a.first.size() != b.first.size()) return a.first.size() < b.first.size();
    return a.first > b.first;
  };
  const auto best = std::max_element(names.begin(), names.end(), is_worse);
  return best == names.end() ? std::string{} : best->first;
}

std::string best_ticker(const Counts& links) {
  std::uint64_t most = 0;
  std::string best;
  for (const auto& [link, count] : links) {
    const std::string_view ticker = ticker_of(link);
    if (ticker.empty() || count <= most) continue;
    most = count;
    best = ticker;
  }
  return best;
}

Value list_of(const std::vector<std::string>& texts) {
  List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list.empty() ? Value{} : Value(std::move(list));
}

Value text_or_null(const std::string& text) { return text.empty() ? Value{} : Value(text); }

Status relabel(graph::Transaction& transaction, NodeId node, const EntityRecord& before,
               const EntityRecord& after) {
  Status status;
  if (before.label != after.label) {
    status = transaction.remove_label(node, transaction.label(name(before.label)));
    if (status) status = transaction.add_label(node, transaction.label(name(after.label)));
  }
  if (status && before.executive != after.executive) {
    const LabelId executive = transaction.label("Executive");
    status = after.executive ? transaction.add_label(node, executive)
                             : transaction.remove_label(node, executive);
  }
  return status;
}

}  // namespace

EntityRecord face_of(std::span<const KeyRecord* const> records) {
  std::array<std::uint64_t, 5> labels{};
  Counts names;
  Counts spellings;
  Counts links;
  EntityRecord face;
  for (const KeyRecord* record : records) {
    for (std::size_t i = 0; i < labels.size(); ++i) labels[i] += record->labels[i];
    face.executive = face.executive || record->executives > 0;
    add(names, record->names);
    add(spellings, record->aliases);
    add(links, record->links);
  }
  const auto most = std::max_element(labels.begin(), labels.end());
  face.label = static_cast<EntityLabel>(most - labels.begin());
  face.executive = face.executive && face.label == EntityLabel::kPerson;
  face.name = best_name(names);
  face.ticker = best_ticker(links);
  add(spellings, names);
  spellings.erase(face.name);
  for (const auto& [spelling, count] : spellings) face.aliases.push_back(spelling);
  return face;
}

std::vector<LabelId> labels_of(graph::Transaction& transaction, const EntityRecord& face) {
  std::vector<LabelId> labels = {transaction.label(name(face.label))};
  if (face.executive) labels.push_back(transaction.label("Executive"));
  return labels;
}

Status show_face(graph::Transaction& transaction, NodeId node, const EntityRecord& before,
                 const EntityRecord& after) {
  Status status = relabel(transaction, node, before, after);
  if (status && before.name != after.name) {
    status = transaction.set_property(node, transaction.key("name"), text_or_null(after.name));
  }
  if (status && before.aliases != after.aliases) {
    status = transaction.set_property(node, transaction.key("aliases"), list_of(after.aliases));
  }
  if (status && before.ticker != after.ticker) {
    status = transaction.set_property(node, transaction.key("ticker"), text_or_null(after.ticker));
  }
  return status;
}

}  // namespace yeon::ingest::store
