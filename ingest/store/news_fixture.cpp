#include "store/news_fixture.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace yeon::ingest::store {
namespace {

Value property(const graph::Snapshot& snapshot, const graph::Properties& properties,
               std::string_view key) {
  for (const auto& [id, value] : properties) {
    if (snapshot.catalog().name(id) == key) return value;
  }
  return {};
}

std::string shown(const Value& value) {
  switch (value.kind()) {
    case Kind::kString:
      return value.string();
    case Kind::kInteger:
      return fmt::format("{}", value.integer());
    case Kind::kFloat:
      return fmt::format("{}", value.floating());
    default:
      return "";
  }
}

bool is_entity(const graph::Snapshot& snapshot, NodeId node) {
  const std::vector<LabelId> labels = snapshot.labels(node).value();
  for (const LabelId label : labels) {
    if (entity_label(snapshot.catalog().name(label))) return true;
  }
  return false;
}

std::vector<NodeId> entity_nodes(const graph::Snapshot& snapshot) {
  std::vector<NodeId> nodes;
  for (std::uint64_t group = 0; group < snapshot.node_group_count(); ++group) {
    snapshot.nodes(GroupId{group}, {}).value().for_each([&](Slot slot) {
      const NodeId node = node_at(GroupId{group}, slot);
      if (is_entity(snapshot, node)) nodes.push_back(node);
    });
  }
  return nodes;
}

std::string name_of(const graph::Snapshot& snapshot, NodeId node) {
  return shown(property(snapshot, snapshot.properties(node).value(), "name"));
}

std::string show_entity(const graph::Snapshot& snapshot, NodeId node) {
  const std::vector<LabelId> label_ids = snapshot.labels(node).value();
  std::vector<std::string> labels;
  for (const LabelId label : label_ids) {
    labels.emplace_back(snapshot.catalog().name(label));
  }
  // The kind goes before Executive, whatever their ids.
  std::sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a > b; });
  const graph::Properties properties = snapshot.properties(node).value();
  std::string text =
      fmt::format("{} {}", fmt::join(labels, ":"), shown(property(snapshot, properties, "name")));
  const Value aliases = property(snapshot, properties, "aliases");
  if (aliases.is(Kind::kList)) {
    std::vector<std::string> names;
    for (const Value& alias : aliases.list()) names.push_back(alias.string());
    text += fmt::format(" ({})", fmt::join(names, ", "));
  }
  const Value ticker = property(snapshot, properties, "ticker");
  if (!ticker.is_null()) text += " " + ticker.string();
  return text;
}

std::string show_tie(const graph::Snapshot& snapshot, RelationshipId id) {
  const auto record = snapshot.relationship(id).value().value();
  const graph::Properties properties = snapshot.properties(id).value();
  const auto get = [&](std::string_view key) { return shown(property(snapshot, properties, key)); };
  std::string text = fmt::format("{} {} {} {}", name_of(snapshot, record.start),
                                 snapshot.catalog().name(record.type),
                                 name_of(snapshot, record.end), get("modality"));
  for (const auto& [key, label] : {std::pair{"valid_from", "from"},
                                   {"valid_to", "to"},
                                   {"title", "title"},
                                   {"stake_percent", "stake"},
                                   {"amount", "amount"},
                                   {"currency", "in"},
                                   {"settled_by", "by"}}) {
    if (!get(key).empty()) text += fmt::format(" {}={}", label, get(key));
  }
  return text + " x" + get("claims");
}

}  // namespace

Story::Story(std::string path, std::string published) {
  facts_.text = "the text of " + path;
  facts_.title = "the title of " + path;
  facts_.source_path = std::move(path);
  facts_.published = std::move(published);
}

Story& Story::text(std::string text) {
  facts_.text = std::move(text);
  return *this;
}

