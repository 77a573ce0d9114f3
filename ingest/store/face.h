#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/ledger.h"

namespace yeon::ingest::store {

/// What an entity node shows, from all that articles say of its keys: the label and ticker most
/// articles give, the name most use (then the longer, then the lesser one), every other spelling as
/// an alias, Executive if any article says so. Gives the record without keys. Pure.
EntityRecord face_of(std::span<const KeyRecord* const> records);

/// Labels of the node: the label, and Executive where it applies.
std::vector<LabelId> labels_of(graph::Transaction& transaction, const EntityRecord& face);

/// Writes what differs between the two faces of a node.
Status show_face(graph::Transaction& transaction, NodeId node, const EntityRecord& before,
                 const EntityRecord& after);

}  // namespace yeon::ingest::store
