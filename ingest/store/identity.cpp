#include "store/identity.h"

#include <algorithm>
#include <tuple>

#include "store/face.h"
#include "store/graph_edit.h"

namespace yeon::ingest::store {
namespace {

/// Adds or takes one; an entry that comes down to nothing goes.
void count_one(Counts& counts, const std::string& text, bool is_added) {
  if (is_added) {
    ++counts[text];
    return;
  }
  const auto found = counts.find(text);
  if (found != counts.end() && --found->second == 0) counts.erase(found);
}

void count_one(std::uint64_t& count, bool is_added) {
  if (is_added) {
    ++count;
  } else if (count > 0) {
    --count;
  }
}

}  // namespace

Status Identity::add(std::string_view article, std::span<const Sighting> sightings) {
  const Change change{article, true};
  for (const Sighting& sighting : sightings) {
    Status status = count(change, sighting);
    if (!status) return status;
  }
  return touch_if_side_by_side(sightings);
}

Status Identity::remove(std::string_view article, std::span<const Sighting> sightings) {
  const Change change{article, false};
  for (const Sighting& sighting : sightings) {
    touched_.insert(sighting.key);
    Status status = count(change, sighting);
    if (!status) return status;
  }
  return {};
}

Status Identity::count(const Change& change, const Sighting& sighting) {
  auto found = table_.change(sighting.key);
  if (!found) return fail(std::move(found).error());
  KeyRecord& record = **found;
  if (record.sightings == 0) touched_.insert(sighting.key);
  if (record.node) {
    changed_.insert(*record.node);
    // A node deleted by hand is made anew.
    auto exists = transaction_.snapshot().exists(*record.node);
    if (!exists) return fail(std::move(exists).error());
    if (!*exists) touched_.insert(sighting.key);
  }
  count_one(record.sightings, change.is_added);
  count_one(record.labels[static_cast<std::size_t>(sighting.label)], change.is_added);
  if (sighting.executive) count_one(record.executives, change.is_added);
  count_one(record.names, sighting.name, change.is_added);
  for (const std::string& alias : sighting.aliases) {
    count_one(record.aliases, alias, change.is_added);
  }
  const std::string seen = seen_prefix(sighting.key).append(change.article);
  Status status = change.is_added ? transaction_.put_record(graph::Space::kLedger, seen, "")
                                  : transaction_.erase_record(graph::Space::kLedger, seen);
  if (status) status = count(change, sighting.key, record.links, sighting.links, link_prefix);
  if (status) {
    status = count(change, sighting.key, record.spellings, sighting.spellings, spell_prefix);
  }
  return status;
}

Status Identity::count(const Change& change, const std::string& key, Counts& counts,
                       const std::vector<std::string>& names,
                       std::string (*prefix)(std::string_view)) {
  for (const std::string& name : names) {
    const bool was_there = counts.contains(name);
    count_one(counts, name, change.is_added);
    if (counts.contains(name) == was_there) continue;
    touched_.insert(key);
    const std::string begin = prefix(name);
    Status status = change.is_added
                        ? transaction_.put_record(graph::Space::kLedger, begin + key, "")
                        : transaction_.erase_record(graph::Space::kLedger, begin + key);
    if (!status) return status;
    if (change.is_added) continue;
    // What is left of a tie that went: nothing leads there from `key` any more.
    touched_.insert(name);
    auto claimers = listed(transaction_.snapshot(), begin);
    if (!claimers) return fail(std::move(claimers).error());
    touched_.insert(claimers->begin(), claimers->end());
  }
  return {};
}

/// Two keys of one node in one article are apart from now on.
Status Identity::touch_if_side_by_side(std::span<const Sighting> sightings) {
  std::map<NodeId, std::string_view> seen;
  for (const Sighting& sighting : sightings) {
    auto record = table_.find(sighting.key);
    if (!record) return fail(std::move(record).error());
    if (*record == nullptr || !(*record)->node) continue;
    if (!seen.emplace(*(*record)->node, sighting.key).second) touched_.insert(sighting.key);
  }
  return {};
}

Result<std::vector<Decision>*> Identity::decisions() {
  if (!decisions_) {
    auto read = read_decisions(transaction_.snapshot());
    if (!read) return fail(std::move(read).error());
    decisions_ = std::move(*read);
  }
  return &*decisions_;
}

Result<std::set<std::string>> Identity::settle() {
  std::set<std::string> articles;
  if (touched_.empty()) return articles;
  auto decided = decisions();
  if (!decided) return fail(std::move(decided).error());
  auto region = region_around(transaction_, table_, touched_, **decided);
  if (!region) return fail(std::move(region).error());
  touched_.clear();

  auto groups = regroup(*region);
  if (!groups) return fail(std::move(groups).error());
  auto nodes = assign(*region, *groups);
  if (!nodes) return fail(std::move(nodes).error());
  for (std::size_t i = 0; i < groups->size(); ++i) {
    Status status = move(*region, (*groups)[i], (*nodes)[i], articles);
    if (!status) return fail(std::move(status).error());
  }
  for (const NodeId node : region->nodes) {
    if (std::find(nodes->begin(), nodes->end(), node) == nodes->end()) retired_.insert(node);
  }
  return articles;
}

Result<std::vector<Identity::Group>> Identity::regroup(const Region& region) {
  std::optional<Error> error;
  std::map<std::pair<std::size_t, std::size_t>, bool> known;
  const auto are_apart = [&](std::size_t a, std::size_t b) {
    const auto [place, is_new] = known.try_emplace(std::minmax(a, b), false);
    if (!is_new || error) return place->second;
    auto answer = apart(region, a, b);
    if (!answer) {
      error = std::move(answer).error();
      return false;
    }
    return place->second = *answer;
  };
  const auto leaders = resolve(region.keys, are_apart, region.crowded, *decisions_);
  if (error) return fail(std::move(*error));

  std::map<std::size_t, Group> by_leader;
  for (std::size_t i = 0; i < leaders.size(); ++i) by_leader[leaders[i]].push_back(i);
  std::vector<Group> groups;
  for (auto& [leader, group] : by_leader) groups.push_back(std::move(group));
  return groups;
}

/// Whether an article has sightings of both keys: looks the articles of the rarer one up.
Result<bool> Identity::apart(const Region& region, std::size_t a, std::size_t b) {
  if (region.records[a].sightings > region.records[b].sightings) std::swap(a, b);
  const graph::Snapshot& snapshot = transaction_.snapshot();
  auto articles = listed(snapshot, seen_prefix(region.keys[a].key));
  if (!articles) return fail(std::move(articles).error());
  const std::string other = seen_prefix(region.keys[b].key);
  for (const std::string& article : *articles) {
    auto record = snapshot.record(graph::Space::kLedger, other + article);
    if (!record) return fail(std::move(record).error());
    if (*record) return true;
  }
  return false;
}

/// Each node goes to the group that has most sightings of it, so that few articles have to move.
Result<std::vector<NodeId>> Identity::assign(const Region& region,
                                             const std::vector<Group>& groups) {
  std::vector<std::tuple<std::uint64_t, std::size_t, NodeId>> wishes;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::map<NodeId, std::uint64_t> weights;
    for (const std::size_t member : groups[i]) {
      const KeyRecord& record = region.records[member];
      if (record.node) weights[*record.node] += record.sightings;
    }
    for (const auto& [node, weight] : weights) wishes.emplace_back(weight, i, node);
  }
  std::sort(wishes.begin(), wishes.end(), [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) > std::get<0>(b);
    return std::tie(std::get<1>(a), std::get<2>(a)) < std::tie(std::get<1>(b), std::get<2>(b));
  });

  std::vector<std::optional<NodeId>> given(groups.size());
  std::set<NodeId> taken;
  for (const auto& [weight, group, node] : wishes) {
    if (given[group] || taken.contains(node)) continue;
    auto exists = transaction_.snapshot().exists(node);
    if (!exists) return fail(std::move(exists).error());
    if (!*exists) continue;
    given[group] = node;
    taken.insert(node);
  }
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!given[i]) {
      auto fresh = create(region, groups[i]);
      if (!fresh) return fail(std::move(fresh).error());
      given[i] = *fresh;
    }
    nodes.push_back(*given[i]);
  }
  return nodes;
}

