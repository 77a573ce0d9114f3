#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexer/token.h"
#include "yeon/base/result.h"

namespace yeon::query {

/// A cursor over tokens that remembers the first error. After an error it stands at the end for
/// good, so that a parser need not test each step: every accept() fails and loops stop.
class TokenStream {
 public:
  TokenStream(std::vector<Token> tokens, std::string_view source);

  const Token& peek(std::size_t ahead = 0) const {
    const std::size_t at = position_ + ahead;
    return tokens_[at < tokens_.size() ? at : tokens_.size() - 1];
  }
  const Token& take();
  const Token& last() const { return tokens_[position_ == 0 ? 0 : position_ - 1]; }
  std::size_t position() const noexcept { return position_; }

  /// A keyword is a name that is not quoted; case does not matter. `word` is upper-case.
  bool at_keyword(std::string_view word, std::size_t ahead = 0) const;
  bool accept_keyword(std::string_view word);
  void expect_keyword(std::string_view word);

  bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  bool accept_symbol(std::string_view symbol);
  void expect_symbol(std::string_view symbol);

  bool at_name(std::size_t ahead = 0) const;
  /// A quoted or unquoted name, keywords included; `what` says what it names.
  Token expect_name(std::string_view what);

  /// The token index of the bracket that closes the one at position() + ahead, or npos.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t closing(std::size_t ahead = 0) const;
  const Token& at(std::size_t index) const {
    return tokens_[index < tokens_.size() ? index : tokens_.size() - 1];
  }

  /// From the first byte of `start` to the last byte taken.
  SourceSpan span_from(const SourceSpan& start) const;
  std::string text_of(const SourceSpan& span) const;

  bool failed() const noexcept { return error_.has_value(); }
  void fail_at(const SourceSpan& where, std::string detail, std::string message,
               std::string hint = {});
  /// "unexpected X, expected Y" at the next token.
  void fail_expected(std::string_view expected);
  const Error& error() const { return *error_; }

  /// Speculation: go back to a position, forgetting an error made since.
  void rewind(std::size_t position);

 private:
  void match_brackets();

  std::vector<Token> tokens_;
  std::vector<std::size_t> closing_;
  std::string_view source_;
  std::size_t position_ = 0;
  std::optional<Error> error_;
};

/// The token as an error message names it.
std::string show(const Token& token);

}  // namespace yeon::query
