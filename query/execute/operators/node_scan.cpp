#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

/// Pairs each row with every node that has the labels, a node group at a time. With one row, as at
/// the start of a query, a group becomes a batch without its rows being copied.
class NodeScanOperator final : public Operator {
 public:
  explicit NodeScanOperator(const NodeScan& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    std::vector<LabelId> labels;
    for (const std::string& name : step_.labels) {
      const auto label = worker.snapshot->catalog().find_label(name);
      if (!label) return Flow::kMore;
      labels.push_back(*label);
    }
    const std::uint64_t groups = worker.snapshot->node_group_count();
    for (std::uint64_t g = 0; g < groups; ++g) {
      if (!may_hold(GroupId{g}, labels, worker)) continue;
      if (!worker.may_go_on()) return Flow::kEnough;
      const std::vector<std::uint64_t> nodes = nodes_of(GroupId{g}, labels, worker);
      if (nodes.empty()) continue;
      if (scan_group(batch, nodes, worker) == Flow::kEnough) return Flow::kEnough;
    }
    return Flow::kMore;
  }

 private:
  static bool may_hold(GroupId group, const std::vector<LabelId>& labels, Worker& worker) {
    for (const LabelId label : labels) {
      if (!worker.snapshot->may_hold(group, label)) return false;
    }
    return true;
  }

  static std::vector<std::uint64_t> nodes_of(GroupId group, const std::vector<LabelId>& labels,
                                             Worker& worker) {
    std::vector<std::uint64_t> out;
    Result<graph::SlotMask> mask = worker.snapshot->nodes(group, labels);
    if (!mask) {
      worker.fail(std::move(mask).error());
      return out;
    }
    out.reserve(mask->count());
    mask->for_each([&](Slot slot) { out.push_back(raw(node_at(group, slot))); });
    return out;
  }

  Flow scan_group(const Batch& batch, const std::vector<std::uint64_t>& nodes,
                  Worker& worker) const {
    // Whole rows at a time, as many as make a batch.
    const std::size_t step = std::max<std::size_t>(1, kBatchRows / nodes.size());
    for (std::size_t from = 0; from < batch.rows; from += step) {
      const std::size_t to = std::min(batch.rows, from + step);
      std::vector<std::uint32_t> rows;
      std::vector<std::uint64_t> ids;
      rows.reserve((to - from) * nodes.size());
      ids.reserve((to - from) * nodes.size());
      for (std::size_t row = from; row < to; ++row) {
        rows.insert(rows.end(), nodes.size(), static_cast<std::uint32_t>(row));
        ids.insert(ids.end(), nodes.begin(), nodes.end());
      }
      Batch out = gather(batch, std::move(rows), live());
      out.set(step_.slot, Column::of(Vector(VectorType::kNode, std::move(ids))));
      if (emit(std::move(out), worker) == Flow::kEnough) return Flow::kEnough;
    }
    return Flow::kMore;
  }

  const NodeScan& step_;
};

}  // namespace

OperatorPtr make_node_scan(const NodeScan& step) {
  return std::make_unique<NodeScanOperator>(step);
}

}  // namespace yeon::query
