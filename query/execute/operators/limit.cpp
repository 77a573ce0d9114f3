#include "execute/evaluate.h"
#include "execute/operators/operators.h"
#include "execute/operators/row_count.h"

namespace yeon::query {

std::optional<std::uint64_t> row_count(const Expr& expr, Worker& worker) {
  const Batch none(1, worker.slots);
  const Value value = evaluate_row(expr, none, 0, worker);
  if (worker.failed()) return std::nullopt;
  const auto fail = [&](std::string detail, std::string message) {
    worker.fail({.type = ErrorType::kSyntaxError,
                 .phase = ErrorPhase::kRuntime,
                 .detail = std::move(detail),
                 .message = std::move(message),
                 .where = expr.span});
    return std::nullopt;
  };
  if (!value.is(Kind::kInteger)) {
    return fail("InvalidArgumentType", "SKIP and LIMIT take an integer");
  }
  if (value.integer() < 0) {
    return fail("NegativeIntegerArgument", "SKIP and LIMIT take no negative number");
  }
  return static_cast<std::uint64_t>(value.integer());
}

namespace {

struct Counted final : OperatorState {
  std::optional<std::uint64_t> count;
  std::uint64_t seen = 0;
};

/// Common to SKIP and LIMIT: the count is found at the first batch, or at the end.
class CountingOperator : public Operator {
 public:
  explicit CountingOperator(const Expr& count) : count_(count) {}

  void finish(Worker& worker) const override {
    if (counted(worker) != nullptr) next()->finish(worker);
  }

 protected:
  Counted* counted(Worker& worker) const {
    Counted& c = state<Counted>(worker);
    if (!c.count) c.count = row_count(count_, worker);
    return worker.failed() ? nullptr : &c;
  }

  Batch part(const Batch& batch, std::size_t from, std::size_t to) const {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = from; row < to; ++row) rows.push_back(static_cast<std::uint32_t>(row));
    return gather(batch, std::move(rows), live());
  }

 private:
  const Expr& count_;
};

class SkipOperator final : public CountingOperator {
 public:
  explicit SkipOperator(const Skip& step) : CountingOperator(*step.count) {}

  Flow push(Batch batch, Worker& worker) const override {
    Counted* c = counted(worker);
    if (c == nullptr) return Flow::kEnough;
    const std::uint64_t skip = std::min<std::uint64_t>(*c->count - c->seen, batch.rows);
    c->seen += skip;
    if (skip == 0) return emit(std::move(batch), worker);
    return emit(part(batch, skip, batch.rows), worker);
  }
};

class LimitOperator final : public CountingOperator {
 public:
  explicit LimitOperator(const Limit& step)
      : CountingOperator(*step.count), may_stop_(step.may_stop_early) {}

  Flow push(Batch batch, Worker& worker) const override {
    Counted* c = counted(worker);
    if (c == nullptr) return Flow::kEnough;
    const std::uint64_t room = *c->count - c->seen;
    if (room == 0) return may_stop_ ? Flow::kEnough : Flow::kMore;
    Flow flow = Flow::kMore;
    if (batch.rows <= room) {
      c->seen += batch.rows;
      flow = emit(std::move(batch), worker);
    } else {
      c->seen = *c->count;
      flow = emit(part(batch, 0, room), worker);
    }
    if (worker.failed()) return Flow::kEnough;
    const bool full = c->seen == *c->count;
    return may_stop_ && (full || flow == Flow::kEnough) ? Flow::kEnough : Flow::kMore;
  }

 private:
  bool may_stop_;
};

}  // namespace

OperatorPtr make_skip(const Skip& step) { return std::make_unique<SkipOperator>(step); }
OperatorPtr make_limit(const Limit& step) { return std::make_unique<LimitOperator>(step); }

}  // namespace yeon::query