Result<NodeId> Identity::create(const Region& region, const Group& group) {
  std::vector<const KeyRecord*> records;
  for (const std::size_t member : group) records.push_back(&region.records[member]);
  const EntityRecord face = face_of(records);
  auto node = transaction_.create_node(labels_of(transaction_, face));
  if (!node) return node;
  // Only the labels are shown as yet; finish() shows the rest.
  EntityRecord shown;
  shown.label = face.label;
  shown.executive = face.executive;
  Status status = transaction_.put_record(graph::Space::kLedger, entity_key(*node), encode(shown));
  if (!status) return fail(std::move(status).error());
  return node;
}

/// Has every key of the group stand for `node`.
Status Identity::move(const Region& region, const Group& group, NodeId node,
                      std::set<std::string>& articles) {
  auto entity = read_entity(transaction_.snapshot(), node);
  if (!entity) return fail(std::move(entity).error());
  EntityRecord record = std::move(*entity).value_or(EntityRecord{});
  std::vector<std::string> keys;
  for (const std::size_t member : group) {
    const std::string& key = region.keys[member].key;
    keys.push_back(key);
    if (region.records[member].node == node) continue;
    auto changed = table_.change(key);
    if (!changed) return fail(std::move(changed).error());
    (*changed)->node = node;
    auto seen_in = listed(transaction_.snapshot(), seen_prefix(key));
    if (!seen_in) return fail(std::move(seen_in).error());
    articles.insert(seen_in->begin(), seen_in->end());
  }
  changed_.insert(node);
  retired_.erase(node);
  if (record.keys == keys) return {};
  record.keys = std::move(keys);
  return transaction_.put_record(graph::Space::kLedger, entity_key(node), encode(record));
}

