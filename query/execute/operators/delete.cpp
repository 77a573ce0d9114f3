#include <set>

#include "execute/evaluate.h"
#include "execute/neighbours.h"
#include "execute/operators/operators.h"
#include "execute/operators/write.h"

namespace yeon::query {
namespace {

struct Doomed final : OperatorState {
  std::vector<Batch> batches;
  std::set<NodeId> nodes;
  std::set<RelationshipId> relationships;
};

/// DELETE: gathers what all rows name, deletes it at the end, relationships first, then gives the
/// rows on. A node that keeps relationships is an error without DETACH.
class DeleteOperator final : public Operator {
 public:
  explicit DeleteOperator(const DeleteStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    Doomed& doomed = state<Doomed>(worker);
    for (const ExprPtr& target : step_.targets) {
      const Column column = evaluate(*target, batch, worker);
      for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
        doom(column.at(row), *target, doomed, worker);
      }
    }
    doomed.batches.push_back(std::move(batch));
    return worker.may_go_on() ? Flow::kMore : Flow::kEnough;
  }

  void finish(Worker& worker) const override {
    Doomed& doomed = state<Doomed>(worker);
    if (step_.detach) {
      for (const NodeId node : doomed.nodes) add_relationships(node, doomed, worker);
    }
    for (const RelationshipId r : doomed.relationships) {
      if (worker.failed()) return;
      if (!worker.deleted_relationships.insert(raw(r)).second) continue;
      if (!written(worker.transaction->delete_relationship(r), worker)) return;
      ++worker.counters.relationships_deleted;
    }
    worker.graph_changed();
    for (const NodeId node : doomed.nodes) {
      if (worker.failed()) return;
      if (worker.deleted_nodes.contains(raw(node))) continue;
      if (!check_alone(node, worker)) return;
      worker.deleted_nodes.insert(raw(node));
      if (!written(worker.transaction->delete_node(node), worker)) return;
      ++worker.counters.nodes_deleted;
    }
    worker.graph_changed();
    for (Batch& batch : doomed.batches) emit(std::move(batch), worker);
    doomed.batches.clear();
    if (!worker.failed()) next()->finish(worker);
  }

 private:
  static void doom(const Value& value, const Expr& target, Doomed& doomed, Worker& worker) {
    switch (value.kind()) {
      case Kind::kNull:
        return;
      case Kind::kNode:
        doomed.nodes.insert(value.node());
        return;
      case Kind::kRelationship:
        doomed.relationships.insert(value.relationship());
        return;
      case Kind::kPath:
        doomed.nodes.insert(value.path().nodes.begin(), value.path().nodes.end());
        doomed.relationships.insert(value.path().relationships.begin(),
                                    value.path().relationships.end());
        return;
      default:
        worker.fail({.type = ErrorType::kTypeError,
                     .phase = ErrorPhase::kRuntime,
                     .detail = "InvalidArgumentType",
                     .message = fmt::format("DELETE takes nodes, relationships and paths, not a {}",
                                            name(value.kind())),
                     .where = target.span});
    }
  }

  static void add_relationships(NodeId node, Doomed& doomed, Worker& worker) {
    if (worker.deleted_nodes.contains(raw(node))) return;
    const Neighbours all({}, Way::kBoth, worker);
    all.visit(node, [&](RelationshipId r, NodeId) {
      doomed.relationships.insert(r);
      return true;
    });
  }

  static bool check_alone(NodeId node, Worker& worker) {
    const Neighbours all({}, Way::kBoth, worker);
    bool alone = true;
    all.visit(node, [&](RelationshipId r, NodeId) {
      alone = worker.deleted_relationships.contains(raw(r));
      return alone;
    });
    if (!alone) {
      worker.fail({.type = ErrorType::kConstraintVerificationFailed,
                   .phase = ErrorPhase::kRuntime,
                   .detail = "DeleteConnectedNode",
                   .message = "a node that still has relationships cannot be deleted",
                   .hint = "use DETACH DELETE to delete them too"});
    }
    return alone;
  }

  const DeleteStep& step_;
};

}  // namespace

OperatorPtr make_delete(const DeleteStep& step) { return std::make_unique<DeleteOperator>(step); }

}  // namespace yeon::query
