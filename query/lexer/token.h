#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::query {

enum class TokenKind : std::uint8_t {
  kEnd,
  kName,        ///< identifier or keyword: openCypher reserves none of them everywhere
  kQuotedName,  ///< `name`: never a keyword
  kInteger,     ///< text as written: 12, 0x1F, 0o17
  kFloat,       ///< text as written
  kString,      ///< text: unescaped
  kParameter,   ///< text: the name without $
  kSymbol,      ///< text: punctuation, the longest of "<=", "..", "+=", ... but see the lexer
};

/// One token. `text` is NFC-normalised for names and strings.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text{};
  SourceSpan span{};
};

}  // namespace yeon::query