Story& Story::thing(EntityLabel label, std::string name, std::vector<std::string> aliases,
                    std::string ticker, std::string canonical) {
  Entity entity;
  entity.label = label;
  entity.name = std::move(name);
  entity.aliases = std::move(aliases);
  entity.ticker = std::move(ticker);
  entity.canonical = std::move(canonical);
  entity.confidence = 0.9;
  facts_.entities.push_back(std::move(entity));
  return *this;
}

Story& Story::firm(std::string name, std::vector<std::string> aliases, std::string ticker) {
  return thing(EntityLabel::kFirm, std::move(name), std::move(aliases), std::move(ticker));
}

Story& Story::person(std::string name, std::vector<std::string> aliases) {
  return thing(EntityLabel::kPerson, std::move(name), std::move(aliases));
}

Story& Story::canonical(std::string key) {
  facts_.entities.back().canonical = std::move(key);
  return *this;
}

Story& Story::executive() {
  facts_.entities.back().executive = true;
  return *this;
}

Story& Story::says(std::string_view subject, Predicate predicate, std::string_view object,
                   Modality modality) {
  Relation relation;
  relation.subject = index_of(subject);
  relation.predicate = predicate;
  relation.object = index_of(object);
  relation.modality = modality;
  relation.confidence = 0.8;
  relation.rule = "test.rule";
  relation.evidence.sentence = static_cast<std::uint32_t>(facts_.relations.size() + 1);
  relation.evidence.span = {static_cast<std::uint32_t>(10 * facts_.relations.size()),
                            static_cast<std::uint32_t>(10 * facts_.relations.size() + 9)};
  relation.evidence.text = fmt::format("{} {} {}", subject, name(predicate), object);
  facts_.relations.push_back(std::move(relation));
  return *this;
}

Story& Story::from(PartialDate date) {
  facts_.relations.back().valid_from = date;
  return *this;
}

Story& Story::to(PartialDate date) {
  facts_.relations.back().valid_to = date;
  return *this;
}

Story& Story::deal(std::optional<double> stake, std::optional<std::int64_t> amount,
                   std::string currency) {
  facts_.relations.back().deal = Deal{stake, amount, std::move(currency)};
  return *this;
}

Story& Story::title(std::string office) {
  facts_.relations.back().title = std::move(office);
  return *this;
}

std::size_t Story::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < facts_.entities.size(); ++i) {
    if (facts_.entities[i].name == name) return i;
  }
  FAIL("no entity of this name in the story: ", std::string(name));
  return 0;
}

std::unique_ptr<graph::Database> empty_news() {
  auto database = graph::Database::open_in_memory({.create_if_missing = true});
  REQUIRE(database);
  REQUIRE(prepare(**database));
  return std::move(*database);
}

Stored tell(graph::Database& database, const ArticleFacts& facts) {
  auto stored = store_article(database, facts, {"2025-12-01T00:00:00Z", false});
  if (!stored) FAIL(stored.error().message);
  return *stored;
}

std::vector<std::string> entities_of(const graph::Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const NodeId node : entity_nodes(snapshot)) lines.push_back(show_entity(snapshot, node));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> ties_of(const graph::Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const NodeId node : entity_nodes(snapshot)) {
    const GroupId group = group_of(node);
    for (const RelationshipTypeId type : snapshot.types(group, Direction::kOutgoing)) {
      const auto adjacency = snapshot.adjacency(group, type, Direction::kOutgoing).value();
      for (const RelationshipId id : adjacency.relationships(slot_of(node))) {
        lines.push_back(show_tie(snapshot, id));
      }
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::uint64_t count_of(const graph::Snapshot& snapshot, std::string_view label) {
  const auto id = snapshot.catalog().find_label(label);
  return id ? snapshot.count_nodes(*id) : 0;
}

NodeId entity_named(const graph::Snapshot& snapshot, std::string_view name) {
  std::vector<NodeId> found;
  for (const NodeId node : entity_nodes(snapshot)) {
    if (name_of(snapshot, node) == name) found.push_back(node);
  }
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace yeon::ingest::store
