#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yeon::tools {

enum class LineEvent : std::uint8_t {
  kLine,
  kEnd,          ///< end of input
  kInterrupted,  ///< Ctrl-C: the statement begun is to be forgotten
};

/// Where the shell's lines come from: a terminal with an editor, or a pipe.
class LineSource {
 public:
  virtual ~LineSource() = default;

  /// The next line without its end. `continuing` tells a statement begun from a new one.
  virtual LineEvent read(bool continuing, std::string& line) = 0;

  /// A whole statement was entered: what history keeps.
  virtual void remember(std::string_view statement) = 0;

  virtual bool interactive() const noexcept = 0;
};

}  // namespace yeon::tools
