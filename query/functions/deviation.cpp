// stDev and stDevP in one pass, mergeable. Source: T. Chan, G. Golub and R. LeVeque, "Updating
// Formulae and a Pairwise Algorithm for Computing Sample Variances", COMPSTAT 1982.

#include <fmt/format.h>

#include <cmath>

#include "functions/accumulators.h"
#include "functions/errors.h"

namespace yeon::query {
namespace {

class Deviation final : public Accumulator {
 public:
  explicit Deviation(bool sample) : sample_(sample) {}

  Status add(std::span<const Value> arguments) override {
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (!value.is_number()) {
      return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                             fmt::format("{}() takes numbers, not {}", sample_ ? "stDev" : "stDevP",
                                         name(value.kind())));
    }
    combine(1, value.number(), 0);
    return {};
  }

  Status merge(Accumulator&& other) override {
    const Deviation& more = static_cast<Deviation&>(other);
    combine(more.count_, more.mean_, more.squares_);
    return {};
  }

  Result<Value> finish() override {
    const double degrees = sample_ ? count_ - 1 : count_;
    if (degrees <= 0) return Value(0.0);
    return Value(std::sqrt(squares_ / degrees));
  }

 private:
  void combine(double count, double mean, double squares) {
    if (count == 0) return;
    const double total = count_ + count;
    const double apart = mean - mean_;
    squares_ += squares + apart * apart * count_ * count / total;
    mean_ += apart * count / total;
    count_ = total;
  }

  bool sample_;
  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // sum of squared distances from the mean
};

}  // namespace

std::unique_ptr<Accumulator> make_st_dev() { return std::make_unique<Deviation>(true); }
std::unique_ptr<Accumulator> make_st_dev_p() { return std::make_unique<Deviation>(false); }

}  // namespace yeon::query
