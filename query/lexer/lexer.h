#pragma once

#include <string_view>
#include <vector>

#include "lexer/token.h"
#include "yeon/base/result.h"

namespace yeon::query {

/// The tokens of a statement, the last of kind kEnd. Comments (`//`, `/* */`) and white space,
/// Unicode's included, are dropped.
///
/// Arrows come apart into single symbols ("-", "<", ">"), since only the parser knows whether
/// `a<-b` is a comparison; "<=", ">=", "<>", "=~", "+=", ".." and "||" stay whole.
/// Errors: SyntaxError with InvalidNumberLiteral, InvalidUnicodeLiteral, InvalidUnicodeCharacter
///         or UnexpectedSyntax (an unclosed string, name or comment), each with its place.
/// Complexity: O(length).
Result<std::vector<Token>> tokenize(std::string_view statement);

}  // namespace yeon::query
