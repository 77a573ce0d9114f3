#pragma once

#include <istream>

#include "shell/line_source.h"

namespace yeon::tools {

/// Lines of a pipe or file: no prompt, no history.
class PlainLines final : public LineSource {
 public:
  explicit PlainLines(std::istream& in) : in_(in) {}

  LineEvent read(bool /*continuing*/, std::string& line) override {
    return std::getline(in_, line) ? LineEvent::kLine : LineEvent::kEnd;
  }
  void remember(std::string_view /*statement*/) override {}
  bool interactive() const noexcept override { return false; }

 private:
  std::istream& in_;
};

}  // namespace yeon::tools
