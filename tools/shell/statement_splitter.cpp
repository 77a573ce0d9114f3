#include "shell/statement_splitter.h"

namespace yeon::tools {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

void StatementSplitter::push(std::string_view text) { buffer_ += text; }

std::optional<std::string> StatementSplitter::next() {
  while (scanned_ < buffer_.size()) {
    // A slash, dash or backslash at the end may be half of a pair that the next piece completes.
    const bool last = scanned_ + 1 == buffer_.size();
    const char c = buffer_[scanned_];
    if (last && (c == '/' || c == '*' || c == '\\')) return std::nullopt;
    const bool had_content = has_content_;
    if (!step()) continue;
    std::string statement = trimmed(std::string_view(buffer_).substr(0, scanned_ - 1));
    restart();
    if (had_content) return statement;
  }
  return std::nullopt;
}

std::string StatementSplitter::rest() {
  while (scanned_ < buffer_.size()) step();
  std::string statement = has_content_ ? trimmed(buffer_) : std::string();
  clear();
  return statement;
}

void StatementSplitter::clear() {
  buffer_.clear();
  scanned_ = 0;
  inside_ = Inside::kNothing;
  has_content_ = false;
}

void StatementSplitter::restart() {
  buffer_.erase(0, scanned_);
  scanned_ = 0;
  inside_ = Inside::kNothing;
  has_content_ = false;
}

bool StatementSplitter::step() {
  const char c = buffer_[scanned_];
  const char following = scanned_ + 1 < buffer_.size() ? buffer_[scanned_ + 1] : '\0';
  switch (inside_) {
    case Inside::kNothing:
      return step_outside(c, following);
    case Inside::kSingle:
    case Inside::kDouble:
      if (c == '\\' && following != '\0') {
        ++scanned_;
      } else if (c == (inside_ == Inside::kSingle ? '\'' : '"')) {
        inside_ = Inside::kNothing;
      }
      break;
    case Inside::kBacktick:
      if (c == '`') inside_ = Inside::kNothing;  // a doubled one opens it again at once
      break;
    case Inside::kLine:
      if (c == '\n') inside_ = Inside::kNothing;
      break;
    case Inside::kBlock:
      if (c == '*' && following == '/') {
        inside_ = Inside::kNothing;
        ++scanned_;
      }
      break;
  }
  ++scanned_;
  return false;
}

bool StatementSplitter::step_outside(char c, char following) {
  ++scanned_;
  if (c == ';') return true;
  if (c == '/' && following == '/') {
    inside_ = Inside::kLine;
    ++scanned_;
    return false;
  }
  if (c == '/' && following == '*') {
    inside_ = Inside::kBlock;
    ++scanned_;
    return false;
  }
  if (!is_blank(c)) has_content_ = true;
  if (c == '\'') inside_ = Inside::kSingle;
  if (c == '"') inside_ = Inside::kDouble;
  if (c == '`') inside_ = Inside::kBacktick;
  return false;
}

}  // namespace yeon::tools
