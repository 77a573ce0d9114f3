#include "plan/match_order.h"

#include <algorithm>
#include <limits>

namespace yeon::query {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// One decision: scan a node, or solve a relationship, from its `from` or its `to` end.
struct Move {
  std::size_t node = kNone;
  std::size_t relationship = kNone;
  bool from_end = true;  ///< walk from -> to
  double rows = 0;       ///< after it
};

struct Order {
  std::vector<Move> moves;
  double total = 0;
};

bool may_be_equal(const BoundRelationship& a, const BoundRelationship& b) {
  if (a.types.empty() || b.types.empty()) return true;
  for (const std::string& type : a.types) {
    if (std::find(b.types.begin(), b.types.end(), type) != b.types.end()) return true;
  }
  return false;
}

Way reversed(Way way) {
  if (way == Way::kBoth) return way;
  return way == Way::kOutgoing ? Way::kIncoming : Way::kOutgoing;
}

class MatchPlanner {
 public:
  MatchPlanner(BoundMatch match, const Cost& cost, std::set<SlotId>& bound, double& rows,
               std::vector<Step>& steps)
      : match_(std::move(match)), cost_(cost), bound_(bound), rows_(rows), steps_(steps) {
    for (const ExprPtr& predicate : match_.predicates) reads_.push_back(slots_of(*predicate));
  }

  void run() {
    filter_bound_nodes();
    place_predicates();
    const Order order = best_order();
    for (const Move& move : order.moves) {
      if (move.node != kNone) {
        scan(move.node);
      } else {
        solve(move.relationship, move.from_end);
      }
      rows_ = move.rows;
      steps_.back().rows = rows_;
      build_paths();
      place_predicates();
    }
    build_paths();
    place_predicates();
  }

 private:
  bool known(std::size_t node) const { return bound_.contains(match_.nodes[node].slot); }

  // --- Ordering

  double node_selectivity(std::size_t node) const {
    const BoundNode& n = match_.nodes[node];
    double s = cost_.label_selectivity(n.labels);
    for (std::size_t p = 0; p < match_.predicates.size(); ++p) {
      const ExprPtr& predicate = match_.predicates[p];
      if (!predicate) continue;
      const bool on_it = std::binary_search(reads_[p].begin(), reads_[p].end(), n.slot);
      if (on_it && reads_[p].size() == 1) s *= cost_.predicate_selectivity(*predicate);
    }
    return s;
  }

  double scan_rows(std::size_t node) const {
    if (seek_predicate(node) != kNone) return 1;
    return std::max(1.0, cost_.nodes({})) * node_selectivity(node);
  }

  /// Rows per row of solving a relationship, given which nodes are known.
  double fan_out(const BoundRelationship& r, const std::vector<bool>& have) const {
    if (r.bound) return 0.5;
    double degree = cost_.degree(r.types, r.way);
    if (r.variable_length) {
      const double length = static_cast<double>(std::min<std::uint64_t>(r.high, 4));
      double sum = 1;
      for (double i = 0; i < length; ++i) sum = 1 + sum * std::max(degree, 1.0);
      degree = sum;
    }
    const bool both = have[r.from] && have[r.to];
    if (both) return degree / std::max(1.0, cost_.nodes({}));
    return degree * node_selectivity(have[r.from] ? r.to : r.from);
  }

  const BoundPath* selective_path(std::size_t relationship) const {
    for (const BoundPath& path : match_.paths) {
      if (path.selector != ast::PathSelector::kAll && path.relationships[0] == relationship) {
        return &path;
      }
    }
    return nullptr;
  }

