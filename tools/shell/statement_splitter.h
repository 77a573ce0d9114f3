#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yeon::tools {

/// Cuts typed or piped text into statements at `;`, which counts only outside strings, quoted
/// names and comments. Text may come in any pieces; nothing is parsed further.
/// Complexity: O(text), each byte is looked at once.
class StatementSplitter {
 public:
  void push(std::string_view text);

  /// The next whole statement without its `;`, trimmed; nullopt until one is whole. Statements
  /// that hold nothing but blanks and comments are passed over.
  std::optional<std::string> next();

  /// What is left at the end of input, as a statement without `;`; empty when nothing is.
  std::string rest();

  /// Whether the user is in the middle of a statement.
  bool pending() const noexcept { return has_content_; }

  void clear();

 private:
  enum class Inside : std::uint8_t { kNothing, kSingle, kDouble, kBacktick, kLine, kBlock };

  std::string buffer_;
  std::size_t scanned_ = 0;
  Inside inside_ = Inside::kNothing;
  bool has_content_ = false;

  // Looks at the byte at scanned_ and moves on; true where it ended a statement.
  bool step();
  bool step_outside(char c, char following);
  void restart();
};

}  // namespace yeon::tools
