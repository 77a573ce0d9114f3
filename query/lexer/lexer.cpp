#include "lexer/lexer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <optional>

namespace yeon::query {
namespace {

constexpr std::array<std::string_view, 8> kLongSymbols = {"<=", ">=", "<>", "=~",
                                                          "+=", "..", "||", "!="};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string nfc(std::string text) {
  if (is_ascii(text)) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return text;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(text);
  const icu::UnicodeString normal = normalizer->normalize(source, status);
  if (U_FAILURE(status) != 0) return text;
  std::string out;
  normal.toUTF8String(out);
  return out;
}

void append_utf8(std::string& out, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    while (!error_) {
      skip_blank();
      if (error_) break;
      begin();
      if (at_end()) {
        tokens.push_back({TokenKind::kEnd, "", span()});
        return tokens;
      }
      tokens.push_back(next());
    }
    return tl::unexpected<Error>(*std::move(error_));
  }

 private:
  bool at_end() const { return position_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }

  /// The code point at the position, or -1 where the bytes are no UTF-8.
  UChar32 code_point(std::size_t* length) const {
    std::int32_t i = 0;
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data()) + position_;
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text_.size() - position_, 4));
    U8_NEXT(bytes, i, size, c);
    *length = static_cast<std::size_t>(i);
    return c;
  }

  void advance(std::size_t bytes) {
    for (std::size_t i = 0; i < bytes && position_ < text_.size(); ++i, ++position_) {
      const auto c = static_cast<unsigned char>(text_[position_]);
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((c & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }

  void begin() {
    start_ = {.offset = static_cast<std::uint32_t>(position_), .line = line_, .column = column_};
  }
  SourceSpan span() const {
    SourceSpan s = start_;
    s.length = static_cast<std::uint32_t>(position_ - start_.offset);
    return s;
  }

  void error(std::string detail, std::string message, std::string hint = {}) {
    if (error_) return;
    error_ = Error{.type = ErrorType::kSyntaxError,
                   .phase = ErrorPhase::kCompileTime,
                   .detail = std::move(detail),
                   .message = std::move(message),
                   .hint = std::move(hint),
                   .where = span()};
  }

  void skip_blank() {
    while (!at_end()) {
      const char c = peek();
      if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)) {
        advance(1);
      } else if (c == '/' && peek(1) == '/') {
        while (!at_end() && peek() != '\n') advance(1);
      } else if (c == '/' && peek(1) == '*') {
        skip_comment();
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        std::size_t length = 0;
        const UChar32 point = code_point(&length);
        if (point < 0 || !(u_isUWhiteSpace(point) || point == 0xFEFF)) return;
        advance(length);
      } else {
        return;
      }
    }
  }

  void skip_comment() {
    begin();
    advance(2);
    while (!at_end() && !(peek() == '*' && peek(1) == '/')) advance(1);
    if (at_end()) return error("UnexpectedSyntax", "a comment is not closed", "add `*/`");
    advance(2);
  }

  Token next() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)) && !after_dot_or_operand())) return number();
    if (c == '\'' || c == '"') return string();
    if (c == '`') return quoted_name();
    if (c == '$') return parameter();
    if (name_length(true) > 0) return name();
    return symbol();
  }

  /// `..5` is a range, not `.` and a number.
  bool after_dot_or_operand() const { return position_ > 0 && text_[position_ - 1] == '.'; }

  std::size_t name_length(bool first) const {
    const char c = peek();
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return 1;
    if (is_digit(c)) return first ? 0 : 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    std::size_t length = 0;
    const UChar32 point = code_point(&length);
    if (point < 0) return 0;
    const bool part = first
                          ? u_isIDStart(point) != 0 || u_charType(point) == U_CONNECTOR_PUNCTUATION
                          : u_isIDPart(point) != 0;
    return part ? length : 0;
  }

  Token name() {
    while (!at_end()) {
      const std::size_t length = name_length(position_ == start_.offset);
      if (length == 0) break;
      advance(length);
    }
    return {TokenKind::kName,
            nfc(std::string(text_.substr(start_.offset, position_ - start_.offset))), span()};
  }

  Token quoted_name() {
    std::string out;
    advance(1);
    for (;;) {
      if (at_end()) {
        error("UnexpectedSyntax", "a quoted name is not closed", "add the final backquote");
        return {};
      }
      const char c = peek();
      advance(1);
      if (c != '`') {
        out.push_back(c);
      } else if (peek() == '`') {
        out.push_back('`');
        advance(1);
      } else {
        return {TokenKind::kQuotedName, nfc(std::move(out)), span()};
      }
    }
  }

  Token parameter() {
    advance(1);
    if (peek() == '`') {
      Token token = quoted_name();
      token.kind = TokenKind::kParameter;
      return token;
    }
    const std::size_t from = position_;
    while (!at_end()) {
      const std::size_t length = name_length(false);
      if (length == 0) break;
      advance(length);
    }
    if (position_ == from) {
      error("UnexpectedSyntax", "a parameter needs a name after `$`");
      return {};
    }
    return {TokenKind::kParameter, nfc(std::string(text_.substr(from, position_ - from))), span()};
  }

  Token number() {
    TokenKind kind = TokenKind::kInteger;
    bool valid = true;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X' || peek(1) == 'o' || peek(1) == 'O')) {
      const bool hexadecimal = peek(1) == 'x' || peek(1) == 'X';
      advance(2);
      std::size_t digits = 0;
      while (is_radix_digit(peek(), hexadecimal)) {
        advance(1);
        ++digits;
      }
      valid = digits > 0;
    } else {
      while (is_digit(peek())) advance(1);
      if (peek() == '.' && is_digit(peek(1))) {
        kind = TokenKind::kFloat;
        advance(1);
        while (is_digit(peek())) advance(1);
      }
      if (peek() == 'e' || peek() == 'E') {
        const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
        if (is_digit(peek(1 + sign))) {
          kind = TokenKind::kFloat;
          advance(1 + sign);
          while (is_digit(peek())) advance(1);
        }
      }
    }
    while (!at_end()) {  // letters and digits glued to a number belong to the mistake
      const std::size_t length = name_length(false);
      if (length == 0) break;
      valid = false;
      advance(length);
    }
    std::string written(text_.substr(start_.offset, position_ - start_.offset));
    if (!valid) error("InvalidNumberLiteral", fmt::format("`{}` is not a number", written));
    return {kind, std::move(written), span()};
  }

  static bool is_radix_digit(char c, bool hexadecimal) {
    if (!hexadecimal) return c >= '0' && c <= '7';
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  Token string() {
    const char quote = peek();
    std::string out;
    advance(1);
    for (;;) {
      if (at_end()) {
        error("UnexpectedSyntax", "a string is not closed", fmt::format("add the final {}", quote));
        return {};
      }
      const char c = peek();
      if (c == quote) {
        advance(1);
        return {TokenKind::kString, nfc(std::move(out)), span()};
      }
      if (c == '\\') {
        if (!escape(out)) return {};
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        std::size_t length = 0;
        if (code_point(&length) < 0) {
          error("InvalidUnicodeLiteral", "a string holds bytes that are not UTF-8");
          return {};
        }
        out.append(text_.substr(position_, length));
        advance(length);
      } else {
        out.push_back(c);
        advance(1);
      }
    }
  }

  bool escape(std::string& out) {
    const char c = peek(1);
    switch (c) {
      case 'b':
        out.push_back('\b');
        break;
      case 'f':
        out.push_back('\f');
        break;
      case 'n':
        out.push_back('\n');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 't':
        out.push_back('\t');
        break;
      case '\\':
      case '\'':
      case '"':
      case '`':
        out.push_back(c);
        break;
      case 'u':
      case 'U':
        return unicode_escape(out, c == 'u' ? 4 : 8);
      default:
        advance(1);
        error("UnexpectedSyntax", fmt::format("`\\{}` is no escape", c),
              "write `\\\\` for a backslash");
        return false;
    }
    advance(2);
    return true;
  }

  /// \uXXXX, surrogate pairs included, or \UXXXXXXXX.
  bool unicode_escape(std::string& out, std::size_t digits) {
    std::optional<std::uint32_t> unit = hex(2, digits);
    std::size_t length = 2 + digits;
    if (unit && digits == 4 && U16_IS_LEAD(*unit) && peek(6) == '\\' && peek(7) == 'u') {
      const std::optional<std::uint32_t> trail = hex(8, 4);
      if (trail && U16_IS_TRAIL(*trail)) {
        unit = static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(*unit, *trail));
        length = 12;
      }
    }
    if (!unit || *unit > 0x10FFFF || U_IS_SURROGATE(*unit)) {
      error("InvalidUnicodeLiteral",
            fmt::format("`\\{}` needs {} hexadecimal digits of a character", peek(1), digits));
      return false;
    }
    append_utf8(out, static_cast<UChar32>(*unit));
    advance(length);
    return true;
  }

  std::optional<std::uint32_t> hex(std::size_t ahead, std::size_t digits) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = peek(ahead + i);
      if (!is_radix_digit(c, true)) return std::nullopt;
      const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  Token symbol() {
    const std::string_view rest = text_.substr(position_);
    for (const std::string_view candidate : kLongSymbols) {
      if (rest.starts_with(candidate)) {
        advance(candidate.size());
        return {TokenKind::kSymbol, std::string(candidate), span()};
      }
    }
    constexpr std::string_view kSymbols = "()[]{}<>=+-*/%^.,:;|&!?";
    const char c = peek();
    if (kSymbols.find(c) != std::string_view::npos) {
      advance(1);
      return {TokenKind::kSymbol, std::string(1, c), span()};
    }
    std::size_t length = 0;
    const UChar32 point = code_point(&length);
    advance(std::max<std::size_t>(length, 1));
    if (point >= 0x80) {
      error("InvalidUnicodeCharacter",
            fmt::format("the character `{}` has no meaning here",
                        text_.substr(start_.offset, position_ - start_.offset)));
    } else if (point < 0x20) {
      error("UnexpectedSyntax", "a byte that is not text");
    } else {
      error("UnexpectedSyntax", fmt::format("the character `{}` has no meaning here", c));
    }
    return {};
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  SourceSpan start_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view statement) {
  constexpr std::size_t kMaxBytes = std::size_t{1} << 30;
  if (statement.size() > kMaxBytes) {
    return fail({.type = ErrorType::kSyntaxError,
                 .phase = ErrorPhase::kCompileTime,
                 .detail = "UnexpectedSyntax",
                 .message = "a statement may not be longer than 1 GiB"});
  }
  return Lexer(statement).run();
}

}  // namespace yeon::query