Result<NodeId> Identity::node_of(std::string_view key) {
  auto record = table_.find(key);
  if (!record) return fail(std::move(record).error());
  if (*record == nullptr || !(*record)->node) {
    return fail(ErrorType::kCorruption, fmt::format("the ledger knows no entity of key {}", key),
                "run `yeon check`");
  }
  return *(*record)->node;
}

Status Identity::refresh(NodeId node) {
  auto entity = read_entity(transaction_.snapshot(), node);
  if (!entity) return fail(std::move(entity).error());
  if (!*entity) return {};
  const EntityRecord& before = **entity;
  std::vector<const KeyRecord*> records;
  for (const std::string& key : before.keys) {
    auto record = table_.find(key);
    if (!record) return fail(std::move(record).error());
    if (*record != nullptr) records.push_back(*record);
  }
  EntityRecord after = face_of(records);
  after.keys = before.keys;
  Status status = show_face(transaction_, node, before, after);
  if (!status) return status;
  const std::string bytes = encode(after);
  if (bytes == encode(before)) return {};
  return transaction_.put_record(graph::Space::kLedger, entity_key(node), bytes);
}

Status Identity::retire(NodeId node) {
  Status status = transaction_.erase_record(graph::Space::kLedger, entity_key(node));
  if (!status) return status;
  auto is_held = has_relationships(transaction_.snapshot(), node);
  if (!is_held) return fail(std::move(is_held).error());
  return *is_held ? Status{} : delete_if_there(transaction_, node);
}

Status Identity::finish() {
  for (const NodeId node : changed_) {
    if (retired_.contains(node)) continue;
    Status status = refresh(node);
    if (!status) return status;
  }
  for (const NodeId node : retired_) {
    Status status = retire(node);
    if (!status) return status;
  }
  changed_.clear();
  retired_.clear();
  return table_.flush();
}

}  // namespace yeon::ingest::store
