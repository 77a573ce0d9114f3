#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/database.h"

namespace yeon::ingest {

/// Repairs by hand: what the articles could not tell. Each is a decision that is kept, holds for
/// articles still to come, and can be undone.

/// One decision about identity.
struct EntityDecision {
  std::uint64_t number = 0;  ///< from 1, in the order decided
  bool is_merge = true;      ///< or else a split
  std::string note;          ///< "아라전자 = Ara Electronics", "아라 is not 아라전자"
  std::string made_on;       ///< ISO date-time
  bool undone = false;
};

/// Makes two entities one. Returns the decision's number.
/// Errors: NotFound for a node that is no entity of an article; ArgumentError for one and the same.
Result<std::uint64_t> merge_entities(graph::Database& database, NodeId a, NodeId b,
                                     std::string_view made_on);

/// Makes an entity of its own of what articles call by one of these names.
/// Errors: NotFound for a node that is no entity; ArgumentError where no name of it is meant, or
/// all are, or where the gazetteer holds them together.
Result<std::uint64_t> split_entity(graph::Database& database, NodeId entity,
                                   std::span<const std::string> names, std::string_view made_on);

/// Takes a decision back; what articles tell holds again. Undoing twice changes nothing.
/// Errors: NotFound for a number that is not there.
Status undo_decision(graph::Database& database, std::uint64_t number);

/// All decisions, the undone ones too, by number.
Result<std::vector<EntityDecision>> entity_decisions(const graph::Snapshot& snapshot);

}  // namespace yeon::ingest
