#include <unordered_map>

#include "execute/operators/operators.h"
#include "yeon/base/compare.h"

namespace yeon::query {
namespace {

struct Seen final : OperatorState {
  std::vector<std::vector<Value>> rows;
  std::unordered_multimap<std::size_t, std::size_t> by_hash;
};

/// Lets the first of equivalent rows through, at once.
class DistinctOperator final : public Operator {
 public:
  explicit DistinctOperator(const Distinct& step) : step_(step) {}

  Flow push(Batch batch, Worker& worker) const override {
    Seen& seen = state<Seen>(worker);
    std::vector<std::uint32_t> keep;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      std::vector<Value> key;
      std::size_t hash = 0;
      for (const SlotId slot : step_.slots) {
        key.push_back(batch[slot].at(row));
        hash = hash * 0x9E3779B97F4A7C15ULL + hash_of(key.back());
      }
      if (known(seen, hash, key)) continue;
      seen.by_hash.emplace(hash, seen.rows.size());
      seen.rows.push_back(std::move(key));
      keep.push_back(static_cast<std::uint32_t>(row));
    }
    if (!worker.charge(keep.size() * (64 + 24 * step_.slots.size()))) return Flow::kEnough;
    return emit(gather(batch, std::move(keep), live()), worker);
  }

 private:
  static bool known(const Seen& seen, std::size_t hash, const std::vector<Value>& key) {
    const auto [from, to] = seen.by_hash.equal_range(hash);
    for (auto it = from; it != to; ++it) {
      const std::vector<Value>& other = seen.rows[it->second];
      bool same = true;
      for (std::size_t i = 0; i < key.size() && same; ++i) same = equivalent(key[i], other[i]);
      if (same) return true;
    }
    return false;
  }

  const Distinct& step_;
};

}  // namespace

OperatorPtr make_distinct(const Distinct& step) { return std::make_unique<DistinctOperator>(step); }

}  // namespace yeon::query
