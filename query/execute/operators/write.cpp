#include "execute/operators/write.h"

#include "execute/evaluate.h"

namespace yeon::query {
namespace {

bool storable_scalar(const Value& value) {
  switch (value.kind()) {
    case Kind::kMap:
    case Kind::kNode:
    case Kind::kRelationship:
    case Kind::kPath:
    case Kind::kList:
      return false;
    default:
      return true;
  }
}

bool storable(const Value& value) {
  if (!value.is(Kind::kList)) return storable_scalar(value);
  for (const Value& element : value.list()) {
    if (!storable_scalar(element) || element.is_null()) return false;
  }
  return true;
}

/// The map of a `{...}` or of an expression that gives one.
Value property_map(const Expr& expr, const Batch& batch, std::size_t row, Worker& worker) {
  Value map = evaluate_row(expr, batch, row, worker);
  if (!map.is(Kind::kMap) && !map.is_null() && !worker.failed()) {
    worker.fail({.type = ErrorType::kTypeError,
                 .phase = ErrorPhase::kRuntime,
                 .detail = "InvalidArgumentType",
                 .message = "properties must be a map",
                 .where = expr.span});
  }
  return map;
}

/// Sets the properties of a pattern element on the entities made for it, one call per key where
/// the map is written out.
template <class Id>
void set_properties(const ExprPtr& properties, const std::vector<Id>& ids, const Batch& batch,
                    Worker& worker) {
  if (!properties) return;
  if (properties->kind == ExprKind::kMap) {
    for (std::size_t k = 0; k < properties->names.size() && !worker.failed(); ++k) {
      const Expr& expr = *properties->operands[k];
      const Column column = evaluate(expr, batch, worker);
      if (worker.failed()) return;
      std::vector<Value> values;
      values.reserve(ids.size());
      std::size_t count = 0;
      for (std::size_t row = 0; row < ids.size(); ++row) {
        values.push_back(column.at(row));
        if (!check_storable(values.back(), expr.span, worker)) return;
        count += values.back().is_null() ? 0 : 1;
      }
      if (count == 0) continue;
      const PropertyKeyId key = worker.transaction->key(properties->names[k]);
      if (!written(worker.transaction->set_properties(std::span<const Id>(ids), key, values),
                   worker)) {
        return;
      }
      worker.counters.properties_set += count;
    }
    return;
  }
  for (std::size_t row = 0; row < ids.size() && !worker.failed(); ++row) {
    const Value map = property_map(*properties, batch, row, worker);
    if (!map.is(Kind::kMap)) continue;
    for (const auto& [key, value] : map.map()) set_property(Value(ids[row]), key, value, worker);
  }
}

void create_nodes(const BoundCreateNode& node, Batch& batch, Worker& worker) {
  std::vector<LabelId> labels;
  for (const std::string& name : node.labels) labels.push_back(worker.transaction->label(name));
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  std::vector<NodeId> ids(batch.rows);
  if (!written(worker.transaction->create_nodes(labels, ids), worker)) return;
  worker.counters.nodes_created += ids.size();
  worker.counters.labels_added += ids.size() * labels.size();
  set_properties(node.properties, ids, batch, worker);
  std::vector<std::uint64_t> words;
  words.reserve(ids.size());
  for (const NodeId id : ids) words.push_back(raw(id));
  batch.set(node.slot, Column::of(Vector(VectorType::kNode, std::move(words))));
}

void create_relationships(const BoundCreateRelationship& r, Batch& batch, Worker& worker) {
  std::vector<NodeId> starts, ends;
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const std::uint64_t start = batch[r.start].id(row);
    const std::uint64_t end = batch[r.end].id(row);
    if (start == Vector::kNullId || end == Vector::kNullId) {
      return worker.fail({.type = ErrorType::kSemanticError,
                          .phase = ErrorPhase::kRuntime,
                          .message = "a relationship cannot be created: an end of it is null",
                          .hint = "filter with IS NOT NULL before"});
    }
    starts.push_back(NodeId{start});
    ends.push_back(NodeId{end});
  }
  std::vector<RelationshipId> ids(batch.rows);
  const RelationshipTypeId type = worker.transaction->type(r.type);
  if (!written(worker.transaction->create_relationships(type, starts, ends, ids), worker)) return;
  worker.counters.relationships_created += ids.size();
  set_properties(r.properties, ids, batch, worker);
  std::vector<std::uint64_t> words;
  words.reserve(ids.size());
  for (const RelationshipId id : ids) words.push_back(raw(id));
  batch.set(r.slot, Column::of(Vector(VectorType::kRelationship, std::move(words))));
}

void create_path(const BoundCreatePath& path, Batch& batch) {
  std::vector<Value> values;
  for (std::size_t row = 0; row < batch.rows; ++row) {
    Path value;
    for (std::size_t i = 0; i < path.elements.size(); ++i) {
      const std::uint64_t id = batch[path.elements[i]].id(row);
      if (i % 2 == 0) {
        value.nodes.push_back(NodeId{id});
      } else {
        value.relationships.push_back(RelationshipId{id});
      }
    }
    values.emplace_back(std::move(value));
  }
  batch.set(path.slot, Column::of(Vector(std::move(values))));
}

// --- SET and REMOVE

Status write_property(graph::Transaction& transaction, const Value& entity, PropertyKeyId key,
                      const Value& value) {
  if (entity.is(Kind::kNode)) return transaction.set_property(entity.node(), key, value);
  return transaction.set_property(entity.relationship(), key, value);
}

/// The map of `SET n = map` and `SET n += map`: a map, or another entity's properties.
Value source_map(const BoundSetItem& item, const Batch& batch, std::size_t row, Worker& worker) {
  const Value value = evaluate_row(*item.value, batch, row, worker);
  if (value.is(Kind::kMap) || value.is_null() || worker.failed()) return value;
  const Function* properties = find_function("properties");
  if (properties == nullptr) return Value();
  return take(call(*properties, {&value, 1}, worker.functions), *item.value, worker);
}

Result<graph::Properties> properties_of(const Value& entity, const graph::Snapshot& snapshot) {
  if (entity.is(Kind::kNode)) return snapshot.properties(entity.node());
  return snapshot.properties(entity.relationship());
}

void replace_properties(const BoundSetItem& item, const Value& entity, const Batch& batch,
                        std::size_t row, Worker& worker) {
  const Value map = source_map(item, batch, row, worker);
  if (worker.failed() || !map.is(Kind::kMap)) return;
  if (item.kind == ast::SetItem::Kind::kReplace) {
    Result<graph::Properties> old = properties_of(entity, *worker.snapshot);
    if (!old) return worker.fail(std::move(old).error());
    for (const auto& [key, value] : *old) {
      const std::string name(worker.snapshot->catalog().name(key));
      const auto at = std::lower_bound(
          map.map().begin(), map.map().end(), name,
          [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
      if (at != map.map().end() && at->first == name) continue;
      set_property(entity, name, Value(), worker);
    }
  }
  for (const auto& [key, value] : map.map()) set_property(entity, key, value, worker);
}

void change_labels(const BoundSetItem& item, NodeId node, Worker& worker) {
  for (const std::string& name : item.labels) {
    if (item.removing) {
      const auto label = worker.snapshot->catalog().find_label(name);
      if (!label) continue;
      const Result<std::vector<LabelId>> labels = worker.snapshot->labels(node);
      const bool has = labels && std::binary_search(labels->begin(), labels->end(), *label);
      if (!has || !written(worker.transaction->remove_label(node, *label), worker)) continue;
      ++worker.counters.labels_removed;
    } else {
      const LabelId label = worker.transaction->label(name);
      const Result<std::vector<LabelId>> labels = worker.snapshot->labels(node);
      const bool has = labels && std::binary_search(labels->begin(), labels->end(), label);
      if (has || !written(worker.transaction->add_label(node, label), worker)) continue;
      ++worker.counters.labels_added;
    }
    worker.graph_changed();
  }
}

}  // namespace

bool written(Status status, Worker& worker) {
  if (status) return true;
  Error error = std::move(status).error();
  if (error.phase == ErrorPhase::kNone) error.phase = ErrorPhase::kRuntime;
  worker.fail(std::move(error));
  return false;
}

bool check_storable(const Value& value, const SourceSpan& where, Worker& worker) {
  if (storable(value)) return true;
  worker.fail({.type = ErrorType::kTypeError,
               .phase = ErrorPhase::kRuntime,
               .detail = "InvalidPropertyType",
               .message = fmt::format("a {} of this kind cannot be a property", name(value.kind())),
               .hint = "properties hold single values, and lists of single values without null",
               .where = where});
  return false;
}

void set_property(const Value& entity, const std::string& key, const Value& value, Worker& worker) {
  if (worker.failed() || !check_storable(value, {}, worker)) return;
  if (value.is_null() && !worker.snapshot->catalog().find_key(key)) return;
  if (!written(write_property(*worker.transaction, entity, worker.transaction->key(key), value),
               worker)) {
    return;
  }
  ++worker.counters.properties_set;
  worker.graph_changed();
}

void create_pattern(const BoundCreate& create, Batch& batch, Worker& worker) {
  for (const BoundCreateNode& node : create.nodes) {
    if (!worker.failed()) create_nodes(node, batch, worker);
  }
  for (const BoundCreateRelationship& r : create.relationships) {
    if (!worker.failed()) create_relationships(r, batch, worker);
  }
  worker.graph_changed();
  if (worker.failed()) return;
  for (const BoundCreatePath& path : create.paths) create_path(path, batch);
}

void apply_items(const std::vector<BoundSetItem>& items, const Batch& batch, std::size_t row,
                 Worker& worker) {
  for (const BoundSetItem& item : items) {
    if (worker.failed()) return;
    const Value entity = evaluate_row(*item.target, batch, row, worker);
    if (entity.is_null()) continue;
    const bool node = entity.is(Kind::kNode);
    if (!node && !entity.is(Kind::kRelationship)) {
      return worker.fail({.type = ErrorType::kTypeError,
                          .phase = ErrorPhase::kRuntime,
                          .detail = "InvalidArgumentType",
                          .message = "only nodes and relationships can be updated",
                          .where = item.span});
    }
    switch (item.kind) {
      case ast::SetItem::Kind::kProperty: {
        const Value value = item.value ? evaluate_row(*item.value, batch, row, worker) : Value();
        if (worker.failed() || !check_storable(value, item.span, worker)) return;
        set_property(entity, item.key, value, worker);
        break;
      }
      case ast::SetItem::Kind::kReplace:
      case ast::SetItem::Kind::kMerge:
        replace_properties(item, entity, batch, row, worker);
        break;
      case ast::SetItem::Kind::kLabels:
        if (node) change_labels(item, entity.node(), worker);
        break;
    }
  }
}

}  // namespace yeon::query
