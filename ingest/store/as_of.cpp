// Facts are filed by pair in the ledger, so one walk over them folds each pair once.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "store/ledger.h"
#include "store/ties.h"
#include "yeon/ingest/history.h"

namespace yeon::ingest {
namespace {

constexpr std::uint64_t kChunk = 256;  // nodes: ids that differ in their last byte only

bool is_day(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    for (const char c : day.substr(begin, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int month = number(5, 2);
  const int date = number(8, 2);
  return number(0, 4) >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

/// Whether any entity can be in the group, so that groups of claims and articles are passed by.
bool may_hold_entities(const graph::Snapshot& snapshot, GroupId group) {
  constexpr std::array<EntityLabel, 5> kLabels = {EntityLabel::kFirm, EntityLabel::kPerson,
                                                  EntityLabel::kModel, EntityLabel::kProduct,
                                                  EntityLabel::kOrganization};
  return std::any_of(kLabels.begin(), kLabels.end(), [&](EntityLabel label) {
    const auto id = snapshot.catalog().find_label(name(label));
    return id && snapshot.may_hold(group, *id);
  });
}

using Filed = std::map<store::Pair, std::vector<store::FactRecord>>;

Result<Filed> known_facts(const graph::Snapshot& snapshot, NodeId first, std::string_view day) {
  std::string prefix = store::fact_prefix({first, first, Predicate{}});
  prefix.resize(std::string_view("fact/").size() + 7);
  auto records = snapshot.records(graph::Space::kLedger, prefix);
  if (!records) return fail(std::move(records).error());
  Filed facts;
  for (const auto& [key, bytes] : *records) {
    const auto pair = store::pair_in(key);
    auto fact = store::decode_fact(bytes);
    if (!fact) return fail(std::move(fact).error());
    if (pair && fact->known_on <= day) facts[*pair].push_back(std::move(*fact));
  }
  return facts;
}

Status visit_pairs(const Filed& facts, const std::function<Status(const DatedTie&)>& visit) {
  for (const auto& [pair, filed] : facts) {
    std::vector<Claim> claims;
    for (const store::FactRecord& fact : filed) claims.push_back(fact.claim);
    const bool swapped = store::runs_backwards(filed);
    for (TieState& state : fold(claims)) {
      Status status = visit({swapped ? pair.second : pair.first, swapped ? pair.first : pair.second,
                             std::move(state)});
      if (!status) return status;
    }
  }
  return {};
}

}  // namespace

Status facts_as_of(const graph::Snapshot& snapshot, std::string_view day,
                   const std::function<Status(const DatedTie&)>& visit) {
  if (!is_day(day)) {
    return fail(ErrorType::kArgumentError, fmt::format("`{}` is no day", day),
                "write it as 2025-07-10");
  }
  for (std::uint64_t group = 0; group < snapshot.node_group_count(); ++group) {
    if (!may_hold_entities(snapshot, GroupId{group})) continue;
    for (std::uint64_t slot = 0; slot < kGroupSize; slot += kChunk) {
      const NodeId first = node_at(GroupId{group}, static_cast<Slot>(slot));
      auto facts = known_facts(snapshot, first, day);
      if (!facts) return fail(std::move(facts).error());
      Status status = visit_pairs(*facts, visit);
      if (!status) return status;
    }
  }
  return {};
}

}  // namespace yeon::ingest
