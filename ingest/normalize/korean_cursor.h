#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace yeon::ingest {

/// Walks over a Korean sentence, taking what it recognises. A failed take() moves nothing.
class KoreanCursor {
 public:
  KoreanCursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const noexcept { return at_; }
  std::string_view rest() const noexcept { return text_.substr(at_); }

  bool take(std::string_view literal) noexcept {
    if (!rest().starts_with(literal)) return false;
    at_ += literal.size();
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> literals) noexcept {
    for (const std::string_view literal : literals) {
      if (take(literal)) return true;
    }
    return false;
  }
  void skip_spaces() noexcept {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  /// Digits followed directly by `unit`: 9월, 2024년. At most nine digits.
  std::optional<std::int32_t> take_number_with(std::string_view unit) noexcept {
    std::size_t end = at_;
    std::int32_t value = 0;
    while (end < text_.size() && end - at_ < 9 && text_[end] >= '0' && text_[end] <= '9') {
      value = value * 10 + (text_[end++] - '0');
    }
    if (end == at_ || !text_.substr(end).starts_with(unit)) return std::nullopt;
    at_ = end + unit.size();
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace yeon::ingest
