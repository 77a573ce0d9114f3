#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shell/line_source.h"

namespace yeon::tools {

/// Lines typed at a terminal, with editing, history and completion (libedit).
/// Threads: one editor in a process at a time.
class LineEditor final : public LineSource {
 public:
  /// All ways to go on from the word that ends at the cursor.
  using Completer = std::function<std::vector<std::string>(std::string_view word)>;

  /// History is read from `history_file` and written back at the end; an empty path keeps none.
  LineEditor(std::filesystem::path history_file, Completer complete);
  ~LineEditor() override;

  LineEvent read(bool continuing, std::string& line) override;
  void remember(std::string_view statement) override;
  bool interactive() const noexcept override { return true; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// $XDG_STATE_HOME/yeon/history, or under ~/.local/state; its folder is made. Empty where neither
/// is known.
std::filesystem::path history_path();

}  // namespace yeon::tools
