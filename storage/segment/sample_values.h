#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "yeon/base/value.h"

namespace yeon::storage {

/// Values of every storable kind, for tests.
inline std::vector<Value> sample_values() {
  const auto most = std::numeric_limits<std::int64_t>::max();
  const auto least = std::numeric_limits<std::int64_t>::min();
  return {Value(true),
          Value(false),
          Value(std::int64_t{0}),
          Value(std::int64_t{-1}),
          Value(most),
          Value(least),
          Value(0.0),
          Value(-0.0),
          Value(1.5),
          Value(std::numeric_limits<double>::infinity()),
          Value(std::nan("")),
          Value(""),
          Value("카카오"),
          Value(std::string("a\0b", 3)),
          Value(std::string(10000, 'x')),
          Value(List{}),
          Value(List{Value(std::int64_t{1}), Value("two"), Value(3.0)}),
          Value(Date{-719162}),
          Value(LocalTime{86'399'999'999'999}),
          Value(Time{1, -64800}),
          Value(LocalDateTime{-1, 999'999'999}),
          Value(ZonedDateTime{1'700'000'000, 5, 32400, "Asia/Seoul"}),
          Value(ZonedDateTime{0, 0, -3600, ""}),
          Value(Duration{-1, 2, -3, 4}),
          Value(Point{4326, 126.978, 37.5665, 0}),
          Value(Point{9157, 1, 2, 3})};
}

}  // namespace yeon::storage
