// sum and avg. Floats are added with compensation, so that neither the number of rows nor the
// order in which workers finish shows in the result. Source: A. Neumaier, "Rundungsfehleranalyse
// einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "functions/accumulators.h"
#include "functions/errors.h"
#include "temporal/arithmetic.h"

namespace yeon::query {
namespace {

__extension__ using Wide = __int128;

class CompensatedSum {
 public:
  void add(double value) {
    const double sum = sum_ + value;
    if (std::isfinite(sum)) {
      lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - sum) + value : (value - sum) + sum_;
    }
    sum_ = sum;
  }
  void add(const CompensatedSum& other) {
    add(other.sum_);
    lost_ += other.lost_;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

/// Integers exactly, floats beside them, or durations alone.
class Total {
 public:
  Status add(std::string_view function, const Value& value) {
    if (value.is(Kind::kInteger)) {
      integers_ += value.integer();
      ++numbers_;
    } else if (value.is(Kind::kFloat)) {
      floats_.add(value.floating());
      ++numbers_;
      any_float_ = true;
    } else if (value.is(Kind::kDuration)) {
      ++durations_;
      if (Status status = add_duration(value.duration()); !status) return status;
    } else {
      return runtime_failure(
          ErrorType::kTypeError, "InvalidArgumentType",
          fmt::format("{}() takes numbers or durations, not {}", function, name(value.kind())));
    }
    return check_pure(function);
  }

  Status merge(std::string_view function, const Total& other) {
    integers_ += other.integers_;
    floats_.add(other.floats_);
    numbers_ += other.numbers_;
    any_float_ = any_float_ || other.any_float_;
    durations_ += other.durations_;
    if (Status status = add_duration(other.duration_); !status) return status;
    return check_pure(function);
  }

  std::int64_t count() const { return numbers_ + durations_; }
  bool of_durations() const { return durations_ > 0; }
  bool any_float() const { return any_float_; }
  const Duration& duration() const { return duration_; }
  Wide integers() const { return integers_; }
  double number() const {
    CompensatedSum sum = floats_;
    sum.add(static_cast<double>(integers_));
    return sum.value();
  }

 private:
  Status add_duration(const Duration& more) {
    Result<Duration> sum = temporal::add(duration_, more);
    if (!sum) return fail(std::move(sum).error());
    duration_ = *sum;
    return {};
  }

  Status check_pure(std::string_view function) const {
    if (numbers_ == 0 || durations_ == 0) return {};
    return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                           fmt::format("{}() cannot mix numbers and durations", function));
  }

  Wide integers_ = 0;
  CompensatedSum floats_;
  Duration duration_;
  std::int64_t numbers_ = 0;
  std::int64_t durations_ = 0;
  bool any_float_ = false;
};

class Sum final : public Accumulator {
 public:
  Status add(std::span<const Value> arguments) override {
    if (arguments[0].is_null()) return {};
    return total_.add("sum", arguments[0]);
  }
  Status merge(Accumulator&& other) override {
    return total_.merge("sum", static_cast<Sum&>(other).total_);
  }
  Result<Value> finish() override {
    if (total_.of_durations()) return Value(total_.duration());
    if (total_.any_float()) return Value(total_.number());
    const Wide sum = total_.integers();
    if (sum > std::numeric_limits<std::int64_t>::max() ||
        sum < std::numeric_limits<std::int64_t>::min()) {
      return runtime_failure(ErrorType::kArithmeticError, "IntegerOverflow",
                             "the sum does not fit a 64-bit integer",
                             "use floats: sum(toFloat(x))");
    }
    return Value(static_cast<std::int64_t>(sum));
  }

 private:
  Total total_;
};

class Average final : public Accumulator {
 public:
  Status add(std::span<const Value> arguments) override {
    if (arguments[0].is_null()) return {};
    return total_.add("avg", arguments[0]);
  }
  Status merge(Accumulator&& other) override {
    return total_.merge("avg", static_cast<Average&>(other).total_);
  }
  Result<Value> finish() override {
    if (total_.count() == 0) return Value();
    const auto count = static_cast<double>(total_.count());
    if (!total_.of_durations()) return Value(total_.number() / count);
    const Result<Duration> mean = temporal::divide(total_.duration(), count);
    if (!mean) return fail(mean.error());
    return Value(*mean);
  }

 private:
  Total total_;
};

}  // namespace

std::unique_ptr<Accumulator> make_sum() { return std::make_unique<Sum>(); }
std::unique_ptr<Accumulator> make_avg() { return std::make_unique<Average>(); }

}  // namespace yeon::query
