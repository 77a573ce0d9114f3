#pragma once

#include <string>
#include <string_view>

#include "rules/program.h"

namespace yeon::ingest::rules {

/// Reads the text of one `match` line. Lists must have been declared before.
class PatternParser {
 public:
  PatternParser(std::string_view text, const ProgramData& program)
      : text_(text), program_(program) {}

  /// The error is a plain sentence; the caller adds file and line.
  tl::expected<Sequence, std::string> parse();

 private:
  using Failure = tl::unexpected<std::string>;

  tl::expected<Sequence, std::string> sequence(int depth);
  tl::expected<Element, std::string> element(int depth);
  tl::expected<Element, std::string> group(int depth);
  tl::expected<Element, std::string> mention();
  tl::expected<void, std::string> suffixes(Element& element);
  tl::expected<void, std::string> range(Element& element);
  std::string_view take_name(std::string_view stops);
  void skip_blank();
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool accept(char c);

  std::string_view text_;
  const ProgramData& program_;
  std::size_t at_ = 0;
};

}  // namespace yeon::ingest::rules
