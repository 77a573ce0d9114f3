#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "console/terminal.h"

namespace yeon::tools {

/// A line on standard error that tells how far a long job is: a bar where that is a terminal,
/// nothing where it is not. Drawn ten times a second at most; its end clears it.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t done, std::uint64_t total, std::string_view what);

 private:
  Terminal terminal_;
  std::chrono::steady_clock::time_point drawn_{};
  bool visible_ = false;
};

}  // namespace yeon::tools