  Order order_from(std::size_t first) const {
    Order out;
    std::vector<bool> have(match_.nodes.size()), done(match_.relationships.size());
    for (std::size_t i = 0; i < have.size(); ++i) have[i] = known(i);
    double rows = std::max(rows_, 1.0);
    const auto take_node = [&](std::size_t node) {
      rows *= scan_rows(node);
      have[node] = true;
      out.moves.push_back({.node = node, .rows = rows});
      out.total += rows;
    };
    if (first != kNone) take_node(first);
    for (;;) {
      std::size_t best = kNone;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t r = 0; r < done.size(); ++r) {
        const BoundRelationship& relationship = match_.relationships[r];
        if (done[r]) continue;
        const bool both = have[relationship.from] && have[relationship.to];
        const bool reachable =
            relationship.bound || both ||
            ((have[relationship.from] || have[relationship.to]) && selective_path(r) == nullptr);
        const double rate = reachable ? fan_out(relationship, have) : least;
        if (reachable && rate < least) {
          least = rate;
          best = r;
        }
      }
      if (best != kNone) {
        const BoundRelationship& relationship = match_.relationships[best];
        const bool from_end = have[relationship.from];
        rows *= least;
        have[relationship.from] = have[relationship.to] = true;
        done[best] = true;
        out.moves.push_back({.relationship = best, .from_end = from_end, .rows = rows});
        out.total += rows;
        continue;
      }
      std::size_t node = kNone;
      double fewest = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < have.size(); ++i) {
        if (!have[i] && scan_rows(i) < fewest) {
          fewest = scan_rows(i);
          node = i;
        }
      }
      if (node == kNone) return out;
      take_node(node);
    }
  }

  Order best_order() const {
    Order best = order_from(kNone);
    for (std::size_t i = 0; i < match_.nodes.size(); ++i) {
      if (known(i)) continue;
      Order order = order_from(i);
      if (order.total < best.total) best = std::move(order);
    }
    return best;
  }

  // --- Steps

  void add(Step step) {
    step.rows = rows_;
    steps_.push_back(std::move(step));
  }

  /// A predicate `n.key = value` that an index on one of n's labels answers.
  std::size_t seek_predicate(std::size_t node) const {
    const BoundNode& n = match_.nodes[node];
    for (std::size_t p = 0; p < match_.predicates.size(); ++p) {
      const ExprPtr& predicate = match_.predicates[p];
      if (predicate && !label_of_seek(n, *predicate).empty()) return p;
    }
    return kNone;
  }

  std::string label_of_seek(const BoundNode& node, const Expr& predicate) const {
    if (predicate.kind != ExprKind::kBinary || predicate.op != ast::Operator::kEqual) return {};
    const Expr& left = *predicate.operands[0];
    const bool property = left.kind == ExprKind::kProperty &&
                          left.operands[0]->kind == ExprKind::kSlot &&
                          left.operands[0]->slot == node.slot;
    if (!property) return {};
    for (const SlotId slot : slots_of(*predicate.operands[1])) {
      if (!bound_.contains(slot)) return {};
    }
    for (const std::string& label : node.labels) {
      if (cost_.has_index(label, left.text)) return label;
    }
    return {};
  }

  void scan(std::size_t node) {
    BoundNode& n = match_.nodes[node];
    const std::size_t p = seek_predicate(node);
    if (p != kNone) {
      const std::string label = label_of_seek(n, *match_.predicates[p]);
      IndexSeek seek{n.slot, label, match_.predicates[p]->operands[0]->text,
                     std::move(match_.predicates[p]->operands[1])};
      match_.predicates[p].reset();
      add({std::move(seek)});
      bound_.insert(n.slot);
      n.labels.erase(std::find(n.labels.begin(), n.labels.end(), label));
      filter_labels(n);
      return;
    }
    add({NodeScan{n.slot, n.labels}});
    bound_.insert(n.slot);
  }

  std::vector<SlotId> differing(std::size_t relationship) {
    std::vector<SlotId> out;
    for (const std::size_t other : solved_) {
      if (may_be_equal(match_.relationships[relationship], match_.relationships[other])) {
        out.push_back(match_.relationships[other].slot);
      }
    }
    return out;
  }

  void solve(std::size_t index, bool from_end) {
    BoundRelationship& r = match_.relationships[index];
    const std::size_t start = from_end ? r.from : r.to;
    const std::size_t end = from_end ? r.to : r.from;
    BoundNode& to = match_.nodes[end];
    std::vector<SlotId> distinct = differing(index);
    const bool into = bound_.contains(to.slot);
    if (r.bound) {
      solve_bound(r, std::move(distinct));
    } else if (r.variable_length || selective_path(index) != nullptr) {
      ExpandVariable step;
      step.from = match_.nodes[start].slot;
      step.relationships = r.slot;
      step.to = to.slot;
      step.way = from_end ? r.way : reversed(r.way);
      step.types = r.types;
      step.low = r.low;
      step.high = r.high;
      step.into = into;
      step.reversed = !from_end;
      if (!into) step.to_labels = to.labels;
      step.each = std::move(r.each);
      step.element = r.element;
      step.distinct_from = std::move(distinct);
      if (const BoundPath* path = selective_path(index)) step.selector = path->selector;
      add({std::move(step)});
    } else {
      add({Expand{match_.nodes[start].slot, r.slot, to.slot, from_end ? r.way : reversed(r.way),
                  r.types, into, into ? std::vector<std::string>{} : to.labels,
                  std::move(distinct)}});
    }
    bound_.insert(r.slot);
    bound_.insert(to.slot);
    bound_.insert(match_.nodes[start].slot);
    solved_.push_back(index);
  }

  void solve_bound(const BoundRelationship& r, std::vector<SlotId> distinct) {
    const bool from_known = known(r.from);
    const bool to_known = known(r.to);
    add({ProjectEndpoints{r.slot, match_.nodes[r.from].slot, match_.nodes[r.to].slot, from_known,
                          to_known, r.way, r.types, r.variable_length, r.low, r.high,
                          std::move(distinct)}});
    bound_.insert(match_.nodes[r.from].slot);
    bound_.insert(match_.nodes[r.to].slot);
    if (!from_known) filter_labels(match_.nodes[r.from]);
    if (!to_known && r.to != r.from) filter_labels(match_.nodes[r.to]);
  }

  void filter_labels(const BoundNode& node) {
    if (node.labels.empty()) return;
    ExprPtr subject = std::make_unique<Expr>();
    subject->kind = ExprKind::kSlot;
    subject->slot = node.slot;
    subject->type = Type::of(Kind::kNode);
    ExprPtr test = std::make_unique<Expr>();
    test->kind = ExprKind::kHasLabels;
    test->type = Type::of(Kind::kBoolean);
    test->labels = std::make_unique<ast::LabelExpression>();
    test->labels->kind = ast::LabelExpression::Kind::kAnd;
    for (const std::string& label : node.labels) {
      ast::LabelExpression name;
      name.name = label;
      test->labels->operands.push_back(std::move(name));
    }
    test->operands.push_back(std::move(subject));
    add({Filter{std::move(test)}});
  }

  /// A node known before: its labels are checked, and null matches nothing.
  void filter_bound_nodes() {
    for (const BoundNode& node : match_.nodes) {
      if (!node.bound) continue;
      filter_labels(node);
      if (!node.labels.empty()) continue;
      ExprPtr subject = std::make_unique<Expr>();
      subject->kind = ExprKind::kSlot;
      subject->slot = node.slot;
      ExprPtr test = std::make_unique<Expr>();
      test->kind = ExprKind::kIsNull;
      test->negated = true;
      test->type = Type::of(Kind::kBoolean);
      test->operands.push_back(std::move(subject));
      if (match_.relationships.empty()) add({Filter{std::move(test)}});
    }
  }

  void place_predicates() {
    for (std::size_t p = 0; p < match_.predicates.size(); ++p) {
      if (!match_.predicates[p]) continue;
      bool ready = true;
      for (const SlotId slot : reads_[p]) ready &= bound_.contains(slot) || !is_own(slot);
      if (ready) add({Filter{std::move(match_.predicates[p])}});
    }
  }

  /// Whether a slot is still to come from this match (others are locals of a comprehension).
  bool is_own(SlotId slot) const {
    for (const BoundNode& n : match_.nodes) {
      if (n.slot == slot) return true;
    }
    for (const BoundRelationship& r : match_.relationships) {
      if (r.slot == slot) return true;
    }
    for (const BoundPath& p : match_.paths) {
      if (p.slot == slot) return true;
    }
    return false;
  }

  void build_paths() {
    for (const BoundPath& path : match_.paths) {
      if (bound_.contains(path.slot)) continue;
      std::vector<SlotId> elements;
      bool ready = true;
      for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        if (i > 0) elements.push_back(match_.relationships[path.relationships[i - 1]].slot);
        elements.push_back(match_.nodes[path.nodes[i]].slot);
      }
      for (const SlotId slot : elements) ready &= bound_.contains(slot);
      for (const std::size_t r : path.relationships) {
        ready &= std::find(solved_.begin(), solved_.end(), r) != solved_.end();
      }
      if (!ready) continue;
      add({BuildPath{path.slot, std::move(elements)}});
      bound_.insert(path.slot);
    }
  }

  BoundMatch match_;
  const Cost& cost_;
  std::set<SlotId>& bound_;
  double& rows_;
  std::vector<Step>& steps_;
  std::vector<std::vector<SlotId>> reads_;
  std::vector<std::size_t> solved_;
};

}  // namespace

void plan_match(BoundMatch match, const Cost& cost, std::set<SlotId>& bound, double& rows,
                std::vector<Step>& steps) {
  MatchPlanner(std::move(match), cost, bound, rows, steps).run();
}

}  // namespace yeon::query
