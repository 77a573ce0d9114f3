#include <algorithm>

#include "store/commit.h"
#include "store/ledger.h"
#include "store/revision.h"
#include "store/spelling.h"
#include "yeon/ingest/entities.h"

namespace yeon::ingest {
namespace {

using store::Decision;
using store::EntityRecord;

Result<EntityRecord> entity_at(const graph::Snapshot& snapshot, NodeId node) {
  auto entity = store::read_entity(snapshot, node);
  if (!entity) return fail(std::move(entity).error());
  if (!*entity || (*entity)->keys.empty()) {
    return fail(ErrorType::kNotFound, fmt::format("node {} is no entity of any article", raw(node)),
                "give a firm, person, model, product or organisation");
  }
  return std::move(**entity);
}

Result<std::uint64_t> next_number(const graph::Snapshot& snapshot) {
  auto decisions = store::read_decisions(snapshot);
  if (!decisions) return fail(std::move(decisions).error());
  return decisions->empty() ? 1 : decisions->back().number + 1;
}

/// Writes the decision and has the entities of its keys reckoned anew.
Status apply(graph::Transaction& transaction, const Decision& decision) {
  Status status = transaction.put_record(graph::Space::kLedger,
                                         store::decision_key(decision.number), encode(decision));
  if (!status) return status;
  store::Revision revision(transaction);
  for (const std::string& key : decision.keys) revision.touch(key);
  return revision.finish();
}

/// Every name that articles use with this key.
Result<std::vector<std::string>> names_of_key(const graph::Snapshot& snapshot,
                                              const std::string& key) {
  auto record = store::read_key(snapshot, key);
  if (!record) return fail(std::move(record).error());
  std::vector<std::string> names;
  if (*record) {
    for (const auto& [name, count] : (*record)->names) names.push_back(name);
  }
  return names;
}

bool is_meant(const std::vector<std::string>& key_names, std::span<const std::string> wanted,
              EntityLabel label) {
  return std::any_of(key_names.begin(), key_names.end(), [&](const std::string& key_name) {
    const std::string normal = store::normalised(key_name, label);
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
      return store::normalised(name, label) == normal;
    });
  });
}

Result<std::vector<std::string>> keys_meant(const graph::Snapshot& snapshot,
                                            const EntityRecord& entity,
                                            std::span<const std::string> names) {
  std::vector<std::string> keys;
  for (const std::string& key : entity.keys) {
    auto key_names = names_of_key(snapshot, key);
    if (!key_names) return fail(std::move(key_names).error());
    if (is_meant(*key_names, names, entity.label)) keys.push_back(key);
  }
  if (keys.empty()) {
    return fail(ErrorType::kArgumentError, fmt::format("no article names {} so", entity.name),
                "give names by which articles call it, as its `aliases` list them");
  }
  if (keys.size() == entity.keys.size()) {
    return fail(ErrorType::kArgumentError, fmt::format("nothing would be left of {}", entity.name),
                "leave at least one name out; names that the gazetteer or one key holds together "
                "cannot be parted");
  }
  return keys;
}

}  // namespace

Result<std::uint64_t> merge_entities(graph::Database& database, NodeId a, NodeId b,
                                     std::string_view made_on) {
  return store::committed<std::uint64_t>(
      database, [&](graph::Transaction& transaction) -> Result<std::uint64_t> {
        if (a == b) {
          return fail(ErrorType::kArgumentError, "an entity is one with itself already");
        }
        auto first = entity_at(transaction.snapshot(), a);
        if (!first) return fail(std::move(first).error());
        auto second = entity_at(transaction.snapshot(), b);
        if (!second) return fail(std::move(second).error());
        auto number = next_number(transaction.snapshot());
        if (!number) return number;
        Decision decision;
        decision.number = *number;
        decision.keys = {first->keys.front(), second->keys.front()};
        decision.made_on = made_on;
        decision.note = fmt::format("{} = {}", first->name, second->name);
        Status status = apply(transaction, decision);
        if (!status) return fail(std::move(status).error());
        return decision.number;
      });
}

Result<std::uint64_t> split_entity(graph::Database& database, NodeId entity,
                                   std::span<const std::string> names, std::string_view made_on) {
  return store::committed<std::uint64_t>(
      database, [&](graph::Transaction& transaction) -> Result<std::uint64_t> {
        auto record = entity_at(transaction.snapshot(), entity);
        if (!record) return fail(std::move(record).error());
        auto keys = keys_meant(transaction.snapshot(), *record, names);
        if (!keys) return fail(std::move(keys).error());
        auto number = next_number(transaction.snapshot());
        if (!number) return number;
        Decision decision;
        decision.number = *number;
        decision.kind = Decision::Kind::kSplit;
        decision.keys = std::move(*keys);
        decision.made_on = made_on;
        decision.note = fmt::format("{} is not {}", fmt::join(names, ", "), record->name);
        Status status = apply(transaction, decision);
        if (!status) return fail(std::move(status).error());
        return decision.number;
      });
}

Status undo_decision(graph::Database& database, std::uint64_t number) {
  return store::committed<void>(database, [&](graph::Transaction& transaction) -> Status {
    auto decisions = store::read_decisions(transaction.snapshot());
    if (!decisions) return fail(std::move(decisions).error());
    const auto found =
        std::find_if(decisions->begin(), decisions->end(),
                     [&](const Decision& decision) { return decision.number == number; });
    if (found == decisions->end()) {
      return fail(ErrorType::kNotFound, fmt::format("there is no decision {}", number));
    }
    found->undone = true;
    return apply(transaction, *found);
  });
}

Result<std::vector<EntityDecision>> entity_decisions(const graph::Snapshot& snapshot) {
  auto decisions = store::read_decisions(snapshot);
  if (!decisions) return fail(std::move(decisions).error());
  std::vector<EntityDecision> all;
  for (const Decision& decision : *decisions) {
    all.push_back({decision.number, decision.kind == Decision::Kind::kMerge, decision.note,
                   decision.made_on, decision.undone});
  }
  return all;
}

}  // namespace yeon::ingest
