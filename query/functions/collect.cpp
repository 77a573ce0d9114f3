// count, collect, min and max: aggregates that look at values without reckoning with them.

#include <vector>

#include "functions/accumulators.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

class Count final : public Accumulator {
 public:
  Status add(std::span<const Value> arguments) override {
    if (arguments.empty() || !arguments[0].is_null()) ++rows_;
    return {};
  }
  Status merge(Accumulator&& other) override {
    rows_ += static_cast<Count&>(other).rows_;
    return {};
  }
  Result<Value> finish() override { return Value(rows_); }

 private:
  std::int64_t rows_ = 0;
};

class Collect final : public Accumulator {
 public:
  Status add(std::span<const Value> arguments) override {
    if (!arguments[0].is_null()) values_.push_back(arguments[0]);
    return {};
  }
  Status merge(Accumulator&& other) override {
    List& more = static_cast<Collect&>(other).values_;
    values_.insert(values_.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    return {};
  }
  Result<Value> finish() override { return Value(std::move(values_)); }
  std::size_t bytes() const override { return sizeof(*this) + values_.capacity() * sizeof(Value); }

 private:
  List values_;
};

class Extreme final : public Accumulator {
 public:
  explicit Extreme(bool greatest) : greatest_(greatest) {}

  Status add(std::span<const Value> arguments) override {
    take(arguments[0]);
    return {};
  }
  Status merge(Accumulator&& other) override {
    take(static_cast<Extreme&>(other).best_);
    return {};
  }
  Result<Value> finish() override { return best_; }

 private:
  void take(const Value& value) {
    if (value.is_null()) return;
    const bool better =
        best_.is_null() || (greatest_ ? order(value, best_) > 0 : order(value, best_) < 0);
    if (better) best_ = value;
  }

  bool greatest_;
  Value best_;
};

}  // namespace

std::unique_ptr<Accumulator> make_count() { return std::make_unique<Count>(); }
std::unique_ptr<Accumulator> make_collect() { return std::make_unique<Collect>(); }
std::unique_ptr<Accumulator> make_min() { return std::make_unique<Extreme>(false); }
std::unique_ptr<Accumulator> make_max() { return std::make_unique<Extreme>(true); }

}  // namespace yeon::query
