#pragma once

#include <string>
#include <vector>

#include "bind/bound.h"
#include "execute/worker.h"

namespace yeon::query {

/// Finds the relationships of single nodes, of given types and ways, through the worker's cache.
/// Made once per batch: names are looked up then.
class Neighbours {
 public:
  Neighbours(const std::vector<std::string>& types, Way way, Worker& worker)
      : worker_(worker), way_(way), any_type_(types.empty()) {
    for (const std::string& name : types) {
      const auto type = worker.snapshot->catalog().find_type(name);
      if (type) types_.push_back(*type);
    }
  }

  /// Calls `visit(RelationshipId, NodeId)` until it answers false. A loop is met once.
  template <class Visit>
  bool visit(NodeId node, Visit&& visit) const {
    if (way_ != Way::kIncoming && !direction(node, Direction::kOutgoing, false, visit))
      return false;
    if (way_ == Way::kOutgoing) return true;
    return direction(node, Direction::kIncoming, way_ == Way::kBoth, visit);
  }

  std::uint64_t degree(NodeId node) const {
    std::uint64_t out = 0;
    each_adjacency(node, Direction::kOutgoing, [&](const graph::Adjacency& a) {
      if (way_ != Way::kIncoming) out += a.degree(slot_of(node));
      return true;
    });
    each_adjacency(node, Direction::kIncoming, [&](const graph::Adjacency& a) {
      if (way_ == Way::kIncoming) out += a.degree(slot_of(node));
      if (way_ == Way::kBoth) {
        for (const NodeId other : a.neighbours(slot_of(node))) out += other == node ? 0 : 1;
      }
      return true;
    });
    return out;
  }

 private:
  template <class Visit>
  bool each_adjacency(NodeId node, Direction direction, Visit&& visit) const {
    const GroupId group = group_of(node);
    if (!any_type_) return each_of(types_, group, direction, visit);
    // The cache may grow while visiting, so the list is copied.
    const std::vector<RelationshipTypeId> types = worker_.cache.types(group, direction);
    return each_of(types, group, direction, visit);
  }

  template <class Visit>
  bool each_of(const std::vector<RelationshipTypeId>& types, GroupId group, Direction direction,
               Visit&& visit) const {
    for (const RelationshipTypeId type : types) {
      const graph::Adjacency* adjacency = worker_.cache.adjacency(group, type, direction);
      if (adjacency == nullptr) return false;
      if (!adjacency->empty() && !visit(*adjacency)) return false;
    }
    return true;
  }

  template <class Visit>
  bool direction(NodeId node, Direction direction, bool skip_loops, Visit&& visit) const {
    return each_adjacency(node, direction, [&](const graph::Adjacency& adjacency) {
      const std::span<const NodeId> nodes = adjacency.neighbours(slot_of(node));
      const std::span<const RelationshipId> relationships = adjacency.relationships(slot_of(node));
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (skip_loops && nodes[i] == node) continue;
        if (!visit(relationships[i], nodes[i])) return false;
      }
      return true;
    });
  }

  Worker& worker_;
  Way way_;
  bool any_type_;
  std::vector<RelationshipTypeId> types_;
};

/// Tests a node for labels, looked up once.
class LabelTest {
 public:
  LabelTest(const std::vector<std::string>& labels, Worker& worker) : worker_(worker) {
    for (const std::string& name : labels) {
      const auto label = worker.snapshot->catalog().find_label(name);
      possible_ &= label.has_value();
      if (label) labels_.push_back(*label);
    }
  }
  bool possible() const noexcept { return possible_; }
  bool operator()(NodeId node) const {
    if (!possible_) return false;
    for (const LabelId label : labels_) {
      const graph::SlotMask* mask = worker_.cache.nodes(group_of(node), label);
      if (mask == nullptr || !mask->test(slot_of(node))) return false;
    }
    return true;
  }

 private:
  Worker& worker_;
  std::vector<LabelId> labels_;
  bool possible_ = true;
};

/// Whether a relationship is none of those in the columns, which hold relationships or lists.
inline bool differs(std::uint64_t relationship, const std::vector<SlotId>& from, const Batch& batch,
                    std::size_t row) {
  for (const SlotId slot : from) {
    const Column& column = batch[slot];
    if (!column) continue;
    if (column.id(row) == relationship) return false;
    if (column.vector->type() != VectorType::kValue) continue;
    const Value& value = column.vector->values()[column.position(row)];
    if (!value.is(Kind::kList)) continue;
    for (const Value& element : value.list()) {
      if (element.is(Kind::kRelationship) && raw(element.relationship()) == relationship) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace yeon::query
