#pragma once

#include <string_view>

#include "functions/functions.h"
#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

/// Nodes and relationships as functions see them, through the context's snapshot.
/// Errors: EntityNotFound DeletedEntityAccess for an entity that is not there.
namespace yeon::query {

Result<Value> node_property(NodeId node, std::string_view key, FunctionContext& context);
Result<Value> relationship_property(RelationshipId relationship, std::string_view key,
                                    FunctionContext& context);

/// A list of strings, ascending.
Result<Value> node_labels(NodeId node, FunctionContext& context);
Result<Map> node_properties(NodeId node, FunctionContext& context);
Result<Map> relationship_properties(RelationshipId relationship, FunctionContext& context);

/// Type and ends stay known after deletion in the same statement, from the context's `before`.
Result<graph::RelationshipRecord> relationship_record(RelationshipId relationship,
                                                      FunctionContext& context);

}  // namespace yeon::query
