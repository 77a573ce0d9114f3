#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "functions/functions.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::query {

/// The running state of one aggregate over one group of rows.
///
/// Threads: one at a time. Workers keep their own and are merged.
class Accumulator {
 public:
  virtual ~Accumulator() = default;

  /// One row's arguments: none for count(*), two for percentiles, else one. A null first argument
  /// is skipped.
  virtual Status add(std::span<const Value> arguments) = 0;
  /// Takes in another state of the same aggregate; collect() puts its values behind.
  virtual Status merge(Accumulator&& other) = 0;
  virtual Result<Value> finish() = 0;
  /// Approximate size, for limits.
  virtual std::size_t bytes() const { return sizeof(*this); }
};

/// An aggregate function.
struct Aggregate {
  std::string_view name;  ///< "percentileDisc"
  std::string_view signature;
  std::string_view description;
  std::uint8_t min_arguments = 1;  ///< count: 0, for count(*)
  std::uint8_t max_arguments = 1;
  KindSet returns = kAnyKind;
  std::unique_ptr<Accumulator> (*create)() = nullptr;
};

/// By lower-case name; null when there is none.
const Aggregate* find_aggregate(std::string_view lower_case_name);

/// Ascending by name.
std::span<const Aggregate> all_aggregates();

/// A fresh state; with `distinct`, one that lets each first argument count once (by equivalence).
std::unique_ptr<Accumulator> make_accumulator(const Aggregate& aggregate, bool distinct);

}  // namespace yeon::query
