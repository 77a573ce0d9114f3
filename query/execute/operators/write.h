#pragma once

#include <string>
#include <vector>

#include "bind/bound.h"
#include "execute/worker.h"

namespace yeon::query {

/// What updating operators share. Errors go to the worker.

/// Creates the nodes, relationships and paths of a pattern for each row of `batch`, and adds their
/// columns to it. Each kind of element is made in one call per batch.
void create_pattern(const BoundCreate& create, Batch& batch, Worker& worker);

/// Applies SET or REMOVE items to one row, in the order written.
void apply_items(const std::vector<BoundSetItem>& items, const Batch& batch, std::size_t row,
                 Worker& worker);

/// Whether a value may be a property; if not, TypeError InvalidPropertyType.
bool check_storable(const Value& value, const SourceSpan& where, Worker& worker);

/// Sets one property of a node or relationship; null removes it.
void set_property(const Value& entity, const std::string& key, const Value& value, Worker& worker);

/// Notes the error of a write, if there is one.
bool written(Status status, Worker& worker);

}  // namespace yeon::query
