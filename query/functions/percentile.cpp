#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "functions/accumulators.h"
#include "functions/errors.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

/// Keeps all values; the percentile is the first row's.
class Percentile final : public Accumulator {
 public:
  explicit Percentile(bool continuous) : continuous_(continuous) {}

  Status add(std::span<const Value> arguments) override {
    if (Status status = check_percentile(arguments[1]); !status) return status;
    if (!percentile_) percentile_ = arguments[1].number();
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (!value.is_number()) {
      return runtime_failure(
          ErrorType::kTypeError, "InvalidArgumentType",
          fmt::format("{}() takes numbers, not {}", function(), name(value.kind())));
    }
    values_.push_back(value);
    return {};
  }

  Status merge(Accumulator&& other) override {
    Percentile& more = static_cast<Percentile&>(other);
    if (!percentile_) percentile_ = more.percentile_;
    values_.insert(values_.end(), more.values_.begin(), more.values_.end());
    return {};
  }

  Result<Value> finish() override {
    if (values_.empty()) return Value();
    std::sort(values_.begin(), values_.end(),
              [](const Value& a, const Value& b) { return order(a, b) < 0; });
    return continuous_ ? interpolated() : nearest();
  }

  std::size_t bytes() const override { return sizeof(*this) + values_.capacity() * sizeof(Value); }

 private:
  std::string_view function() const { return continuous_ ? "percentileCont" : "percentileDisc"; }

  Status check_percentile(const Value& percentile) const {
    if (!percentile.is_number()) {
      return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                             fmt::format("the percentile of {}() must be a number, not {}",
                                         function(), name(percentile.kind())));
    }
    if (percentile.number() >= 0 && percentile.number() <= 1) return {};
    return runtime_failure(ErrorType::kArgumentError, "NumberOutOfRange",
                           fmt::format("the percentile of {}() must lie from 0.0 to 1.0, not {}",
                                       function(), percentile.number()));
  }

  /// The smallest value that at least the percentile's share of values does not pass.
  Value nearest() const {
    const double share = *percentile_ * static_cast<double>(values_.size());
    const auto rank = static_cast<std::size_t>(std::ceil(share));
    return values_[rank == 0 ? 0 : rank - 1];
  }

  Value interpolated() const {
    const double place = *percentile_ * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double low = values_[below].number();
    if (below + 1 == values_.size()) return Value(low);
    const double part = place - static_cast<double>(below);
    return Value(low * (1 - part) + values_[below + 1].number() * part);
  }

  bool continuous_;
  std::optional<double> percentile_;
  std::vector<Value> values_;
};

}  // namespace

std::unique_ptr<Accumulator> make_percentile_disc() { return std::make_unique<Percentile>(false); }
std::unique_ptr<Accumulator> make_percentile_cont() { return std::make_unique<Percentile>(true); }

}  // namespace yeon::query
