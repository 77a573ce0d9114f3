#include "execute/evaluate.h"

namespace yeon::query {
namespace {

using ast::LabelExpression;

/// Three questions to the names of a label expression, answered by `has(name)`.
template <class Has>
bool holds(const LabelExpression& labels, bool any_at_all, const Has& has) {
  switch (labels.kind) {
    case LabelExpression::Kind::kName:
      return has(labels.name);
    case LabelExpression::Kind::kNot:
      return !holds(labels.operands[0], any_at_all, has);
    case LabelExpression::Kind::kAnd:
      for (const LabelExpression& operand : labels.operands) {
        if (!holds(operand, any_at_all, has)) return false;
      }
      return true;
    case LabelExpression::Kind::kOr:
      for (const LabelExpression& operand : labels.operands) {
        if (holds(operand, any_at_all, has)) return true;
      }
      return false;
    case LabelExpression::Kind::kAnything:
      return any_at_all;
  }
  return false;
}

void fail_deleted(Worker& worker) {
  worker.fail({.type = ErrorType::kEntityNotFound,
               .phase = ErrorPhase::kRuntime,
               .detail = "DeletedEntityAccess",
               .message = "the node or relationship was deleted earlier in this query",
               .hint = "read what you need before DELETE"});
}

}  // namespace

bool has_labels(const LabelExpression& labels, std::uint64_t id, bool relationship,
                Worker& worker) {
  const graph::Catalog& catalog = worker.snapshot->catalog();
  if (relationship) {
    Result<std::optional<graph::RelationshipRecord>> record =
        worker.snapshot->relationship(RelationshipId{id});
    if (!record) {
      worker.fail(std::move(record).error());
      return false;
    }
    if (!*record) return false;
    const std::string_view type = catalog.name((*record)->type);
    return holds(labels, true, [&](const std::string& name) { return name == type; });
  }
  const NodeId node{id};
  if (worker.deleted_nodes.contains(id)) {
    fail_deleted(worker);
    return false;
  }
  const auto has = [&](const std::string& name) {
    const std::optional<LabelId> label = catalog.find_label(name);
    if (!label) return false;
    const graph::SlotMask* mask = worker.cache.nodes(group_of(node), label);
    return mask != nullptr && mask->test(slot_of(node));
  };
  bool any = false;
  if (labels.kind != LabelExpression::Kind::kName) {
    const Result<std::vector<LabelId>> all = worker.snapshot->labels(node);
    any = all && !all->empty();
  }
  return holds(labels, any, has);
}

Value entity_property(std::uint64_t id, bool relationship, PropertyKeyId key, Worker& worker) {
  const bool deleted =
      relationship ? worker.deleted_relationships.contains(id) : worker.deleted_nodes.contains(id);
  if (deleted) {
    fail_deleted(worker);
    return Value();
  }
  if (key == PropertyKeyId{~0U}) return Value();
  const graph::Column* column =
      relationship ? worker.cache.relationship_column(group_of(RelationshipId{id}), key)
                   : worker.cache.node_column(group_of(NodeId{id}), key);
  if (column == nullptr) return Value();
  return column->value(relationship ? slot_of(RelationshipId{id}) : slot_of(NodeId{id}));
}

}  // namespace yeon::query
