#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yeon::query::temporal {

/// Reads a text from the front, a character or a run of digits at a time.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(char wanted) {
    if (peek() != wanted || done()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// How many digits come next.
  std::size_t digits() const {
    std::size_t count = 0;
    while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
    return count;
  }

  /// Exactly `count` digits (at most 18), else nothing is taken.
  std::optional<std::int64_t> number(std::size_t count) {
    if (count == 0 || count > 18 || digits() < count) return std::nullopt;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (rest_[i] - '0');
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
};

}  // namespace yeon::query::temporal
