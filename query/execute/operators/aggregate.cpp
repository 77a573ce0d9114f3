#include <unordered_map>

#include "execute/evaluate.h"
#include "execute/operators/operators.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

/// Plain counts need no accumulator: a number per group.
bool is_count(const BoundAggregation& a) { return a.aggregate->name == "count" && !a.distinct; }

struct Groups final : OperatorState {
  std::vector<std::vector<Value>> keys;
  std::unordered_multimap<std::size_t, std::uint32_t> by_hash;
  std::unordered_map<std::uint64_t, std::uint32_t> by_id;  ///< a single key of entities
  std::vector<std::unique_ptr<Accumulator>> accumulators;  ///< group * aggregations + i
  std::vector<std::int64_t> counts;                        ///< likewise
};

/// Groups rows by their keys and aggregates each group. A sink: gives its rows at the end.
/// Cost: one hash look-up a row; none without keys.
class AggregateOperator final : public Operator {
 public:
  explicit AggregateOperator(const AggregateStep& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    Groups& groups = state<Groups>(worker);
    const std::vector<std::uint32_t> of_row = groups_of(batch, groups, worker);
    for (std::size_t i = 0; i < step_.aggregations.size() && !worker.failed(); ++i) {
      if (is_count(step_.aggregations[i])) {
        count(i, batch, of_row, groups, worker);
      } else {
        accumulate(i, batch, of_row, groups, worker);
      }
    }
    return worker.may_go_on() ? Flow::kMore : Flow::kEnough;
  }

  void finish(Worker& worker) const override {
    Groups& groups = state<Groups>(worker);
    if (step_.keys.empty() && groups.keys.empty()) add_group({}, groups, worker);
    const std::size_t total = groups.keys.size();
    for (std::size_t from = 0; from < total && !worker.failed(); from += kBatchRows) {
      const std::size_t to = std::min(total, from + kBatchRows);
      if (emit(result(groups, from, to, worker), worker) == Flow::kEnough) break;
    }
    if (!worker.failed()) next()->finish(worker);
  }

 private:
  std::uint32_t add_group(std::vector<Value> key, Groups& groups, Worker& worker) const {
    groups.keys.push_back(std::move(key));
    for (const BoundAggregation& a : step_.aggregations) {
      groups.accumulators.push_back(is_count(a) ? nullptr
                                                : make_accumulator(*a.aggregate, a.distinct));
      groups.counts.push_back(0);
    }
    constexpr std::size_t kPerGroup = 96;
    worker.charge(kPerGroup + 24 * step_.keys.size() + 64 * step_.aggregations.size());
    return static_cast<std::uint32_t>(groups.keys.size() - 1);
  }

