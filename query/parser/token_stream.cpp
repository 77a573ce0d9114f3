#include "parser/token_stream.h"

namespace yeon::query {
namespace {

bool equals_upper(std::string_view text, std::string_view upper) {
  if (text.size() != upper.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 32) : text[i];
    if (c != upper[i]) return false;
  }
  return true;
}

}  // namespace

std::string show(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the statement";
    case TokenKind::kString:
      return "a string";
    case TokenKind::kParameter:
      return fmt::format("parameter `${}`", token.text);
    default:
      return fmt::format("`{}`", token.text);
  }
}

TokenStream::TokenStream(std::vector<Token> tokens, std::string_view source)
    : tokens_(std::move(tokens)), source_(source) {
  match_brackets();
}

void TokenStream::match_brackets() {
  closing_.assign(tokens_.size(), kNone);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind != TokenKind::kSymbol) continue;
    const std::string& text = tokens_[i].text;
    if (text == "(" || text == "[" || text == "{") {
      open.push_back(i);
    } else if ((text == ")" || text == "]" || text == "}") && !open.empty()) {
      closing_[open.back()] = i;
      open.pop_back();
    }
  }
}

const Token& TokenStream::take() {
  const Token& token = peek();
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool TokenStream::at_keyword(std::string_view word, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::kName && equals_upper(token.text, word);
}

bool TokenStream::accept_keyword(std::string_view word) {
  if (!at_keyword(word)) return false;
  take();
  return true;
}

void TokenStream::expect_keyword(std::string_view word) {
  if (!accept_keyword(word)) fail_expected(word);
}

bool TokenStream::at_symbol(std::string_view symbol, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::kSymbol && token.text == symbol;
}

bool TokenStream::accept_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  take();
  return true;
}

void TokenStream::expect_symbol(std::string_view symbol) {
  if (!accept_symbol(symbol)) fail_expected(fmt::format("`{}`", symbol));
}

bool TokenStream::at_name(std::size_t ahead) const {
  const TokenKind kind = peek(ahead).kind;
  return kind == TokenKind::kName || kind == TokenKind::kQuotedName;
}

Token TokenStream::expect_name(std::string_view what) {
  if (!at_name()) {
    fail_expected(what);
    return {};
  }
  return take();
}

std::size_t TokenStream::closing(std::size_t ahead) const {
  const std::size_t at = position_ + ahead;
  return at < closing_.size() ? closing_[at] : kNone;
}

SourceSpan TokenStream::span_from(const SourceSpan& start) const {
  SourceSpan span = start;
  const SourceSpan& end = last().span;
  if (end.offset + end.length > start.offset) span.length = end.offset + end.length - start.offset;
  return span;
}

std::string TokenStream::text_of(const SourceSpan& span) const {
  return std::string(source_.substr(span.offset, span.length));
}

void TokenStream::fail_at(const SourceSpan& where, std::string detail, std::string message,
                          std::string hint) {
  if (error_) return;
  error_ = Error{.type = ErrorType::kSyntaxError,
                 .phase = ErrorPhase::kCompileTime,
                 .detail = std::move(detail),
                 .message = std::move(message),
                 .hint = std::move(hint),
                 .where = where};
  position_ = tokens_.size() - 1;
}

void TokenStream::fail_expected(std::string_view expected) {
  fail_at(peek().span, "UnexpectedSyntax",
          fmt::format("unexpected {}, expected {}", show(peek()), expected));
}

void TokenStream::rewind(std::size_t position) {
  position_ = position;
  error_.reset();
}

}  // namespace yeon::query
