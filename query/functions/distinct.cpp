#include <unordered_set>
#include <vector>

#include "functions/accumulators.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

struct Row {
  std::vector<Value> arguments;
};

struct HashFirst {
  std::size_t operator()(const Row& row) const { return hash_of(row.arguments[0]); }
};

struct SameFirst {
  bool operator()(const Row& a, const Row& b) const {
    return equivalent(a.arguments[0], b.arguments[0]);
  }
};

class Distinct final : public Accumulator {
 public:
  explicit Distinct(std::unique_ptr<Accumulator> inner) : inner_(std::move(inner)) {}

  Status add(std::span<const Value> arguments) override {
    if (arguments.empty() || arguments[0].is_null()) return inner_->add(arguments);
    const bool fresh = seen_.insert(Row{{arguments.begin(), arguments.end()}}).second;
    return fresh ? inner_->add(arguments) : Status();
  }

  Status merge(Accumulator&& other) override {
    for (const Row& row : static_cast<Distinct&>(other).seen_) {
      if (Status status = add(row.arguments); !status) return status;
    }
    return {};
  }

  Result<Value> finish() override { return inner_->finish(); }

  std::size_t bytes() const override {
    constexpr std::size_t kPerRow = sizeof(Row) + sizeof(Value) + 4 * sizeof(void*);
    return sizeof(*this) + seen_.size() * kPerRow + inner_->bytes();
  }

 private:
  std::unique_ptr<Accumulator> inner_;
  std::unordered_set<Row, HashFirst, SameFirst> seen_;
};

}  // namespace

std::unique_ptr<Accumulator> make_distinct(std::unique_ptr<Accumulator> inner) {
  return std::make_unique<Distinct>(std::move(inner));
}

}  // namespace yeon::query