  /// The group of each row; empty where there are no keys, and so one group.
  std::vector<std::uint32_t> groups_of(const Batch& batch, Groups& groups, Worker& worker) const {
    std::vector<std::uint32_t> out;
    if (step_.keys.empty()) {
      if (groups.keys.empty()) add_group({}, groups, worker);
      return out;
    }
    std::vector<Column> columns;
    for (const BoundItem& key : step_.keys) columns.push_back(evaluate(*key.expr, batch, worker));
    if (worker.failed()) return std::vector<std::uint32_t>(batch.rows);
    out.resize(batch.rows);
    const bool entities = columns.size() == 1 && columns[0] && !columns[0].constant &&
                          (columns[0].vector->type() == VectorType::kNode ||
                           columns[0].vector->type() == VectorType::kRelationship) &&
                          groups.by_hash.empty();
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      out[row] = entities ? group_by_id(columns[0], row, groups, worker)
                          : group_by_key(columns, row, groups, worker);
    }
    return out;
  }

  std::uint32_t group_by_id(const Column& column, std::size_t row, Groups& groups,
                            Worker& worker) const {
    const auto [it, added] = groups.by_id.try_emplace(column.id(row));
    if (added) it->second = add_group({column.at(row)}, groups, worker);
    return it->second;
  }

  std::uint32_t group_by_key(const std::vector<Column>& columns, std::size_t row, Groups& groups,
                             Worker& worker) const {
    if (!groups.by_id.empty()) forget_ids(groups);
    std::vector<Value> key;
    key.reserve(columns.size());
    std::size_t hash = 0;
    for (const Column& column : columns) {
      key.push_back(column.at(row));
      hash = hash * 0x9E3779B97F4A7C15ULL + hash_of(key.back());
    }
    const auto [from, to] = groups.by_hash.equal_range(hash);
    for (auto it = from; it != to; ++it) {
      if (same_key(groups.keys[it->second], key)) return it->second;
    }
    const std::uint32_t group = add_group(std::move(key), groups, worker);
    groups.by_hash.emplace(hash, group);
    return group;
  }

  /// A later batch holds the key in another form: go on by hash.
  static void forget_ids(Groups& groups) {
    for (const auto& [id, group] : groups.by_id) {
      groups.by_hash.emplace(hash_of(groups.keys[group][0]), group);
    }
    groups.by_id.clear();
  }

  static bool same_key(const std::vector<Value>& a, const std::vector<Value>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!equivalent(a[i], b[i])) return false;
    }
    return true;
  }

  void count(std::size_t i, const Batch& batch, const std::vector<std::uint32_t>& of_row,
             Groups& groups, Worker& worker) const {
    const std::size_t width = step_.aggregations.size();
    const BoundAggregation& a = step_.aggregations[i];
    Column argument;
    if (!a.arguments.empty()) argument = evaluate(*a.arguments[0], batch, worker);
    if (a.arguments.empty() && of_row.empty()) {
      groups.counts[i] += static_cast<std::int64_t>(batch.rows);
      return;
    }
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (!a.arguments.empty() && argument.is_null(row)) continue;
      ++groups.counts[(of_row.empty() ? 0 : of_row[row]) * width + i];
    }
  }

  void accumulate(std::size_t i, const Batch& batch, const std::vector<std::uint32_t>& of_row,
                  Groups& groups, Worker& worker) const {
    const std::size_t width = step_.aggregations.size();
    const BoundAggregation& a = step_.aggregations[i];
    std::vector<Column> arguments;
    for (const ExprPtr& e : a.arguments) arguments.push_back(evaluate(*e, batch, worker));
    std::vector<Value> values(arguments.size());
    for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
      for (std::size_t k = 0; k < arguments.size(); ++k) values[k] = arguments[k].at(row);
      Accumulator& state = *groups.accumulators[(of_row.empty() ? 0 : of_row[row]) * width + i];
      Status added = state.add(values);
      if (!added) fail(std::move(added).error(), worker);
    }
    if (a.aggregate->name == "collect" || a.distinct) worker.charge(batch.rows * sizeof(Value));
  }

  static void fail(Error error, Worker& worker) {
    if (error.phase == ErrorPhase::kNone) error.phase = ErrorPhase::kRuntime;
    worker.fail(std::move(error));
  }

  Batch result(Groups& groups, std::size_t from, std::size_t to, Worker& worker) const {
    Batch out(to - from, worker.slots);
    for (std::size_t k = 0; k < step_.keys.size(); ++k) {
      std::vector<Value> values;
      values.reserve(out.rows);
      for (std::size_t g = from; g < to; ++g) values.push_back(groups.keys[g][k]);
      out.set(step_.keys[k].slot, Column::of(entities_typed(std::move(values))));
    }
    const std::size_t width = step_.aggregations.size();
    for (std::size_t i = 0; i < width; ++i) {
      std::vector<Value> values;
      values.reserve(out.rows);
      for (std::size_t g = from; g < to && !worker.failed(); ++g) {
        if (is_count(step_.aggregations[i])) {
          values.emplace_back(groups.counts[g * width + i]);
          continue;
        }
        Result<Value> value = groups.accumulators[g * width + i]->finish();
        if (!value) {
          fail(std::move(value).error(), worker);
          break;
        }
        values.push_back(*std::move(value));
      }
      values.resize(out.rows);
      out.set(step_.aggregations[i].slot, Column::of(Vector(std::move(values))));
    }
    return out;
  }

  /// Keys that are all nodes go on as ids, so that later steps take their fast paths.
  static Vector entities_typed(std::vector<Value> values) {
    std::vector<std::uint64_t> words;
    words.reserve(values.size());
    for (const Value& value : values) {
      if (!value.is(Kind::kNode)) return Vector(std::move(values));
      words.push_back(raw(value.node()));
    }
    return Vector(VectorType::kNode, std::move(words));
  }

  const AggregateStep& step_;
};

}  // namespace

OperatorPtr make_aggregate(const AggregateStep& step) {
  return std::make_unique<AggregateOperator>(step);
}

}  // namespace yeon::query
