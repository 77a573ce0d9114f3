#include "bind/bound.h"
#include "execute/evaluate.h"
#include "execute/operators/operators.h"

namespace yeon::query {
namespace {

struct Answers final : OperatorState {
  std::vector<std::int64_t> counts;  ///< by outer row
  std::vector<List> lists;
};

/// Counts a subquery's rows, or gathers a column of them, by the number of the outer row.
class SubquerySink final : public Operator {
 public:
  SubquerySink(SubqueryKind kind, SlotId result, SlotId row)
      : kind_(kind), result_(result), row_(row) {}

  Flow push(Batch batch, Worker& worker) const override {
    Answers& answers = state<Answers>(worker);
    const Column& numbers = batch[row_];  // gone where the subquery mixes rows: then there is one
    for (std::size_t i = 0; i < batch.rows; ++i) {
      const std::size_t row =
          numbers ? static_cast<std::size_t>(numbers.vector->words()[numbers.position(i)]) : 0;
      if (answers.counts.size() <= row) answers.counts.resize(row + 1);
      ++answers.counts[row];
      if (kind_ != SubqueryKind::kCollect) continue;
      if (answers.lists.size() <= row) answers.lists.resize(row + 1);
      answers.lists[row].push_back(batch[result_].at(i));
    }
    // One row is all that EXISTS of a single outer row needs.
    return kind_ == SubqueryKind::kExists && !numbers ? Flow::kEnough : Flow::kMore;
  }
  void finish(Worker&) const override {}

  Value answer(std::size_t row, Worker& worker) const {
    Answers& answers = state<Answers>(worker);
    const std::int64_t count = row < answers.counts.size() ? answers.counts[row] : 0;
    switch (kind_) {
      case SubqueryKind::kExists:
        return Value(count > 0);
      case SubqueryKind::kCount:
        return Value(count);
      case SubqueryKind::kCollect:
        break;
    }
    return Value(row < answers.lists.size() ? std::move(answers.lists[row]) : List{});
  }

 private:
  SubqueryKind kind_;
  SlotId result_;
  SlotId row_;
};

}  // namespace

OperatorPtr make_subquery_sink(SubqueryKind kind, SlotId result, SlotId row) {
  return std::make_unique<SubquerySink>(kind, result, row);
}

Value subquery_answer(const Pipeline& pipeline, std::size_t row, Worker& worker) {
  return static_cast<const SubquerySink&>(pipeline.last()).answer(row, worker);
}

Value evaluate_subquery(const Expr& expr, const Batch& batch, std::size_t row, Worker& worker) {
  const Pipeline& pipeline = *worker.subqueries[expr.subquery->id].pipeline;
  Batch one(1, batch.columns.size());
  for (const SlotId slot : expr.subquery->outer) {
    one.set(slot, Column::repeat(batch[slot] ? batch[slot].at(row) : worker.locals[slot]));
  }
  pipeline.run_apart(std::move(one), worker);
  return worker.failed() ? Value() : subquery_answer(pipeline, 0, worker);
}

Column evaluate_subquery(const Expr& expr, const Batch& batch, Worker& worker) {
  const Subquery& subquery = *expr.subquery;
  const SubqueryPipeline& found = worker.subqueries[subquery.id];
  if (!found.row_wise) return {};
  Batch numbered(batch.rows, batch.columns.size());
  for (const SlotId slot : subquery.outer) {
    if (!batch[slot]) return {};  // a local of a comprehension around it
    numbered.set(slot, batch[slot]);
  }
  std::vector<std::uint64_t> numbers(batch.rows);
  for (std::size_t row = 0; row < batch.rows; ++row) numbers[row] = row;
  numbered.set(found.row, Column::of(Vector(VectorType::kInteger, std::move(numbers))));
  found.pipeline->run_apart(std::move(numbered), worker);
  std::vector<Value> values(batch.rows);
  for (std::size_t row = 0; row < batch.rows && !worker.failed(); ++row) {
    values[row] = subquery_answer(*found.pipeline, row, worker);
  }
  return Column::of(Vector(std::move(values)));
}

}  // namespace yeon::query
